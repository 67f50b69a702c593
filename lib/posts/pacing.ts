import type { IDBPDatabase } from 'idb';
import * as z from 'zod/mini';
import { type AppError, ErrorData, toErrorData } from '../errors/app-error';
import { type Limited, perMinute } from '../tiktok/limits';
import { afterAnswer, afterRefusal, afterSuccess, freshTrail, Trail, takeCall } from './pacing-rules';

/** TikTok's limits are per account, and outlive any worker: so does what is known about them. */
export interface Pacing {
  /** Takes one call; otherwise when to come back. */
  take(accountId: string, endpoint: Limited): Promise<number | undefined>;
  /** A call that was made at `began` has its answer. */
  ended(accountId: string, endpoint: Limited, began: number, error?: AppError): Promise<void>;
  /** No post of this account until then: the day's cap, too many drafts. */
  cap(accountId: string, mode: string, error: AppError, until: number): Promise<void>;
  capped(accountId: string, mode: string): Promise<Cap | undefined>;
}

const Cap = z.object({ error: ErrorData, since: z.number(), until: z.number() });
export type Cap = z.infer<typeof Cap>;

export interface PacingParts {
  database: Promise<IDBPDatabase>;
  now: () => number;
  random: () => number;
}

export function createPacing({ database, now, random }: PacingParts): Pacing {
  const keyOf = (accountId: string, what: string) => `${accountId}/${what}`;

  /** Read and written in one transaction: two posts, or two contexts, never take the same call. */
  const change = async <T>(
    accountId: string,
    endpoint: Limited,
    decide: (trail: Trail) => { trail: Trail | undefined; answer: T },
  ): Promise<T> => {
    const key = keyOf(accountId, endpoint);
    const { store, done } = (await database).transaction('pacing', 'readwrite');
    const kept = Trail.safeParse(await store.get(key));
    const { trail, answer } = decide(kept.success ? kept.data : freshTrail);
    if (trail) await store.put(trail, key);
    await done;
    return answer;
  };

  const afterCall = (trail: Trail, began: number, error?: AppError): Trail => {
    if (!error) return afterSuccess(trail, began, now());
    if (error.code !== 'rate_limit_exceeded') return afterAnswer(trail, began, now());
    const hint = Number(error.facts.retryAfterMs ?? 0);
    return afterRefusal(trail, began, now(), hint || undefined, random());
  };

  return {
    take: (accountId, endpoint) =>
      change(accountId, endpoint, (trail) => {
        const taken = takeCall(trail, now(), perMinute[endpoint]);
        return 'at' in taken
          ? { trail: undefined, answer: taken.at }
          : { trail: taken.trail, answer: undefined };
      }),
    ended: (accountId, endpoint, began, error) =>
      change(accountId, endpoint, (trail) => {
        const after = afterCall(trail, began, error);
        return { trail: after === trail ? undefined : after, answer: undefined };
      }),
    async cap(accountId, mode, error, until) {
      const cap: Cap = { error: toErrorData(error), since: now(), until };
      await (await database).put('pacing', cap, keyOf(accountId, `cap-${mode}`));
    },
    async capped(accountId, mode) {
      const kept = Cap.safeParse(await (await database).get('pacing', keyOf(accountId, `cap-${mode}`)));
      const time = now();
      return kept.success && kept.data.since <= time && kept.data.until > time ? kept.data : undefined;
    },
  };
}
