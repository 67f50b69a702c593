import type { Account } from './account';

const leastMargin = 300_000;
const longestWait = 30 * 60_000;

/**
 * When to refresh: a tenth of the life before its end, at least five minutes,
 * but never before half of it is lived: lives may be very short.
 */
export function refreshDueAt({ refreshedAt, accessExpiresAt }: Account): number {
  const life = Math.max(0, accessExpiresAt - refreshedAt);
  return accessExpiresAt - Math.min(Math.max(leastMargin, life / 10), life / 2);
}

/** When to look at this account again: at its refresh, or later while TikTok is out of reach. */
export function wakeAt(account: Account): number {
  return Math.max(refreshDueAt(account), account.delayed?.retryAt ?? 0);
}

/** Half a minute, then twice as long each time, each wait shortened at random so that nobody marches in step. */
export function retryDelay(failures: number, hint: number | undefined, random: () => number): number {
  const backOff = Math.min(30_000 * 2 ** Math.min(failures - 1, 10), longestWait);
  return Math.max(hint ?? 0, backOff * (0.75 + random() / 4));
}
