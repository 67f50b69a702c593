import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAt } from '../../../lib/insights/day';
import { changeOver, lonePoints, seriesOf } from '../../../lib/insights/series';
import type { Snapshot } from '../../../lib/insights/snapshot';

const snapshot = (day: string, more: Partial<Snapshot> = {}): Snapshot => ({
  accountId: 'a',
  day,
  takenAt: 0,
  ...more,
});

describe('seriesOf', () => {
  it('gives every day a slot and leaves a day nobody read empty', () => {
    const series = seriesOf(
      [snapshot('2026-03-28', { followers: 10 }), snapshot('2026-03-31', { followers: 13 })],
      'followers',
    );
    expect(series).toEqual({
      days: ['2026-03-28', '2026-03-29', '2026-03-30', '2026-03-31'],
      values: [10, null, null, 13],
    });
  });

  it('a number that was not granted on a day is a gap, not a zero', () => {
    const series = seriesOf(
      [
        snapshot('2026-01-01', { views: 1 }),
        snapshot('2026-01-02', { likes: 2 }),
        snapshot('2026-01-03', { views: 3 }),
      ],
      'views',
    );
    expect(series.values).toEqual([1, null, 3]);
  });

  it('a window ends today, read or not', () => {
    const series = seriesOf([snapshot('2026-01-01', { likes: 5 })], 'likes', {
      today: '2026-01-03',
      days: 4,
    });
    expect(series.days).toEqual(['2025-12-31', '2026-01-01', '2026-01-02', '2026-01-03']);
    expect(series.values).toEqual([null, 5, null, null]);
  });

  it('a damaged date in the year 1 does not make a million slots', () => {
    const series = seriesOf(
      [snapshot('0001-01-01', { likes: 1 }), snapshot('2026-01-01', { likes: 2 })],
      'likes',
    );
    expect(series.days.length).toBeLessThan(15_000);
    expect(series.values.at(-1)).toBe(2);
  });

  it('nothing known is nothing to draw', () => {
    expect(seriesOf([], 'views')).toEqual({ days: [], values: [] });
    expect(seriesOf([snapshot('2026-01-01')], 'views')).toEqual({ days: [], values: [] });
  });

  it('whatever days were read, in any order: each once, in its place, and nothing else', () => {
    const readings = fc.uniqueArray(
      fc.record({ at: fc.integer({ min: 15_000, max: 20_000 }), value: fc.nat() }),
      { selector: ({ at }) => at, minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(readings, (read) => {
        const series = seriesOf(
          read.map(({ at, value }) => snapshot(dayAt(at), { followers: value })),
          'followers',
        );
        const known = series.days.flatMap((day, at) => {
          const value = series.values[at];
          return value == null ? [] : [[day, value]];
        });
        expect(known).toEqual(
          read.toSorted((a, b) => a.at - b.at).map(({ at, value }) => [dayAt(at), value]),
        );
        expect(new Set(series.days).size).toBe(series.days.length);
      }),
    );
  });
});

describe('changeOver', () => {
  it('compares the first known value with the last', () => {
    expect(changeOver({ days: ['a', 'b', 'c', 'd'], values: [null, 10, null, 7] })).toEqual({
      by: -3,
      over: 2,
    });
  });

  it('says nothing about a single value', () => {
    expect(changeOver({ days: ['a', 'b'], values: [null, 3] })).toBeUndefined();
    expect(changeOver({ days: [], values: [] })).toBeUndefined();
  });
});

it('finds the days that stand alone between gaps', () => {
  expect(lonePoints([])).toEqual([]);
  expect(lonePoints([null, 5, null, 1, 2, null, 0])).toEqual([1, 6]);
  expect(lonePoints([7])).toEqual([0]);
  expect(lonePoints([1, 2, 3])).toEqual([]);
});
