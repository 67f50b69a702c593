import { useEffect, useState } from 'react';

/** The time, to the half minute: near enough for words such as "in 2 hours". */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** "in 2 hours", "5 minutes ago", "now", written out: it stands in the middle of a sentence. */
export function relativeTime(at: number, now: number, locale: string): string {
  const away = at - now;
  const [unit, length] = units.find(([, size]) => Math.abs(away) >= size * 0.95) ?? ['second', 1_000];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(away / length), unit);
}
