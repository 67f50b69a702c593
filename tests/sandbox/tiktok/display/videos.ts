import * as z from 'zod/mini';
import type { Route } from '../../http.ts';
import { type Caller, callerOf, limitKey, requireScope } from '../bearer.ts';
import { api, okEnvelope } from '../envelope.ts';
import { readFields, readJson } from '../input.ts';
import { coverUrl } from '../pictures.ts';
import type { PublishParts } from '../publish/init.ts';
import type { User, Video } from '../users.ts';

const FIELDS = [
  'id',
  'create_time',
  'cover_image_url',
  'share_url',
  'video_description',
  'duration',
  'height',
  'width',
  'title',
  'embed_html',
  'embed_link',
  'like_count',
  'comment_count',
  'share_count',
  'view_count',
];

const listBody = z.object({
  cursor: z.optional(z.int()),
  max_count: z.optional(z.int32().check(z.minimum(1), z.maximum(20))),
});
const queryBody = z.object({
  filters: z.object({ video_ids: z.array(z.string()).check(z.minLength(1), z.maxLength(20)) }),
});

/** A user's own public videos (tiktok-api.md §2.2–2.4). */
export function videoRoutes({ world, limiter, publications }: PublishParts): Route[] {
  function enter(
    request: Parameters<Route['handle']>[0],
    endpoint: string,
  ): { caller: Caller; fields: string[] } {
    const caller = callerOf(request, world);
    requireScope(caller, 'video.list');
    limiter.take(limitKey(caller, endpoint), world.rules.perMinute.display);
    return { caller, fields: readFields(request, FIELDS) };
  }

  /** Newest first, once moderation has let them through. */
  function visible(user: User): Video[] {
    publications.all();
    const now = world.clock.now();
    user.live?.(now);
    return user.videos
      .filter((video) => (video.visibleAt ?? 0) <= now)
      .sort((a, b) => b.createTime - a.createTime);
  }

  function pick(video: Video, user: User, fields: string[]): Record<string, unknown> {
    const all = describe(video, user, world.clock.now());
    return Object.fromEntries(fields.map((field) => [field, all[field]]));
  }

  return [
    {
      name: 'video.list',
      method: 'POST',
      path: '/v2/video/list/',
      handle: api((request) => {
        const { caller, fields } = enter(request, 'video.list');
        const { cursor, max_count: count = 10 } = request.body.length > 0 ? readJson(request, listBody) : {};
        const older = visible(caller.user).filter(
          (video) => cursor === undefined || video.createTime * 1000 < cursor,
        );
        const page = older.slice(0, count);
        const last = page.at(-1);
        return okEnvelope({
          videos: page.map((video) => pick(video, caller.user, fields)),
          cursor: last ? last.createTime * 1000 : (cursor ?? 0),
          has_more: older.length > count,
        });
      }),
    },
    {
      name: 'video.query',
      method: 'POST',
      path: '/v2/video/query/',
      handle: api((request) => {
        const { caller, fields } = enter(request, 'video.query');
        const { video_ids: ids } = readJson(request, queryBody).filters;
        const own = visible(caller.user).filter((video) => ids.includes(video.id));
        return okEnvelope({ videos: own.map((video) => pick(video, caller.user, fields)) });
      }),
    },
  ];
}

function describe(video: Video, user: User, now: number): Record<string, unknown> {
  return {
    id: video.id,
    create_time: video.createTime,
    cover_image_url: coverUrl(video.cover, now),
    share_url: `https://www.tiktok.com/@${user.username}/video/${video.id}?utm_campaign=sandbox`,
    video_description: video.description,
    duration: video.duration,
    height: video.height,
    width: video.width,
    title: video.title,
    embed_html: `<blockquote class="tiktok-embed" data-video-id="${video.id}"></blockquote>`,
    embed_link: `https://www.tiktok.com/player/v1/${video.id}`,
    like_count: video.likes,
    comment_count: video.comments,
    share_count: video.shares,
    view_count: video.views,
  };
}
