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

/** TikTok said "too many requests". Its own hint wins; without one we wait longer each time. */
export function afterRefusal(trail: Trail, now: number, hintMs: number | undefined, random: number): Trail {
  const wait = hintMs ? hintMs + Math.round(random * 2_000) : backoff(trail.strikes, courteous, random);
  return {
    calls: recent(trail, now),
    blocked: { since: now, until: now + Math.min(wait, 24 * 3_600_000) },
    strikes: trail.strikes + 1,
  };
}

export function afterSuccess({ calls }: Trail): Trail {
  return { calls, strikes: 0 };
}
