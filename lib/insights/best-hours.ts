import type { Video } from '../tiktok/videos';
import { beyondChance } from './chance';

/** How a time did. */
export interface Judged {
  posts: number;
  /** 1 is as usual, 2 is twice the views of the videos around it; drawn towards 1 while there are few posts. */
  lift: number;
}

/** A part of the week: one weekday (0 is Sunday), three hours. */
export interface WeekPart extends Judged {
  weekday: number;
  /** 0 is midnight to three, 7 is nine to midnight. */
  block: number;
}

/** Some hours of any day, a whole weekday, or some hours of a weekday. */
export interface BestTime extends Judged {
  weekday?: number;
  block?: number;
}

export interface BestHours {
  /** All 56, Sunday midnight first. */
  parts: WeekPart[];
  /** Where posting did better than chance can explain, the surest first; at most three. */
  best: BestTime[];
  /** How many videos this is read from. */
  judged: number;
  /** Fewer than this says nothing about hours. */
  enough: boolean;
}

export const hoursPerBlock = 3;
const blocks = 24 / hoursPerBlock;
const ripeAfterMs = 3 * 86_400_000;
const leastVideos = 12;
const leastPosts = 3;
/** As if every time had this many posts more that did as usual. */
const doubt = 2;
const neighbours = 10;
/** One video that went round the world tells little about its hour: counted as eight times the usual at most. */
const mostTold = Math.log(8);

const localTime = (at: number) => {
  const date = new Date(at);
  return { weekday: date.getDay(), hour: date.getHours() };
};

/** Every time that could be good: the parts of the week, then the hours of any day, then the whole weekdays. */
const times: readonly { weekday?: number; block?: number }[] = [
  ...Array.from({ length: 7 * blocks }, (_, at) => ({
    weekday: Math.floor(at / blocks),
    block: at % blocks,
  })),
  ...Array.from({ length: blocks }, (_, block) => ({ block })),
  ...Array.from({ length: 7 }, (_, weekday) => ({ weekday })),
];
const timesOf = (weekday: number, block: number): number[] => [
  weekday * blocks + block,
  7 * blocks + block,
  8 * blocks + weekday,
];

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
  const lifts = liftsOf(ripe.map(({ views }) => views));
  const groupsOf = ripe.map(({ createdAt }) => {
    const { weekday, hour } = timeOf(createdAt);
    return timesOf(weekday, Math.floor(hour / hoursPerBlock));
  });
  const judged = judge(lifts, groupsOf);
  const enough = ripe.length >= leastVideos;
  return {
    parts: Array.from({ length: 7 * blocks }, (_, at) => ({
      ...{ weekday: Math.floor(at / blocks), block: at % blocks },
      ...judgedAt(judged, at),
    })),
    best: enough ? bestOf(judged, lifts, groupsOf) : [],
    judged: ripe.length,
    enough,
  };
}

/** How much better than its neighbours in time each did; 0 is as usual, as with the logarithm of 1. */
function liftsOf(views: readonly number[]): number[] {
  return views.map((own, at) => {
    const around = views.slice(Math.max(0, at - neighbours), at + neighbours + 1);
    const lift = Math.log((own + 1) / (median(around) + 1));
    return Math.max(-mostTold, Math.min(mostTold, lift));
  });
}

function judge(lifts: readonly number[], groupsOf: readonly (readonly number[])[]): Judged[] {
  const sums = times.map(() => ({ posts: 0, sum: 0 }));
  groupsOf.forEach((groups, at) => {
    for (const group of groups) {
      const time = sums[group];
      if (!time) continue;
      time.posts += 1;
      time.sum += lifts[at] ?? 0;
    }
  });
  return sums.map(({ posts, sum }) => ({ posts, lift: Math.exp(sum / (posts + doubt)) }));
}

const judgedAt = (judged: readonly Judged[], at: number): Judged => judged[at] ?? { posts: 0, lift: 1 };

/** The surest ones, none within another: evenings that do well on any day are said once, not for every day. */
function bestOf(
  judged: readonly Judged[],
  lifts: readonly number[],
  groupsOf: readonly (readonly number[])[],
): BestTime[] {
  const sure = beyondChance(lifts, { groupsOf, groups: times.length, least: leastPosts });
  const best: BestTime[] = [];
  for (const [at] of [...sure].sort(([, a], [, b]) => b - a)) {
    const found = { ...times[at], ...judgedAt(judged, at) };
    if (found.lift > 1.1 && !best.some((one) => overlap(one, found))) best.push(found);
  }
  return best.slice(0, 3);
}

const overlap = (a: BestTime, b: BestTime): boolean =>
  (a.weekday ?? b.weekday) === (b.weekday ?? a.weekday) && (a.block ?? b.block) === (b.block ?? a.block);

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
