import * as z from 'zod/mini';
import { Day } from '../insights/day';
import { Profile } from '../insights/profile';
import { KnownVideo, Reading, Snapshot, VideoDay } from '../insights/snapshot';
import { Count, Id, List } from '../platform/bounded';
import { Video, videosPerCall } from '../tiktok/videos';

const OfAccount = z.object({ accountId: Id });
const Ids = (most: number) => List(Id, most);

/** So many videos can be told apart in one plot. */
export const mostCompared = 6;

/** More videos than this in one answer would be felt by whoever is scrolling when it comes. */
const mostAtOnce = 250;

export const insightQuestions = {
  /** Asked of TikTok at this moment, with what was granted. */
  'insights.profile': { body: OfAccount, answer: Profile },
  /** All that was ever read, or what was read since a day: the part that is seen first. */
  'insights.history': {
    body: z.extend(OfAccount, { since: z.optional(Day) }),
    answer: z.object({ snapshots: z.array(Snapshot), reading: z.nullable(Reading) }),
  },
  /** As they were last seen, newest first and a page at a time; `insights.videoPage` asks TikTok. */
  'insights.videos': {
    body: z.extend(OfAccount, {
      most: z.int().check(z.positive(), z.maximum(mostAtOnce)),
      before: z.optional(Id),
    }),
    answer: z.object({ videos: List(KnownVideo, mostAtOnce), next: z.optional(Id) }),
  },
  'insights.videoPage': {
    body: z.extend(OfAccount, { cursor: z.optional(Count) }),
    answer: z.object({ videos: z.array(Video), next: z.optional(z.number()) }),
  },
  'insights.refreshVideos': {
    body: z.extend(OfAccount, { ids: Ids(videosPerCall) }),
    answer: z.array(Video),
  },
  'insights.growth': {
    body: z.extend(OfAccount, { videoIds: Ids(mostCompared) }),
    answer: z.array(z.array(VideoDay)),
  },
  'insights.readNow': { body: OfAccount, answer: z.void() },
};
