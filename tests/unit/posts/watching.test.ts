import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  untilNextInboxLook,
  untilNextLinkLook,
  untilNextLook,
  untilNextSearch,
} from '../../../lib/posts/watching';

const second = 1_000;
const hour = 3_600_000;
const alone = { listening: false, together: 1 };

/** The times of all looks within this long. */
function looks(within: number, facts = alone): number[] {
  const times: number[] = [];
  for (let at = untilNextLook(0, facts); at <= within; at += untilNextLook(at, facts)) times.push(at);
  return times;
}

const longestGap = (times: readonly number[]) =>
  Math.max(...times.slice(1).map((at, index) => at - (times[index] ?? 0)));

describe('watching TikTok at work', () => {
  it('is at most 3 s late with a page open for what ends in the first minute and a half', () => {
    const times = looks(90 * second, { listening: true, together: 1 });
    expect(times[0]).toBeLessThanOrEqual(5 * second);
    expect(longestGap(times)).toBeLessThanOrEqual(3 * second);
  });

  it('is at most 10 s late with a page open for what ends within the hour', () => {
    const times = [0, ...looks(hour, { listening: true, together: 1 })];
    expect(longestGap(times)).toBeLessThanOrEqual(10 * second);
  });

  it('is at most 20 s late with all closed for what ends within the hour: the worker need not wait for an alarm', () => {
    const times = [0, ...looks(hour)];
    expect(longestGap(times)).toBeLessThanOrEqual(20 * second);
  });

  it('is late by a part of what it took where it took hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 72 }), fc.boolean(), (hours, listening) => {
        const wait = untilNextLook(hours * hour, { listening, together: 1 });
        expect(wait).toBeLessThanOrEqual(20 * second + (hours - 1) * hour * (listening ? 0.01 : 0.1));
      }),
    );
  });

  it('never asks more than TikTok allows a minute, however many posts one account has', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.nat(3_600),
        fc.boolean(),
        (together, age, listening) => {
          const perMinute = (together * 60 * second) / untilNextLook(age * second, { listening, together });
          expect(perMinute).toBeLessThanOrEqual(30);
        },
      ),
    );
  });

  it('looks ever more rarely at a post that takes days, and never stops', () => {
    fc.assert(
      fc.property(fc.nat(30 * 24 * 60), (minutes) => {
        const wait = untilNextLook(minutes * 60 * second, alone);
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(6 * hour);
      }),
    );
    const days = [0, 1, 2].map((day) => looks((day + 1) * 24 * hour).length - looks(day * 24 * hour).length);
    expect(days[0]).toBeLessThan(300);
    expect(days[1]).toBeLessThan(50);
    expect(days[2]).toBeLessThan(30);
  });

  it('does not ask a large file after three seconds', () => {
    expect(untilNextLook(0, { listening: true, together: 1, size: 4e9 })).toBeGreaterThan(40 * second);
  });
});

describe('looking for what is missing', () => {
  it('asks for the address of a public post for three days, and then lets it be', () => {
    expect(untilNextLinkLook(0)).toBeLessThanOrEqual(10 * second);
    expect(untilNextLinkLook(71 * hour)).toBeDefined();
    expect(untilNextLinkLook(73 * hour)).toBeUndefined();
  });

  it('asks rarely after a draft in the inbox, and not for ever', () => {
    expect(untilNextInboxLook(0)).toBeGreaterThanOrEqual(60 * second);
    expect(untilNextInboxLook(49 * hour)).toBeUndefined();
  });

  it('goes on looking for a post in doubt', () => {
    expect(untilNextSearch(0)).toBeLessThanOrEqual(10 * second);
    expect(untilNextSearch(1_000 * hour)).toBeLessThanOrEqual(12 * hour);
  });
});
