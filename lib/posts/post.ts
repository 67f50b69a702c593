import * as z from 'zod/mini';
import { Content } from '../drafts/draft';
import { ErrorData } from '../errors/app-error';
import { Count, Figure, Id, List, Moment, PageAddress, Record, Text } from '../platform/bounded';
import { RouteReason } from '../routes/choose';
import { Creator } from '../tiktok/creator';
import { Progress } from './jobs';

/** Files of one post: far more than TikTok takes. */
const mostMade = 1_000;

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

/** A small picture that shows a post in a list. */
export const Thumbnail = z.string().check(z.maxLength(200_000), z.regex(/^(https?:|blob:|data:image\/)/));

/** One try at publishing. Retrying a post adds an attempt; what an attempt did is never rewritten. */
export const Attempt = z.object({
  number: Count,
  route: Route,
  reason: RouteReason,
  /** What TikTok is to pull, in order. */
  urls: z.optional(List(Text(8_192), mostMade)),
  startedAt: Moment,
  /** Which way the file is cut: 0, or 1 once TikTok refused the first. */
  plan: Count,
  /** Written before TikTok is asked: what a worker that died in between leaves behind. */
  initiatedAt: z.optional(Moment),
  publishId: z.optional(Text(1_000)),
  /** Bytes that are sent: a large file keeps TikTok at work longer. */
  size: z.optional(Count),
  uploadUrl: z.optional(Text(8_192)),
  uploadUrlExpiresAt: z.optional(Moment),
  /** TikTok has, or was told of, all there is: it is at work from here on. */
  deliveredAt: z.optional(Moment),
  endedAt: z.optional(Moment),
  error: z.optional(ErrorData),
});
export type Attempt = z.infer<typeof Attempt>;

/** A submitted draft: content that never changes, and a state that only moves forward. */
export const Post = z.object({
  id: Id,
  accountId: Id,
  content: Content,
  pageUrl: z.optional(PageAddress),
  /** Posts submitted together share it. */
  batch: z.optional(Id),
  createdAt: Moment,
  scheduledAt: z.optional(Moment),
  state: PostState,
  stateSince: Moment,
  /** 1 while Ferry has something left to do, absent afterwards: what the index of open posts is made of. */
  open: z.optional(z.literal(1)),
  attempts: List(Attempt, 10_000),
  /** When the engine has to look again. Every post that has not ended has one. */
  nextAt: z.optional(Moment),
  /** When the engine last looked: a clock that was set back shows by it. */
  seenAt: Moment,
  /** While it waits: what for. */
  waitingFor: z.optional(ErrorData),
  /** Failures in a row that were tried again by Ferry itself. */
  tries: Count,
  /** How far the work had come at the last of them: progress starts the count anew. */
  triedAt: z.optional(Count),
  cancelAskedAt: z.optional(Moment),
  /** Stash keys: as fetched, and as made fit to be sent, in order. They last over attempts. */
  fetched: z.optional(List(Id, mostMade)),
  ready: z.optional(List(Id, mostMade)),
  /** Addresses on the person's own host, in order. */
  relayed: z.optional(List(Text(8_192), mostMade)),
  /** TikTok would not pull these addresses: no other attempt of this post asks it to. */
  pullRefused: z.optional(z.literal(true)),
  /** What creator_info last said. */
  creator: z.optional(z.extend(Creator, { askedAt: Moment })),
  /** TikTok's last word on it. */
  statusWord: z.optional(Text(1_000)),
  /** How often it was looked for, while in doubt or while its link is missing. */
  looks: Count,
  progress: z.optional(Progress),
  error: z.optional(ErrorData),
  /** TikTok's ids of the public post: strings, they do not fit a number. */
  videoIds: List(Id, 1_000),
  link: z.optional(Text(4_096)),
  thumbnail: z.optional(Thumbnail),
});
export type Post = z.infer<typeof Post>;

/** One line of a post's audit trail. */
export const PostEvent = z.object({
  postId: Id,
  at: Moment,
  what: Text(200),
  attempt: z.optional(Count),
  logId: z.optional(Text(1_000)),
  error: z.optional(ErrorData),
  facts: z.optional(Record(Text(100), z.union([Text(5_000), Figure, z.boolean()]), 50)),
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
