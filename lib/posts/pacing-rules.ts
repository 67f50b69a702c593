import * as z from 'zod/mini';
import { backoff, courteous } from './backoff';

/** What is remembered of one endpoint of one account. */
export const Trail = z.object({
  /** When it was called within the last minute, oldest first. */
  calls: z.array(z.number()),
  /** TikTok said "too many": nothing until then. `since` shows a clock that was set back. */
  blocked: z.optional(z.object({ since: z.number(), until: z.number() })),
  strikes: z.number(),
});
export type Trail = z.infer<typeof Trail>;

export const freshTrail: Trail = { calls: [], strikes: 0 };

/** A minute as TikTok sees it may begin a little later than ours. */
const minute = 61_000;
/** Within the margin above: not worth writing down. */
const quick = 500;

/** The trail with one call more, or when to come back. */
export function takeCall(trail: Trail, now: number, perMinute: number): { trail: Trail } | { at: number } {
  const until = blockedUntil(trail, now);
  if (until > now) return { at: until };
  const calls = recent(trail, now);
  const oldest = calls.at(-perMinute);
  if (oldest !== undefined) return { at: oldest + minute };
  return { trail: { calls: [...calls, now], strikes: trail.strikes } };
}

/** Times ahead of now come from a clock that has been set back since: they tell nothing. */
function recent({ calls }: Trail, now: number): number[] {
  return calls.filter((at) => at <= now && now - at < minute);
}

function blockedUntil({ blocked }: Trail, now: number): number {
  return blocked && blocked.since <= now ? blocked.until : 0;
}

/**
 * TikTok counts a call when it arrives. On a slow line that is later than it was taken here, and not after its answer:
 * the minute is counted from there, or the next round would come too soon.
 */
export function afterAnswer(trail: Trail, began: number, now: number): Trail {
  const own = trail.calls.findLastIndex((at) => at <= began);
  if (own < 0 || now - began < quick) return trail;
  return { ...trail, calls: [...trail.calls.toSpliced(own, 1), now] };
}

/** TikTok said "too many requests". Its own hint wins; without one we wait longer each time. */
export function afterRefusal(
  trail: Trail,
  began: number,
  now: number,
  hintMs: number | undefined,
  random: number,
): Trail {
  const { blocked } = trail;
  // Calls that were on their way together are refused together: that is one refusal, not several.
  const isKnown = blocked !== undefined && blocked.since >= began && blocked.since <= now;
  const strikes = isKnown ? Math.max(0, trail.strikes - 1) : trail.strikes;
  const wait = hintMs ? hintMs + Math.round(random * 2_000) : backoff(strikes, courteous, random);
  const until = now + Math.min(wait, 24 * 3_600_000);
  return {
    calls: recent(trail, now),
    blocked: { since: now, until: isKnown ? Math.max(blocked.until, until) : until },
    strikes: strikes + 1,
  };
}

export function afterSuccess(trail: Trail, began: number, now: number): Trail {
  const { calls } = afterAnswer(trail, began, now);
  return calls === trail.calls && trail.strikes === 0 ? trail : { calls, strikes: 0 };
}
