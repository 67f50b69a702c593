import * as z from 'zod/mini';
import { ErrorData } from '../errors/app-error';
import { RouteReason } from '../routes/choose';
import { Creator } from '../tiktok/creator';
import { Content } from './draft';
import { Progress } from './jobs';

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
  reason: RouteReason,
  /** What TikTok is to pull, in order. */
  urls: z.optional(z.array(z.string())),
  startedAt: z.number(),
  /** Which way the file is cut: 0, or 1 once TikTok refused the first. */
  plan: z.number(),
  /** Written before TikTok is asked: what a worker that died in between leaves behind. */
  initiatedAt: z.optional(z.number()),
  publishId: z.optional(z.string()),
  /** Bytes that are sent: a large file keeps TikTok at work longer. */
  size: z.optional(z.number()),
  uploadUrl: z.optional(z.string()),
  uploadUrlExpiresAt: z.optional(z.number()),
  /** TikTok has, or was told of, all there is: it is at work from here on. */
  deliveredAt: z.optional(z.number()),
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
  /** Posts submitted together share it. */
  batch: z.optional(z.string()),
  createdAt: z.number(),
  scheduledAt: z.optional(z.number()),
  state: PostState,
  stateSince: z.number(),
  /** 1 while Ferry has something left to do, absent afterwards: what the index of open posts is made of. */
  open: z.optional(z.literal(1)),
  attempts: z.array(Attempt),
  /** When the engine has to look again. Every post that has not ended has one. */
  nextAt: z.optional(z.number()),
  /** When the engine last looked: a clock that was set back shows by it. */
  seenAt: z.number(),
  /** While it waits: what for. */
  waitingFor: z.optional(ErrorData),
  /** Failures in a row that were tried again by Ferry itself. */
  tries: z.number(),
  /** How far the work had come at the last of them: progress starts the count anew. */
  triedAt: z.optional(z.number()),
  cancelAskedAt: z.optional(z.number()),
  /** Stash keys: as fetched, and as made fit to be sent, in order. They last over attempts. */
  fetched: z.optional(z.array(z.string())),
  ready: z.optional(z.array(z.string())),
  /** Addresses on the person's own host, in order. */
  relayed: z.optional(z.array(z.string())),
  /** TikTok would not pull these addresses: no other attempt of this post asks it to. */
  pullRefused: z.optional(z.literal(true)),
  /** What creator_info last said. */
  creator: z.optional(z.extend(Creator, { askedAt: z.number() })),
  /** TikTok's last word on it. */
  statusWord: z.optional(z.string()),
  /** How often it was looked for, while in doubt or while its link is missing. */
  looks: z.number(),
  progress: z.optional(Progress),
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

export const lastAttempt = (post: Post): Attempt | undefined => post.attempts.at(-1);

/** The post with its last attempt changed. */
export function withAttempt(post: Post, change: Partial<Attempt>): Post {
  const last = lastAttempt(post);
  return last ? { ...post, attempts: [...post.attempts.slice(0, -1), { ...last, ...change }] } : post;
}

/** Whether it would be seen by others, so that TikTok gives it an address. */
export const isPublic = ({ content }: Post): boolean =>
  content.mode === 'direct' && content.settings.privacy !== 'SELF_ONLY';
