import * as z from 'zod/mini';
import type { Reply, Route, SandboxRequest } from '../../http.ts';
import { type Caller, callerOf, limitKey, requireScope } from '../bearer.ts';
import { api, okEnvelope } from '../envelope.ts';
import { readJson } from '../input.ts';
import { checkCaps, type PublishParts } from './init.ts';
import { checkVisibility, videoPostInfo } from './post-info.ts';
import { readSource, sourceInfo } from './source-info.ts';

const directBody = z.object({ post_info: videoPostInfo, source_info: sourceInfo });
/** A post_info is not read here: caption and privacy are the user's to choose in TikTok. */
const inboxBody = z.object({ source_info: sourceInfo });

/** Direct posts and inbox drafts of videos (tiktok-api.md §3.2, §3.3). */
export function videoInitRoutes(parts: PublishParts): Route[] {
  return [
    {
      name: 'video.init',
      method: 'POST',
      path: '/v2/post/publish/video/init/',
      handle: api((request) => init(request, 'direct', parts)),
    },
    {
      name: 'inbox.init',
      method: 'POST',
      path: '/v2/post/publish/inbox/video/init/',
      handle: api((request) => init(request, 'inbox', parts)),
    },
  ];
}

function init(request: SandboxRequest, mode: 'direct' | 'inbox', parts: PublishParts): Reply {
  const { world, limiter, publications, uploads, puller } = parts;
  const caller = callerOf(request, world);
  requireScope(caller, mode === 'direct' ? 'video.publish' : 'video.upload');
  limiter.take(limitKey(caller, `${mode} video init`), world.rules.perMinute.init);
  const { postInfo, wanted } = mode === 'direct' ? readDirect(request, caller) : readInbox(request);
  const source = readSource(wanted, caller.app, world.rules.maxVideoBytes);
  checkCaps(caller, mode, parts);
  const post = publications.start({
    clientKey: caller.app.clientKey,
    openId: caller.user.openId,
    username: caller.user.username,
    kind: 'video',
    mode,
    source: source.source,
    postInfo,
    coverIndex: null,
  });
  if (source.source === 'FILE_UPLOAD') {
    return okEnvelope({ publish_id: post.publishId, upload_url: uploads.open(post, source.plan) });
  }
  void puller.pull(post, [source.url]);
  return okEnvelope({ publish_id: post.publishId });
}

function readDirect(request: SandboxRequest, caller: Caller) {
  const body = readJson(request, directBody);
  checkVisibility(body.post_info, caller);
  return { postInfo: body.post_info, wanted: body.source_info };
}

function readInbox(request: SandboxRequest) {
  return { postInfo: {}, wanted: readJson(request, inboxBody).source_info };
}
