import type { Words } from '../../lib/words';
import { useWords } from './useWords';

export interface Formats {
  /** 83 → 1:23 */
  duration(seconds: number): string;
  bytes(count: number): string;
  /** A moment, near ones in words: 2 minutes ago. */
  ago(at: number, now: number): string;
  moment(at: number): string;
  /** 14:05; with the day where it is not today. */
  clock(at: number, now: number): string;
  number(value: number): string;
  /** 12 345 → 12.3K */
  short(value: number): string;
  percent(fraction: number): string;
}

/** A formatter costs more to make than all it will ever format, and a grid has dozens of users: one set for all. */
const made = new WeakMap<Words, Formats>();

/** Numbers and times as the person's language writes them. */
export function useFormats(): Formats {
  const words = useWords();
  const formats = made.get(words) ?? createFormats(words.locale);
  made.set(words, formats);
  return formats;
}

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** Made when first used: most screens need one or two of them. */
function once<T>(make: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= make();
    return value;
  };
}

function createFormats(locale: string): Formats {
  const number = once(() => new Intl.NumberFormat(locale));
  const two = once(() => new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 }));
  const short = once(() => new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }));
  const percent = once(() => new Intl.NumberFormat(locale, { style: 'percent' }));
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }));
  const moment = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }));
  const time = once(() => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }));
  const day = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }));
  const size = (unit: string, digits: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: digits });

  return {
    duration(seconds) {
      const whole = Math.round(seconds);
      const [hours, minutes] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60];
      const tail = two().format(whole % 60);
      return hours > 0
        ? `${number().format(hours)}:${two().format(minutes)}:${tail}`
        : `${number().format(minutes)}:${tail}`;
    },
    bytes(count) {
      if (count < 1_000_000) return size('kilobyte', 0).format(Math.max(1, count / 1_000));
      if (count < 1_000_000_000)
        return size('megabyte', count < 10_000_000 ? 1 : 0).format(count / 1_000_000);
      return size('gigabyte', 1).format(count / 1_000_000_000);
    },
    ago(at, now) {
      const past = at - now;
      if (Math.abs(past) > 6 * 86_400_000) return day().format(at);
      const [unit, length] = units.find(([, length]) => Math.abs(past) >= length) ?? ['second', 1_000];
      return relative().format(Math.trunc(past / length), unit);
    },
    moment: (at) => moment().format(at),
    clock: (at, now) => (day().format(at) === day().format(now) ? time() : moment()).format(at),
    number: (value) => number().format(value),
    short: (value) => short().format(value),
    percent: (fraction) => percent().format(fraction),
  };
}
