import * as z from 'zod/mini';

const millisecondsADay = 86_400_000;

/** A day of the person's own calendar: `2026-11-21`. Sorts as it counts. */
export const Day = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/),
  z.refine((day) => dayAt(dayNumber(day)) === day),
);
export type Day = z.infer<typeof Day>;

/** Which day it is where the person is, by the zone the device is in at this moment. */
export function localDay(now: number): Day {
  const date = new Date(now);
  return written(date.getFullYear(), date.getMonth() + 1, date.getDate());
}

/** Days since 1970: calendar arithmetic that knows no hours, so that daylight saving cannot touch it. */
export const dayNumber = (day: Day): number => Math.round(Date.parse(`${day}T00:00:00Z`) / millisecondsADay);

export function dayAt(number: number): Day {
  const date = new Date(number * millisecondsADay);
  return written(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** How many days later `to` is. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

const written = (year: number, month: number, day: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
