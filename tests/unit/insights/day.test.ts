import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { Day, dayAt, dayNumber, daysBetween, localDay } from '../../../lib/insights/day';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe('localDay', () => {
  it.each([
    ['Europe/Berlin', '2026-11-20T23:30:00Z', '2026-11-21'],
    ['America/Los_Angeles', '2026-11-21T07:59:00Z', '2026-11-20'],
    ['Pacific/Kiritimati', '2026-11-20T10:00:00Z', '2026-11-21'],
    ['Asia/Kathmandu', '2026-11-20T18:15:00Z', '2026-11-21'],
  ])('in %s %s is %s', (timeZone, at, day) => {
    process.env.TZ = timeZone;
    expect(localDay(Date.parse(at))).toBe(day);
  });

  it.each([
    'Europe/Berlin',
    'America/Sao_Paulo',
    'Africa/Cairo',
    'Asia/Beirut',
    'Australia/Lord_Howe',
    'Pacific/Chatham',
  ])('an hourly look through six years in %s meets every calendar day, in order', (timeZone) => {
    process.env.TZ = timeZone;
    // Into 2018: Brazil then skipped midnight itself when daylight saving began.
    const start = Date.UTC(2017, 0, 1, 12);
    const met = new Set<string>();
    for (let hour = 0; hour < 6 * 365 * 24; hour += 1) met.add(localDay(start + hour * 3_600_000));
    const days = [...met];
    for (let at = 1; at < days.length; at += 1) {
      expect(daysBetween(days[at - 1] ?? '', days[at] ?? '')).toBe(1);
    }
  });
});

describe('calendar arithmetic', () => {
  it('a day and its number name each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: -300_000, max: 300_000 }), (number) => {
        expect(dayNumber(dayAt(number))).toBe(number);
      }),
    );
  });

  it('no day is shorter or longer than another, whatever the clocks do', () => {
    process.env.TZ = 'Europe/Berlin';
    expect(daysBetween('2026-03-28', '2026-03-29')).toBe(1);
    expect(daysBetween('2026-03-29', '2026-03-30')).toBe(1);
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  });

  it.each(['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', '2026-11-21T00:00', ''])(
    '%s is no day',
    (text) => {
      expect(Day.safeParse(text).success).toBe(false);
    },
  );
});
