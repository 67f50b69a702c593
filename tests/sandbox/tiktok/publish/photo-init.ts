import * as z from 'zod/mini';
import type { Reply, Route, SandboxRequest } from '../../http.ts';
import { type Caller, callerOf, limitKey, requireScope } from '../bearer.ts';
import { api, okEnvelope, Refusal } from '../envelope.ts';
import { readJson } from '../input.ts';
import { refuseUrl } from '../url-ownership.ts';
import { checkCaps, type PublishParts } from './init.ts';
import { checkVisibility, photoDraftInfo, photoPostInfo } from './post-info.ts';

const OLDEST_APP = [31, 8] as const;

const shape = {
  media_type: z.literal('PHOTO'),
  is_aigc: z.optional(z.boolean()),
  source_info: z.object({
    source: z.literal('PULL_FROM_URL'),
    photo_images: z.array(z.string()).check(z.minLength(1), z.maxLength(35)),
    photo_cover_index: z.int().check(z.minimum(0)),
  }),
};

const modeOnly = z.object({ post_mode: z.enum(['DIRECT_POST', 'MEDIA_UPLOAD']) });
const directBody = z.object({ ...shape, post_info: photoPostInfo });
const draftBody = z.object({ ...shape, post_info: z.optional(photoDraftInfo) });

/** Photo posts and photo drafts (tiktok-api.md §3.4). */
export function photoInitRoute(parts: PublishParts): Route {
  return {
    name: 'content.init',
    method: 'POST',
    path: '/v2/post/publish/content/init/',
    handle: api((request) => init(request, parts)),
  };
}

function init(request: SandboxRequest, parts: PublishParts): Reply {
  const { world, limiter, publications, puller } = parts;
  const caller = callerOf(request, world);
  requireScope(caller, 'video.publish', 'video.upload');
  limiter.take(limitKey(caller, 'content init'), world.rules.perMinute.init);
  const direct = readJson(request, modeOnly).post_mode === 'DIRECT_POST';
  requireScope(caller, direct ? 'video.publish' : 'video.upload');
  const body = direct ? readDirect(request, caller) : readDraft(request, caller);
  const { photo_images: urls, photo_cover_index: coverIndex } = body.source_info;
  if (coverIndex >= urls.length)
    throw new Refusal('invalid_params', 'The photo_cover_index is out of range.');
  for (const url of urls) refuseUrl(url, caller.app);
  checkCaps(caller, direct ? 'direct' : 'inbox', parts);
  const post = publications.start({
    clientKey: caller.app.clientKey,
    openId: caller.user.openId,
    username: caller.user.username,
    kind: 'photo',
    mode: direct ? 'direct' : 'inbox',
    source: 'PULL_FROM_URL',
    postInfo: { ...body.post_info, ...(body.is_aigc === undefined ? {} : { is_aigc: body.is_aigc }) },
    coverIndex,
  });
  void puller.pull(post, urls);
  return okEnvelope({ publish_id: post.publishId });
}

function readDirect(request: SandboxRequest, caller: Caller) {
  const body = readJson(request, directBody);
  checkVisibility(body.post_info, caller);
  return body;
}

function readDraft(request: SandboxRequest, caller: Caller) {
  const [major = 0, minor = 0] = caller.user.appVersion.split('.').map(Number);
  if (major < OLDEST_APP[0] || (major === OLDEST_APP[0] && minor < OLDEST_APP[1])) {
    throw new Refusal('app_version_check_failed', "The user's TikTok app is older than 31.8.");
  }
  return readJson(request, draftBody);
}
