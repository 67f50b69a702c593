import * as z from 'zod/mini';
import { ErrorData } from '../errors/app-error';
import { Count as Amount, Id, Moment } from '../platform/bounded';
import { Video } from '../tiktok/videos';
import { Day } from './day';

const Count = z.optional(Amount);

/** The account on one day. A number that is absent was not granted, or not told. */
export const Snapshot = z.object({
  accountId: Id,
  day: Day,
  takenAt: Moment,
  followers: Count,
  following: Count,
  likes: Count,
  /** Public videos, as TikTok counts them. */
  videos: Count,
  /** The views of all videos since `viewsSince`, added up: TikTok gives no such sum. */
  views: Count,
  /** Unix ms; 0 for all there are. The same every day, or the sum would jump when an older video is seen. */
  viewsSince: z.optional(Moment),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** The numbers of an account that can be drawn. */
export const measures = ['followers', 'views', 'likes', 'following', 'videos'] as const;
export type Measure = (typeof measures)[number];

/** One video on one day. */
export const VideoDay = z.object({
  accountId: Id,
  videoId: Id,
  day: Day,
  takenAt: Moment,
  views: Count,
  likes: Count,
  comments: Count,
  shares: Count,
});
export type VideoDay = z.infer<typeof VideoDay>;

export const videoMeasures = ['views', 'likes', 'comments', 'shares'] as const;
export type VideoMeasure = (typeof videoMeasures)[number];

/** A video as it was last seen. */
export const KnownVideo = z.extend(Video, { accountId: Id, seenAt: Moment });
export type KnownVideo = z.infer<typeof KnownVideo>;

/** When an account was last looked at, and what stood in the way. */
export const Reading = z.object({
  accountId: Id,
  triedAt: Moment,
  error: z.optional(ErrorData),
});
export type Reading = z.infer<typeof Reading>;
