import * as z from 'zod/mini';
import { judge } from './envelope';
import type { Http, Reply } from './http';
import { count, httpsAddress, text } from './loose-fields';

const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  'user.info.basic': [
    'open_id',
    'union_id',
    'avatar_url',
    'avatar_url_100',
    'avatar_large_url',
    'display_name',
  ],
  'user.info.profile': ['bio_description', 'profile_deep_link', 'is_verified', 'username'],
  'user.info.stats': ['follower_count', 'following_count', 'likes_count', 'video_count'],
};

/** Only what was granted: one field too many and TikTok refuses them all. */
export const userFields = (scopes: readonly string[]): string[] =>
  scopes.flatMap((scope) => fieldsOf[scope] ?? []);

export interface User {
  displayName: string;
  username?: string;
  avatarUrl?: string;
  bio?: string;
  profileUrl?: string;
  isVerified?: boolean;
  followers?: number;
  following?: number;
  likes?: number;
  videos?: number;
}

export async function fetchUser(
  http: Http,
  token: string,
  scopes: readonly string[],
  signal?: AbortSignal,
): Promise<User> {
  const query = { fields: userFields(scopes).join(',') };
  return readUser(await http.get('/v2/user/info/', { token, query, ...(signal ? { signal } : {}) }));
}

const Data = z.object({ user: z.record(z.string(), z.unknown()) });

/** A field that is missing, null or of the wrong type is absent: none of them is worth a failed sign-in. */
export function readUser(reply: Reply): User {
  const { user } = judge(reply, Data);
  const avatar = [user.avatar_large_url, user.avatar_url, user.avatar_url_100]
    .map(httpsAddress)
    .find(Boolean);
  return compact({
    displayName: text(user.display_name, 200) ?? '',
    username: text(user.username, 100),
    avatarUrl: avatar,
    bio: text(user.bio_description, 1_000),
    profileUrl: httpsAddress(user.profile_deep_link),
    isVerified: typeof user.is_verified === 'boolean' ? user.is_verified : undefined,
    followers: count(user.follower_count),
    following: count(user.following_count),
    likes: count(user.likes_count),
    videos: count(user.video_count),
  });
}

type Loose = { [Field in keyof User]: User[Field] | undefined } & { displayName: string };
function compact(value: Loose): User;
function compact(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));
}
