import * as z from 'zod/mini';
import { AppError, ErrorData } from '../errors/app-error';
import { List } from '../platform/bounded';
import type { Database } from '../platform/database';
import type { AppProof } from '../tiktok/oauth';
import { scopes as allScopes, neededScopes } from './account';

/** How the person signs in: in a window of the browser's own, or in a tab that is read when it comes back. */
export const SignInWay = z.enum(['window', 'tab']);
export type SignInWay = z.infer<typeof SignInWay>;

/** How the last sign-in ended: what the set-up guide knows instead of asking. */
const LastSignIn = z.object({
  clientKey: z.string(),
  redirectUri: z.string(),
  asked: z.array(z.string()),
  granted: z.optional(z.array(z.string())),
  error: z.optional(ErrorData),
});
export type LastSignIn = z.infer<typeof LastSignIn>;

/** The person's own TikTok app. Holds a secret: never leaves this folder but as `AppView` or `AppProof`. */
const AppRecord = z.object({
  clientKey: z._default(z.string(), ''),
  secret: z.optional(z.string()),
  tokenService: z.optional(z.string()),
  scopes: z._default(z.array(z.string()), [...allScopes]),
  way: z._default(SignInWay, 'window'),
  lastSignIn: z.optional(LastSignIn),
  /** Counts the changes of what TikTok is asked with, so that an earlier answer is known to be old. */
  revision: z._default(z.number(), 0),
});
type AppRecord = z.infer<typeof AppRecord>;

/** What a page may know of it. */
export const AppView = z.object({
  clientKey: z.string(),
  hasSecret: z.boolean(),
  tokenService: z.optional(z.string()),
  scopes: z.array(z.string()),
  way: SignInWay,
  /** Key and token service came with this build: there is nothing to set up. */
  bakedIn: z.boolean(),
  isComplete: z.boolean(),
  revision: z.number(),
  lastSignIn: z.optional(LastSignIn),
});
export type AppView = z.infer<typeof AppView>;

/** What a page may change. The secret goes in and never comes out again; absent, the one kept stays. */
export const AppChange = z.object({
  clientKey: z.optional(z.string().check(z.trim(), z.maxLength(200))),
  secret: z.optional(z.string().check(z.trim(), z.maxLength(500))),
  /** Empty: no token service. */
  tokenService: z.optional(
    z.string().check(
      z.trim(),
      z.maxLength(1_000),
      z.refine((address) => address === '' || isServiceAddress(address)),
    ),
  ),
  scopes: z.optional(List(z.enum(allScopes), allScopes.length)),
  way: z.optional(SignInWay),
});
export type AppChange = z.infer<typeof AppChange>;

/** https, and nothing in it that belongs to one person or one request. */
export function isServiceAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === 'https:' && !url.username && !url.password && !url.search && !url.hash;
}

/** Key and token service given to the build; both, or the build has none. */
export interface BakedIn {
  clientKey: string;
  tokenService: string;
}

export interface Credentials {
  view(): Promise<AppView>;
  change(change: AppChange): Promise<AppView>;
  remember(last: LastSignIn): Promise<void>;
  /** For the token calls only. Throws `not_configured`. */
  proof(): Promise<AppProof>;
}

const key = 'app';

export function createCredentials(database: Promise<Database>, bakedIn: BakedIn | undefined): Credentials {
  const read = async () => withBuild((await (await database).get('secrets', key)) ?? {});
  const withBuild = (kept: unknown): AppRecord => {
    const record = AppRecord.safeParse(kept);
    return { ...(record.success ? record.data : z.parse(AppRecord, {})), ...bakedIn };
  };
  const update = async (change: (record: AppRecord) => AppRecord): Promise<AppRecord> => {
    const transaction = (await database).transaction('secrets', 'readwrite');
    const next = change(withBuild((await transaction.store.get(key)) ?? {}));
    await transaction.store.put(next, key);
    await transaction.done;
    return next;
  };
  const view = (record: AppRecord) => toView(record, bakedIn !== undefined);

  return {
    view: async () => view(await read()),
    change: async (change) => view(await update((record) => ({ ...changed(record, change), ...bakedIn }))),
    async remember(lastSignIn) {
      await update((record) => ({ ...record, lastSignIn }));
    },
    async proof() {
      const record = await read();
      if (!isComplete(record)) throw new AppError('not_configured');
      return { clientKey: record.clientKey, secret: record.secret, tokenService: record.tokenService };
    },
  };
}

function changed(record: AppRecord, change: AppChange): AppRecord {
  const { tokenService, secret, ...rest } = record;
  const service = change.tokenService ?? tokenService;
  const kept = change.secret || secret;
  return {
    ...rest,
    clientKey: change.clientKey ?? rest.clientKey,
    scopes: change.scopes ? [...new Set([...neededScopes, ...change.scopes])] : rest.scopes,
    way: change.way ?? rest.way,
    revision: rest.revision + 1,
    // One or the other: with a token service there is no reason to keep a secret here.
    ...(service ? { tokenService: service } : kept ? { secret: kept } : {}),
  };
}

const isComplete = ({ clientKey, secret, tokenService }: AppRecord) =>
  Boolean(clientKey && (secret || tokenService));

function toView({ secret, ...record }: AppRecord, bakedIn: boolean): AppView {
  return { ...record, hasSecret: Boolean(secret), bakedIn, isComplete: isComplete({ ...record, secret }) };
}
