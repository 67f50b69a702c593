import * as z from 'zod/mini';
import { json, type Route, type SandboxRequest } from '../../http.ts';
import { callerOf, limitKey, requireScope } from '../bearer.ts';
import { api, newLogId, okEnvelope, Refusal } from '../envelope.ts';
import { readJson } from '../input.ts';
import type { PublishParts } from './init.ts';
import type { Publication } from './publications.ts';

const body = z.object({ publish_id: z.string() });

/** Status and cancel (tiktok-api.md §3.5, §3.7). */
export function statusRoutes(parts: PublishParts): Route[] {
  const { world, limiter, publications } = parts;

  function postOf(request: SandboxRequest, endpoint: string): Publication {
    const caller = callerOf(request, world);
    requireScope(caller, 'video.publish', 'video.upload');
    limiter.take(limitKey(caller, endpoint), world.rules.perMinute.status);
    const post = publications.get(readJson(request, body).publish_id);
    if (!post) throw new Refusal('invalid_publish_id', 'The publish_id does not exist.');
    if (post.openId !== caller.user.openId || post.clientKey !== caller.app.clientKey) {
      throw new Refusal('token_not_authorized_for_specified_publish_id');
    }
    return post;
  }

  return [
    {
      name: 'status',
      method: 'POST',
      path: '/v2/post/publish/status/fetch/',
      handle: api((request) => json(statusText(postOf(request, 'status'), world.clock.now()))),
    },
    {
      name: 'cancel',
      method: 'POST',
      path: '/v2/post/publish/cancel/',
      handle: api((request) => {
        const post = postOf(request, 'cancel');
        const downloading = post.source === 'PULL_FROM_URL' && post.at === null && post.bytesAt === null;
        if (!downloading)
          throw new Refusal('publish_not_cancellable', 'The post can not be cancelled any more.');
        publications.fail(post, 'publish_cancelled');
        return okEnvelope({});
      }),
    },
  ];
}

/** Written as text: the ids are bare integers too long for a JavaScript number. */
function statusText(post: Publication, now: number): string {
  const bytes =
    post.source === 'FILE_UPLOAD'
      ? { uploaded_bytes: post.uploadedBytes }
      : { downloaded_bytes: post.downloadedBytes };
  const rest = {
    status: post.status,
    ...(post.failReason ? { fail_reason: post.failReason } : {}),
    ...bytes,
  };
  const moderated = post.at !== null && now >= post.at + post.timing.moderationMs;
  const ids = post.postId && moderated && post.status === 'PUBLISH_COMPLETE' ? post.postId : '';
  const data = `${JSON.stringify(rest).slice(0, -1)},"publicaly_available_post_id":[${ids}]}`;
  return `{"data":${data},"error":${JSON.stringify({ code: 'ok', message: '', log_id: newLogId() })}}`;
}
