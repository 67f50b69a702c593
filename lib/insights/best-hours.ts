import type { Video } from '../tiktok/videos';

/** A part of the week: one weekday (0 is Sunday), three hours. */
export interface WeekPart {
  weekday: number;
  /** 0 is midnight to three, 7 is nine to midnight. */
  block: number;
  posts: number;
  /** 1 is as usual, 2 is twice the views of the videos around it; drawn towards 1 while there are few posts. */
  lift: number;
}

export interface BestHours {
  /** All 56, Sunday midnight first. */
  parts: WeekPart[];
  /** Where posting did clearly better, best first; at most three. */
  best: WeekPart[];
  /** How many videos this is read from. */
  judged: number;
  /** Fewer than this says nothing about hours. */
  enough: boolean;
}

export const hoursPerBlock = 3;
const blocks = 24 / hoursPerBlock;
const ripeAfterMs = 3 * 86_400_000;
const leastVideos = 12;
const leastPosts = 2;
/** As if every part of the week had this many posts more that did as usual. */
const doubt = 2;
const neighbours = 10;

const localTime = (at: number) => {
  const date = new Date(at);
  return { weekday: date.getDay(), hour: date.getHours() };
};

/**
 * When the person's own videos did well. Each is compared with those posted around it, not with all:
 * an account that grows would otherwise find its latest habits best.
 */
export function bestHours(
  videos: readonly Pick<Video, 'createdAt' | 'views'>[],
  now: number,
  timeOf: (at: number) => { weekday: number; hour: number } = localTime,
): BestHours {
  const ripe = videos
    .flatMap(({ createdAt, views }) =>
      views === undefined || createdAt > now - ripeAfterMs ? [] : { createdAt, views },
    )
    .sort((a, b) => a.createdAt - b.createdAt);

  const parts: (WeekPart & { sum: number })[] = Array.from({ length: 7 * blocks }, (_, at) => ({
    weekday: Math.floor(at / blocks),
    block: at % blocks,
    posts: 0,
    lift: 1,
    sum: 0,
  }));
  ripe.forEach(({ createdAt, views }, at) => {
    const { weekday, hour } = timeOf(createdAt);
    const part = parts[weekday * blocks + Math.floor(hour / hoursPerBlock)];
    if (!part) return;
    const around = ripe.slice(Math.max(0, at - neighbours), at + neighbours + 1);
    part.posts += 1;
    part.sum += Math.log((views + 1) / (median(around.map((video) => video.views)) + 1));
  });

  const judgedParts = parts.map(({ sum, ...part }) => ({
    ...part,
    lift: Math.exp(sum / (part.posts + doubt)),
  }));
  const enough = ripe.length >= leastVideos;
  const best = judgedParts
    .filter(({ posts, lift }) => posts >= leastPosts && lift > 1.1)
    .sort((a, b) => b.lift - a.lift)
    .slice(0, 3);
  return { parts: judgedParts, best: enough ? best : [], judged: ripe.length, enough };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
