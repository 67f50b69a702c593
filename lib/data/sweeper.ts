import type { IDBPDatabase } from 'idb';
import * as z from 'zod/mini';

export interface SweeperParts {
  database: Promise<IDBPDatabase>;
  stash: {
    list(): Promise<readonly { createdAt: number }[]>;
    sweep(named: ReadonlySet<string>, before: number): Promise<void>;
  };
  now: () => number;
}

const hour = 3_600_000;
/** A post that failed may be tried again for so long without fetching its media anew. */
const retryFor = 14 * 24 * hour;

const Kept = z.object({ open: z.optional(z.unknown()), state: z.string(), stateSince: z.number() });

/** Removes the files nobody needs any more: those of no draft, of no post under way, of none that may be tried again. */
export async function sweepFiles({ database, stash, now }: SweeperParts): Promise<void> {
  // What was made a moment ago may not have been named yet.
  const before = now() - hour;
  // This runs at every boot, and reads the whole history: only if there is a file to decide about.
  if (!(await stash.list()).some(({ createdAt }) => createdAt < before)) return;
  const db = await database;
  const [drafts, jobs, posts] = await Promise.all([
    db.getAll('drafts'),
    db.getAll('jobs'),
    db.getAll('posts'),
  ]);
  await stash.sweep(textsIn([...drafts, ...jobs, ...posts.filter((post) => isNeeded(post, now()))]), before);
}

/** What cannot be read is taken as needed: better a file too many than one too few. */
function isNeeded(value: unknown, now: number): boolean {
  const post = Kept.safeParse(value).data;
  if (!post || post.open !== undefined) return true;
  return post.state === 'failed' && post.stateSince > now - retryFor;
}

/** Removes these of the files, but for those that something that is kept still names. */
export async function dropFiles(
  database: Promise<IDBPDatabase>,
  stash: { list(): Promise<readonly { key: string }[]>; remove(key: string): Promise<unknown> },
  keys: ReadonlySet<string>,
): Promise<void> {
  const db = await database;
  const kept = await Promise.all(['drafts', 'jobs', 'posts'].map((name) => db.getAll(name)));
  const named = textsIn(kept);
  for (const { key } of await stash.list()) if (keys.has(key) && !named.has(key)) await stash.remove(key);
}

/** Every text in it, keys of files among them: whoever names a file anywhere needs it. */
export function textsIn(value: unknown): Set<string> {
  const found = new Set<string>();
  addTexts(value, found);
  return found;
}

function addTexts(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') found.add(value);
  else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) addTexts(part, found);
  }
}
