import type { IDBPDatabase } from 'idb';
import * as z from 'zod/mini';
import { type AppError, ErrorData, toErrorData } from '../errors/app-error';
import { type Limited, perMinute } from '../tiktok/limits';
import { afterRefusal, afterSuccess, freshTrail, Trail, takeCall } from './pacing-rules';

/** TikTok's limits are per account, and outlive any worker: so does what is known about them. */
export interface Pacing {
  /** Takes one call; otherwise when to come back. */
  take(accountId: string, endpoint: Limited): Promise<number | undefined>;
  refused(accountId: string, endpoint: Limited, error: AppError): Promise<void>;
  succeeded(accountId: string, endpoint: Limited): Promise<void>;
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

  return {
    take: (accountId, endpoint) =>
      change(accountId, endpoint, (trail) => {
        const taken = takeCall(trail, now(), perMinute[endpoint]);
        return 'at' in taken
          ? { trail: undefined, answer: taken.at }
          : { trail: taken.trail, answer: undefined };
      }),
    refused: (accountId, endpoint, error) =>
      change(accountId, endpoint, (trail) => {
        const hint = Number(error.facts.retryAfterMs ?? 0);
        return { trail: afterRefusal(trail, now(), hint || undefined, random()), answer: undefined };
      }),
    succeeded: (accountId, endpoint) =>
      change(accountId, endpoint, (trail) => ({
        trail: trail.strikes > 0 ? afterSuccess(trail) : undefined,
        answer: undefined,
      })),
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
