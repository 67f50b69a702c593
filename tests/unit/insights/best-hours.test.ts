import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestHours } from '../../../lib/insights/best-hours';

const timeOf = (at: number) => ({ weekday: new Date(at).getUTCDay(), hour: new Date(at).getUTCHours() });
const now = Date.UTC(2026, 10, 21);
const day = 86_400_000;

/** A video a day at noon, and what it was watched. */
const daily = (count: number, views: (at: number, weekday: number) => number) =>
  Array.from({ length: count }, (_, index) => {
    const createdAt = Date.UTC(2026, 0, 1, 12) + index * day;
    return { createdAt, views: views(index, timeOf(createdAt).weekday) };
  });

describe('bestHours', () => {
  it('finds the weekday that does three times as well', () => {
    const { best, enough } = bestHours(
      daily(120, (_, weekday) => (weekday === 5 ? 3_000 : 1_000)),
      now,
      timeOf,
    );
    expect(enough).toBe(true);
    expect(best.map(({ weekday, block }) => [weekday, block])).toEqual([[5, 4]]);
    expect(best[0]?.lift).toBeGreaterThan(2);
  });

  it('does not mistake an account that grows for a better hour', () => {
    const early = daily(60, () => 100);
    const late = daily(120, () => 10_000)
      .slice(60)
      .map((video) => ({ ...video, createdAt: video.createdAt + 8 * 3_600_000 }));
    expect(bestHours([...early, ...late], now, timeOf).best).toEqual([]);
  });

  it('one lucky video is no best hour', () => {
    const videos = daily(30, () => 100);
    const lucky = { createdAt: Date.UTC(2026, 0, 10, 3), views: 1_000_000 };
    expect(bestHours([...videos, lucky], now, timeOf).best).toEqual([]);
  });

  it('says so when there is too little to read from', () => {
    expect(
      bestHours(
        daily(11, () => 5),
        now,
        timeOf,
      ),
    ).toMatchObject({ enough: false, best: [], judged: 11 });
  });

  it('waits until a video has had its first days, and passes over unknown views', () => {
    const fresh = { createdAt: now - day, views: 9 };
    const unknown = { createdAt: now - 30 * day };
    expect(bestHours([fresh, unknown], now, timeOf).judged).toBe(0);
  });

  it('whatever the history, every part of the week is there and every lift is a number', () => {
    const history = fc.array(
      fc.record({
        createdAt: fc.integer({ min: 0, max: now }),
        views: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
      }),
    );
    fc.assert(
      fc.property(history, (videos) => {
        const { parts, judged } = bestHours(videos, now, timeOf);
        expect(parts).toHaveLength(56);
        expect(parts.every(({ lift }) => Number.isFinite(lift) && lift > 0)).toBe(true);
        expect(parts.reduce((sum, { posts }) => sum + posts, 0)).toBe(judged);
      }),
    );
  });
});
