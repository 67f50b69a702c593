import type { Route } from '../../http.ts';
import { callerOf, limitKey } from '../bearer.ts';
import { api, okEnvelope, Refusal } from '../envelope.ts';
import { readFields } from '../input.ts';
import type { Limiter } from '../limits.ts';
import { avatarUrl } from '../pictures.ts';
import type { User } from '../users.ts';
import type { World } from '../world.ts';

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  'user.info.basic': [
    'open_id',
    'union_id',
    'avatar_url',
    'avatar_url_100',
    'avatar_large_url',
    'display_name',
  ],
  'user.info.profile': ['bio_description', 'profile_deep_link', 'username', 'is_verified'],
  'user.info.stats': ['follower_count', 'following_count', 'likes_count', 'video_count'],
};

/** GET /v2/user/info/ (tiktok-api.md §2.1). */
export function userInfoRoute(world: World, limiter: Limiter): Route {
  return {
    name: 'user.info',
    method: 'GET',
    path: '/v2/user/info/',
    handle: api((request) => {
      const caller = callerOf(request, world);
      limiter.take(limitKey(caller, 'user.info'), world.rules.perMinute.display);
      const fields = readFields(request, Object.values(FIELDS).flat());
      for (const [scope, names] of Object.entries(FIELDS)) {
        if (fields.some((field) => names.includes(field)) && !caller.token.scopes.includes(scope)) {
          throw new Refusal('scope_not_authorized');
        }
      }
      caller.user.live?.(world.clock.now());
      const all = describe(caller.user, world.clock.now());
      return okEnvelope({ user: Object.fromEntries(fields.map((field) => [field, all[field]])) });
    }),
  };
}

function describe(user: User, now: number): Record<string, unknown> {
  const avatar = avatarUrl(user, now);
  return {
    open_id: user.openId,
    union_id: user.unionId,
    avatar_url: avatar,
    avatar_url_100: avatar,
    avatar_large_url: avatar,
    display_name: user.nickname,
    bio_description: user.bio,
    profile_deep_link: `https://www.tiktok.com/@${user.username}?_d=sandbox`,
    username: user.username,
    is_verified: user.verified,
    follower_count: user.followers,
    following_count: user.following,
    likes_count: user.likes,
    video_count: user.videos.filter((video) => (video.visibleAt ?? 0) <= now).length,
  };
}
