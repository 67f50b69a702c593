import * as z from 'zod/mini';
import { ErrorData } from '../errors/app-error';
import type { Area } from '../platform/storage';
import { SignInWay } from './credentials';

/** A sign-in that was begun: what must still be known when TikTok sends the browser back. */
const Pending = z.object({
  state: z.string(),
  verifier: z.string(),
  clientKey: z.string(),
  redirectUri: z.string(),
  scopes: z.array(z.string()),
  way: SignInWay,
  tabId: z.optional(z.number()),
  startedAt: z.number(),
  /** The address TikTok came back with, kept before anything is done with it: a worker may die in between. */
  callback: z.optional(z.string()),
  /** Set before the code is used, which can be done only once. */
  isTried: z.optional(z.boolean()),
});
export type Pending = z.infer<typeof Pending>;

const lifetime = 30 * 60_000;

export interface PendingSignIn {
  read(now: number): Promise<Pending | undefined>;
  write(pending: Pending): Promise<void>;
  clear(): Promise<void>;
  /** How a sign-in in a tab failed: there is no page waiting for its answer. */
  trouble(): Promise<ErrorData | undefined>;
  setTrouble(error: ErrorData | undefined): Promise<void>;
}

/** Lives in the browser's session storage: it outlasts the worker, not the browser, and no web page can read it. */
export function createPendingSignIn(session: Area): PendingSignIn {
  return {
    async read(now) {
      const kept = Pending.safeParse(await session.get('sign-in'));
      return kept.success && now - kept.data.startedAt < lifetime ? kept.data : undefined;
    },
    write: (pending) => session.set('sign-in', pending),
    clear: () => session.remove('sign-in'),
    trouble: async () => ErrorData.safeParse(await session.get('sign-in-trouble')).data,
    setTrouble: (error) =>
      error ? session.set('sign-in-trouble', error) : session.remove('sign-in-trouble'),
  };
}
