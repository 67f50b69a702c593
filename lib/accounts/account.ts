import * as z from 'zod/mini';
import { ErrorData } from '../errors/app-error';

/** Everything Ferry can use, in the order it is asked for. */
export const scopes = [
  'user.info.basic',
  'user.info.profile',
  'user.info.stats',
  'video.list',
  'video.publish',
  'video.upload',
] as const;
export type Scope = (typeof scopes)[number];

/** Without these there is nothing to connect for; the others add numbers and a handle. */
export const neededScopes: readonly Scope[] = ['user.info.basic', 'video.publish', 'video.upload'];

/** One connected TikTok user as pages may see it: no token in it, so it may travel by message. */
export const Account = z.object({
  /** TikTok's open_id. */
  id: z.string(),
  /** Empty until TikTok has told it. */
  displayName: z.string(),
  username: z.optional(z.string()),
  avatarUrl: z.optional(z.string()),
  /** When name and picture were last read; TikTok's picture addresses lapse. */
  profileReadAt: z.optional(z.number()),
  /** As granted: a person may grant only some. */
  scopes: z.array(z.string()),
  connectedAt: z.number(),
  /** Unix ms, from TikTok's own answer. */
  accessExpiresAt: z.number(),
  refreshExpiresAt: z.number(),
  refreshedAt: z.number(),
  /** Why the last refresh failed, when the next may well succeed. */
  delayed: z.optional(
    z.object({ error: ErrorData, at: z.number(), retryAt: z.number(), failures: z.number() }),
  ),
  /** Set when the account cannot be used until the person does something about it. */
  trouble: z.optional(ErrorData),
});
export type Account = z.infer<typeof Account>;

/** Kept apart from Account, never in a message, a log, an error or an export. */
export const Tokens = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
});
export type Tokens = z.infer<typeof Tokens>;
