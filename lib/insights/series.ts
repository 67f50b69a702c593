import { type Day, dayAt, dayNumber } from './day';
import type { Measure, Snapshot } from './snapshot';

/** One slot a day, without exception; a day nobody read is null. */
export interface Series {
  days: Day[];
  values: (number | null)[];
}

/** Forty years: more than that is a damaged date, not a history. */
const mostDays = 14_610;

/** The account's numbers from the first day to the last, or of the last so many days before `today`. */
export function seriesOf(
  snapshots: readonly Snapshot[],
  measure: Measure,
  window?: { today: Day; days: number },
): Series {
  const told = snapshots.filter((snapshot) => snapshot[measure] !== undefined);
  const numbers = told.map(({ day }) => dayNumber(day));
  const last = window ? dayNumber(window.today) : greatest(numbers);
  if (last === undefined) return { days: [], values: [] };
  const first = Math.max(window ? last - window.days + 1 : (least(numbers) ?? last), last - mostDays + 1);
  const days = Array.from({ length: last - first + 1 }, (_, at) => dayAt(first + at));
  const values: (number | null)[] = days.map(() => null);
  told.forEach((snapshot, at) => {
    const slot = (numbers[at] ?? 0) - first;
    if (slot >= 0 && slot < values.length) values[slot] = snapshot[measure] ?? null;
  });
  return { days, values };
}

/** How much it changed from the first known value to the last; undefined where there are not two. */
export function changeOver({ values }: Series): { by: number; over: number } | undefined {
  const first = values.findIndex((value) => value !== null);
  const last = values.findLastIndex((value) => value !== null);
  const [from, to] = [values[first], values[last]];
  if (first === last || from == null || to == null) return undefined;
  return { by: to - from, over: last - first };
}

// Not Math.min(...): an argument list has an end, a history should not.
const least = (numbers: readonly number[]) =>
  numbers.length === 0 ? undefined : numbers.reduce((a, b) => Math.min(a, b));
const greatest = (numbers: readonly number[]) =>
  numbers.length === 0 ? undefined : numbers.reduce((a, b) => Math.max(a, b));

/** Which of them stand alone: no line leads there or away. */
export const lonePoints = (values: readonly (number | null)[]): number[] =>
  values.flatMap((value, at) =>
    value !== null && (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null ? [at] : [],
  );
