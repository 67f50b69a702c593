const second = 1_000;
const minute = 60 * second;

export interface Pace {
  first: number;
  most: number;
}

/** For what may be over in a moment: a server's hiccup, a lost connection. */
export const brisk: Pace = { first: 2 * second, most: 2 * minute };
/** For TikTok's own limit, when it does not say how long. */
export const courteous: Pace = { first: 12 * second, most: 2 * minute };

/** Doubles with each try, and is spread so that posts that failed together do not return together. */
export function backoff(tries: number, { first, most }: Pace, random: number): number {
  const whole = Math.min(most, first * 2 ** Math.min(tries, 20));
  return Math.round(whole * (0.75 + random / 2));
}
