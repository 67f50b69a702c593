import { describe, expect, it } from 'vitest';
import { growthOf } from '../../../lib/insights/growth';
import type { VideoDay } from '../../../lib/insights/snapshot';

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const videoDay = (day: string, views?: number): VideoDay => ({
  accountId: 'a',
  videoId: 'v',
  day,
  takenAt: 0,
  ...(views === undefined ? {} : { views }),
});

describe('growthOf', () => {
  it('sets videos side by side by days since they were posted', () => {
    const growth = growthOf(
      [
        { postedAt: Date.UTC(2026, 0, 1), days: [videoDay('2026-01-01', 5), videoDay('2026-01-03', 50)] },
        { postedAt: Date.UTC(2026, 1, 27), days: [videoDay('2026-02-28', 7), videoDay('2026-03-01', 9)] },
      ],
      'views',
      dayOf,
    );
    expect(growth).toEqual({
      ages: [0, 1, 2],
      lines: [
        [5, null, 50],
        [null, 7, 9],
      ],
    });
  });

  it('leaves out readings from before the posting, and numbers that are unknown', () => {
    const days = [videoDay('2025-12-30', 5), videoDay('2026-01-01'), videoDay('2026-01-02', 3)];
    expect(growthOf([{ postedAt: Date.UTC(2026, 0, 1), days }], 'views', dayOf)).toEqual({
      ages: [0, 1],
      lines: [[null, 3]],
    });
  });

  it('a damaged date far in the future does not make a million slots', () => {
    const days = [videoDay('9999-01-01', 5), videoDay('2026-01-02', 3)];
    expect(growthOf([{ postedAt: Date.UTC(2026, 0, 1), days }], 'views', dayOf).ages).toEqual([0, 1]);
  });

  it('no videos, no lines', () => {
    expect(growthOf([], 'views', dayOf)).toEqual({ ages: [], lines: [] });
  });
});
