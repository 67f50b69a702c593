import * as z from 'zod/mini';
import { ErrorData } from '../errors/app-error';
import { Content } from './draft';

export const PostState = z.enum([
  'scheduled',
  'waiting',
  'fetching',
  'preparing',
  'relaying',
  'initiating',
  'uploading',
  'processing',
  'published',
  'inbox',
  'failed',
  'unknown',
  'cancelled',
]);
export type PostState = z.infer<typeof PostState>;

export const Route = z.enum(['pull', 'upload', 'relay']);
export type Route = z.infer<typeof Route>;

/** One try at publishing. Retrying a post adds an attempt; what an attempt did is never rewritten. */
export const Attempt = z.object({
  number: z.number(),
  route: Route,
  startedAt: z.number(),
  /** Written before TikTok is asked: what a worker that died in between leaves behind. */
  initiatedAt: z.optional(z.number()),
  publishId: z.optional(z.string()),
  uploadUrl: z.optional(z.string()),
  uploadUrlExpiresAt: z.optional(z.number()),
  endedAt: z.optional(z.number()),
  error: z.optional(ErrorData),
});
export type Attempt = z.infer<typeof Attempt>;

/** A submitted draft: content that never changes, and a state that only moves forward. */
export const Post = z.object({
  id: z.string(),
  accountId: z.string(),
  content: Content,
  pageUrl: z.optional(z.string()),
  createdAt: z.number(),
  state: PostState,
  stateSince: z.number(),
  /** 1 while unfinished, absent afterwards: what the index of unfinished posts is made of. */
  open: z.optional(z.literal(1)),
  attempts: z.array(Attempt),
  /** When the engine has to look again. */
  nextAt: z.optional(z.number()),
  /** While it waits: what for. */
  waitingFor: z.optional(ErrorData),
  progress: z.optional(z.object({ done: z.number(), total: z.number(), perSecond: z.optional(z.number()) })),
  error: z.optional(ErrorData),
  /** TikTok's ids of the public post: strings, they do not fit a number. */
  videoIds: z.array(z.string()),
  link: z.optional(z.string()),
  thumbnail: z.optional(z.string()),
});
export type Post = z.infer<typeof Post>;

/** One line of a post's audit trail. */
export const PostEvent = z.object({
  postId: z.string(),
  at: z.number(),
  what: z.string(),
  attempt: z.optional(z.number()),
  logId: z.optional(z.string()),
  error: z.optional(ErrorData),
  facts: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
});
export type PostEvent = z.infer<typeof PostEvent>;
