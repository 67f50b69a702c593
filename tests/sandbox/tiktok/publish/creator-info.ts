import type { Route } from '../../http.ts';
import { callerOf, limitKey, requireScope } from '../bearer.ts';
import { api, errorEnvelope, okEnvelope } from '../envelope.ts';
import type { Limiter } from '../limits.ts';
import { avatarUrl } from '../pictures.ts';
import type { User } from '../users.ts';
import type { World } from '../world.ts';
import { postingBar } from './caps.ts';
import type { Publications } from './publications.ts';

export type PrivacyLevel =
  | 'PUBLIC_TO_EVERYONE'
  | 'MUTUAL_FOLLOW_FRIENDS'
  | 'FOLLOWER_OF_CREATOR'
  | 'SELF_ONLY';

export function privacyOptions(user: User): PrivacyLevel[] {
  return user.private
    ? ['FOLLOWER_OF_CREATOR', 'MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY']
    : ['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY'];
}

/** POST /v2/post/publish/creator_info/query/ (tiktok-api.md §3.1). */
export function creatorInfoRoute(world: World, limiter: Limiter, publications: Publications): Route {
  return {
    name: 'creator_info',
    method: 'POST',
    path: '/v2/post/publish/creator_info/query/',
    handle: api((request) => {
      const caller = callerOf(request, world);
      requireScope(caller, 'video.publish');
      limiter.take(limitKey(caller, 'creator_info'), world.rules.perMinute.creatorInfo);
      // The trap: these come with HTTP 200.
      const bar = postingBar(caller, world, publications);
      if (bar) return errorEnvelope(bar, undefined, 200);
      const { user } = caller;
      return okEnvelope({
        creator_avatar_url: avatarUrl(user, world.clock.now()),
        creator_username: user.username,
        creator_nickname: user.nickname,
        privacy_level_options: privacyOptions(user),
        comment_disabled: user.commentDisabled,
        duet_disabled: user.duetDisabled || user.private,
        stitch_disabled: user.stitchDisabled || user.private,
        max_video_post_duration_sec: user.maxDurationSeconds,
      });
    }),
  };
}
