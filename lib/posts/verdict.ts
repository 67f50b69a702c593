import type { AppError } from '../errors/app-error';
import { catalog, type ErrorCode } from '../errors/catalog';
import { backoff, brisk, courteous } from './backoff';

export type Verdict =
  /** Ferry tries again by itself at this time, and tells what it waits for meanwhile. */
  { go: 'again'; at: number } | { go: 'fail' };

const minute = 60_000;
const hour = 60 * minute;

/** A line that is down comes back some time; the person can cancel. Everything else gets a number of tries. */
const endless: ReadonlySet<ErrorCode> = new Set(['offline', 'network', 'timeout']);
const mostTries = 12;

/** Caps that pass with time. TikTok does not say when, so it is asked now and then. */
const caps: Partial<Record<ErrorCode, number>> = {
  spam_risk_too_many_posts: hour,
  reached_active_user_cap: 3 * hour,
  spam_risk_too_many_pending_share: hour,
};

/** What becomes of a post that met an error before TikTok began with it, or while only reading. */
export function judgeFailure(error: AppError, tries: number, now: number, random: number): Verdict {
  const { retry, action } = catalog[error.code];
  const cap = caps[error.code];
  if (cap !== undefined) return again(now + cap);
  if (error.code === 'rate_limit_exceeded') {
    const hint = Number(error.facts.retryAfterMs ?? 0);
    return again(now + (hint > 0 ? hint + random * 2_000 : backoff(tries, courteous, random)));
  }
  // Nothing is lost while the account is away: the post goes on when it is connected again.
  if (action === 'reconnect' && error.code !== 'no_account') return again(now + hour);
  if (retry === 'never') return { go: 'fail' };
  if (tries >= mostTries && !endless.has(error.code)) return { go: 'fail' };
  return again(now + backoff(tries, brisk, random));
}

const again = (at: number): Verdict => ({ go: 'again', at: Math.round(at) });

/** A cap holds for the whole account: other posts need not run into it one by one. */
export const isCap = (code: ErrorCode): boolean => caps[code] !== undefined;

/** Waits that end when the line is back. */
export const isAboutTheLine = (code: ErrorCode): boolean => endless.has(code);
/** Waits that end when the account is connected again. */
export const isAboutTheAccount = (code: ErrorCode): boolean => catalog[code].action === 'reconnect';
