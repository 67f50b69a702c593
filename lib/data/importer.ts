import type { IDBPDatabase, IDBPTransaction } from 'idb';
import * as z from 'zod/mini';
import type { Account } from '../accounts/account';
import type { Draft } from '../drafts/draft';
import { mergeSettings } from '../settings/merge';
import type { Settings, SettingsChange } from '../settings/settings';
import { type ExportedAccount, type ExportRecord, recordKinds } from './records';
import { ImportTally, type Tally } from './shapes';

export interface ImporterParts {
  database: Promise<IDBPDatabase>;
  settings: { read(): Promise<Settings>; change(change: SettingsChange): Promise<Settings> };
}

export interface Importer {
  /** What `merge` would do with these records. Writes nothing. */
  preview(records: readonly ExportRecord[]): Promise<ImportTally>;
  /** All of these records or none of them; never overwrites what is newer here. */
  merge(records: readonly ExportRecord[]): Promise<ImportTally>;
}

const stores = ['accounts', 'posts', 'events', 'drafts', 'snapshots', 'videos', 'growth', 'stash'] as const;
type Transaction = IDBPTransaction<unknown, typeof stores, 'readwrite' | 'readonly'>;
type Verdict = keyof z.infer<typeof Tally>;
type Kept = Exclude<ExportRecord, { is: 'settings' }>;

export function createImporter({ database, settings }: ImporterParts): Importer {
  const mergeInto = async (theirs: Settings, write: boolean): Promise<Verdict> => {
    const mine = await settings.read();
    const merged = mergeSettings(mine, theirs);
    if (JSON.stringify(merged) === JSON.stringify(mine)) return 'same';
    if (write) await settings.change(merged);
    return 'updated';
  };

  const run = async (records: readonly ExportRecord[], write: boolean): Promise<ImportTally> => {
    const tally = emptyTally();
    for (const record of records) {
      if (record.is === 'settings') tally.settings[await mergeInto(record.value, write)] += 1;
    }
    const transaction = (await database).transaction(stores, write ? 'readwrite' : 'readonly');
    const take = async (record: Kept) => {
      const verdict = await judge(transaction, record);
      if (write && verdict !== 'same') await put(transaction, record);
      tally[record.is][verdict] += 1;
    };
    const kept = records.filter((record) => record.is !== 'settings');
    // A post brings its events along: one after the other, so that one that stands twice in the file is added once.
    for (const record of kept) if (record.is === 'post') await take(record);
    await Promise.all([...kept.filter(({ is }) => is !== 'post').map(take), transaction.done]);
    return tally;
  };

  return { preview: (records) => run(records, false), merge: (records) => run(records, true) };
}

const tableOf = {
  account: 'accounts',
  post: 'posts',
  draft: 'drafts',
  snapshot: 'snapshots',
  video: 'videos',
  growth: 'growth',
} as const satisfies Record<Kept['is'], (typeof stores)[number]>;

/** The field by which the later of two is known. A post that ended, and an account that is here, are what they are. */
const ages: Partial<Record<Kept['is'], string>> = {
  draft: 'changedAt',
  snapshot: 'takenAt',
  growth: 'takenAt',
  video: 'seenAt',
};

async function judge(transaction: Transaction, record: Kept): Promise<Verdict> {
  const standing: unknown = await transaction.objectStore(tableOf[record.is]).get(keyOf(record));
  if (standing === undefined) return 'added';
  const age = ages[record.is];
  return age && ageOf(record.value, age) > ageOf(standing, age) ? 'updated' : 'same';
}

function keyOf(record: Kept): string | string[] {
  if (record.is === 'snapshot') return [record.value.accountId, record.value.day];
  if (record.is === 'growth') return [record.value.accountId, record.value.videoId, record.value.day];
  return record.is === 'video' ? [record.value.accountId, record.value.id] : record.value.id;
}

const ageOf = (value: unknown, field: string): number => {
  const age: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
  return typeof age === 'number' ? age : 0;
};

async function put(transaction: Transaction, record: Kept): Promise<void> {
  const table = transaction.objectStore(tableOf[record.is]);
  if (record.is === 'account') await table.put?.(disconnected(record.value));
  else if (record.is === 'draft') await table.put?.(await withoutLostMedia(transaction, record.value));
  else await table.put?.(record.value);
  if (record.is !== 'post') return;
  const events = transaction.objectStore('events');
  for (const event of record.events) if (event.postId === record.value.id) await events.put?.(event);
}

/** It came without tokens: the person signs in once to use it here. */
function disconnected(account: ExportedAccount): Account {
  return {
    ...account,
    accessExpiresAt: 0,
    refreshExpiresAt: 0,
    refreshedAt: 0,
    trouble: { code: 'invalid_grant', facts: {} },
  };
}

/** Files do not travel in an export: what a draft named, and is not on this device, it names no more. */
async function withoutLostMedia(transaction: Transaction, draft: Draft): Promise<Draft> {
  const stash = transaction.objectStore('stash');
  const isHere = async ({ source }: Draft['content']['media'][number]) =>
    source.from === 'url' || (await stash.getKey(source.key)) !== undefined;
  const media: Draft['content']['media'] = [];
  for (const one of draft.content.media) if (await isHere(one)) media.push(one);
  const { batch, ...rest } = draft;
  const kept = { ...rest, content: { ...draft.content, media } };
  if (!batch) return kept;
  const more: typeof batch.more = [];
  for (const entry of batch.more) if (await isHere(entry.media)) more.push(entry);
  return { ...kept, batch: { ...batch, more } };
}

function emptyTally(): ImportTally {
  const tally: Partial<ImportTally> = {};
  for (const kind of recordKinds) tally[kind] = { added: 0, updated: 0, same: 0 };
  return z.parse(ImportTally, tally);
}

/** The sum of what several batches bring. */
export function addTallies(a: ImportTally, b: ImportTally): ImportTally {
  const sum = emptyTally();
  for (const kind of recordKinds) {
    for (const verdict of ['added', 'updated', 'same'] as const) {
      sum[kind][verdict] = a[kind][verdict] + b[kind][verdict];
    }
  }
  return sum;
}
