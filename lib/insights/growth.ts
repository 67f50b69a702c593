import { type Day, daysBetween, localDay } from './day';
import type { VideoDay, VideoMeasure } from './snapshot';

/** Some videos side by side, each counted from the day it was posted. */
export interface Growth {
  /** Days since posting: 0, 1, 2, … */
  ages: number[];
  /** One line a video; null where nobody read. */
  lines: (number | null)[][];
}

export interface GrownVideo {
  postedAt: number;
  days: readonly VideoDay[];
}

const mostDays = 3_660;

export function growthOf(
  videos: readonly GrownVideo[],
  measure: VideoMeasure,
  dayOf: (at: number) => Day = localDay,
): Growth {
  const byAge = videos.map(({ postedAt, days }) => agesOf(dayOf(postedAt), days, measure));
  const oldest = byAge.reduce((most, ages) => Math.max(most, ...ages.keys()), -1);
  const ages = Array.from({ length: oldest + 1 }, (_, age) => age);
  return { ages, lines: byAge.map((known) => ages.map((age) => known.get(age) ?? null)) };
}

/** A reading from before the video was posted is a clock that was wrong: left out. */
function agesOf(posted: Day, days: readonly VideoDay[], measure: VideoMeasure): Map<number, number> {
  const known = new Map<number, number>();
  for (const videoDay of days) {
    const age = daysBetween(posted, videoDay.day);
    const value = videoDay[measure];
    if (age >= 0 && age <= mostDays && value !== undefined) known.set(age, value);
  }
  return known;
}
