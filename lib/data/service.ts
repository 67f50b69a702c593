import type { IDBPDatabase } from 'idb';
import { Account } from '../accounts/account';
import { Reading } from '../insights/snapshot';
import { type CapUse, capUse } from '../posts/cap-use';
import { Post, PostEvent } from '../posts/post';
import { auditTrail } from './audit-trail';
import { type DiagnosticFacts, diagnostics } from './diagnostics';
import { auditHealth } from './evidence';
import { createScrub, scrubDeep, secretsIn } from './scrub';
import type { AuditHealth, AuditRow, CarriedVideo, StorageUse } from './shapes';

/** What the browser says of itself and of what it allows. */
export interface Surroundings {
  ferry: string;
  browser: string;
  language: string;
  permissions(): Promise<{ permissions: readonly string[]; origins: readonly string[] }>;
}

export interface DataParts {
  database: Promise<IDBPDatabase>;
  storage: () => Promise<StorageUse>;
  surroundings: Surroundings;
  now: () => number;
}

export interface Data {
  auditTrail(): Promise<AuditRow[]>;
  /** What the ledger of posts says about the account's caps and the app's audit. */
  standing(accountId: string): Promise<{ caps: CapUse; audit: AuditHealth }>;
  carried(accountId: string): Promise<CarriedVideo[]>;
  diagnostics(): Promise<string>;
}

type Readable<T> = { safeParse(value: unknown): { data?: T | undefined } };

/** What is read across floors: the history as one whole. */
export function createData({ database, storage, surroundings, now }: DataParts): Data {
  const all = async <T>(table: string, schema: Readable<T>): Promise<T[]> =>
    (await (await database).getAll(table)).flatMap((value) => schema.safeParse(value).data ?? []);
  const scrub = async () =>
    createScrub((await (await database).getAll('secrets')).flatMap((value) => secretsIn(value)));

  return {
    async auditTrail() {
      const [posts, accounts, clean] = await Promise.all([
        all('posts', Post),
        all('accounts', Account),
        scrub(),
      ]);
      return scrubDeep(auditTrail(posts, accounts), clean);
    },
    async standing(accountId) {
      const posts = await all('posts', Post);
      const own = posts.filter((post) => post.accountId === accountId);
      return { caps: capUse(own, now()), audit: auditHealth(posts) };
    },
    async carried(accountId) {
      const posts = await all('posts', Post);
      return posts
        .filter((post) => post.accountId === accountId)
        .flatMap(({ id, createdAt, videoIds }) =>
          videoIds.map((videoId) => ({ videoId, postId: id, at: createdAt })),
        );
    },
    async diagnostics() {
      const [{ permissions, origins }, accounts, readings, posts, events, use, clean] = await Promise.all([
        surroundings.permissions(),
        all('accounts', Account),
        all('readings', Reading),
        all('posts', Post),
        all('events', PostEvent),
        storage(),
        scrub(),
      ]);
      const { ferry, browser, language } = surroundings;
      const facts: DiagnosticFacts = {
        now: now(),
        ferry,
        browser,
        language,
        permissions,
        origins,
        accounts,
        readings,
        posts,
        events,
        storage: use,
      };
      return diagnostics(facts, clean);
    },
  };
}
