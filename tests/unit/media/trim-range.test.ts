import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asCut, firstPart, movedEnd, shortestCut } from '../../../components/media/trim-range';

describe('moving the ends of a cut', () => {
  it.each([
    ['start', 10, { start: 10, end: 50 }],
    ['start', 60, { start: 60, end: 61 }],
    ['start', 500, { start: 99, end: 100 }],
    ['end', 30, { start: 20, end: 30 }],
    ['end', 5, { start: 4, end: 5 }],
    ['end', 999, { start: 20, end: 100 }],
  ] as const)('%s to %i', (which, to, expected) => {
    expect(movedEnd({ start: 20, end: 50 }, which, to, 100)).toEqual(expected);
  });

  it('never leaves the video, never turns round, never leaves less than can be posted', () => {
    const time = fc.double({ min: -50, max: 2_000, noNaN: true });
    fc.assert(
      fc.property(
        fc.double({ min: 2, max: 1_500, noNaN: true }),
        fc.array(fc.tuple(fc.constantFrom('start' as const, 'end' as const), time)),
        (duration, moves) => {
          let trim = { start: 0, end: duration };
          for (const [which, to] of moves) {
            trim = movedEnd(trim, which, to, duration);
            expect(trim.start).toBeGreaterThanOrEqual(0);
            expect(trim.end).toBeLessThanOrEqual(duration + 1e-9);
            expect(trim.end - trim.start).toBeGreaterThanOrEqual(shortestCut - 1e-9);
          }
        },
      ),
    );
  });
});

it('the first part is as long as the account may post', () => {
  expect(firstPart(1_500, 600)).toEqual({ start: 0, end: 600 });
  expect(firstPart(30, 600)).toEqual({ start: 0, end: 30 });
});

it('a cut that cuts nothing is none', () => {
  expect(asCut({ start: 0, end: 30 }, 30)).toBeUndefined();
  expect(asCut({ start: 0, end: 20 }, 30)).toEqual({ start: 0, end: 20 });
});
