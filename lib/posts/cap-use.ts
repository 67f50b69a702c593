import * as z from 'zod/mini';
import { dayLimits } from '../media/limits';
import type { Post } from './post';
import { isEnd } from './transitions';

const Use = z.object({
  used: z.number(),
  limit: z.number(),
  /** When the oldest of them no longer counts. */
  freesAt: z.optional(z.number()),
});

/** What Ferry has used of TikTok's daily caps, as far as its own ledger of posts tells. */
export const CapUse = z.object({ posts: Use, pending: Use });
export type CapUse = z.infer<typeof CapUse>;

export const day = 86_400_000;

/** `onTheWay`: those that are still to be sent count as well, as they will before anything that is posted now. */
export function capUse(posts: readonly Post[], now: number, { onTheWay = false } = {}): CapUse {
  const counted = (mode: Post['content']['mode'], limit: number) => {
    const own = posts.filter(({ content }) => content.mode === mode);
    const times = own
      .flatMap(({ attempts, state }) =>
        attempts.filter((attempt, at) => counts(attempt, at === attempts.length - 1, state)),
      )
      .map(({ initiatedAt }) => initiatedAt ?? 0)
      // A time ahead of the clock was written before the clock was set back: it counts.
      .filter((at) => at > now - day);
    const waiting = onTheWay ? own.filter(isToBeSent).length : 0;
    return {
      used: times.length + waiting,
      limit,
      ...(times.length === 0 ? {} : { freesAt: Math.min(...times) + day }),
    };
  };
  return { posts: counted('direct', dayLimits.posts), pending: counted('inbox', dayLimits.pendingDrafts) };
}

/** TikTok took it: it gave an id, and did not say afterwards that it came to nothing. */
function counts(attempt: Post['attempts'][number], isLast: boolean, state: Post['state']): boolean {
  if (attempt.initiatedAt === undefined || attempt.publishId === undefined) return false;
  return !attempt.error && !(isLast && (state === 'failed' || state === 'cancelled'));
}

function isToBeSent({ state, attempts }: Post): boolean {
  const last = attempts.at(-1);
  return !isEnd(state) && state !== 'unknown' && (last?.publishId === undefined || last.error !== undefined);
}
