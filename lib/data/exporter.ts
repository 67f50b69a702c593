import type { IDBPDatabase } from 'idb';
import type * as z from 'zod/mini';
import { Account } from '../accounts/account';
import { Draft } from '../drafts/draft';
import { KnownVideo, Snapshot, VideoDay } from '../insights/snapshot';
import { Post, PostEvent } from '../posts/post';
import { isEnd } from '../posts/transitions';
import type { Settings } from '../settings/settings';
import { headerLine, recordLine } from './archive';
import { outboundAccount, outboundDraft, outboundEvent, outboundPost } from './outbound';
import type { ExportRecord } from './records';
import { createScrub, scrubDeep, secretsIn } from './scrub';
import { ExportKey, type ExportPage, type ExportPlace } from './shapes';

export interface ExporterParts {
  database: Promise<IDBPDatabase>;
  settings: () => Promise<Settings>;
  /** Ferry's own version. */
  ferry: string;
  now: () => number;
}

type Read = (value: unknown, database: IDBPDatabase) => Promise<ExportRecord | undefined>;

/** Few enough for one message, enough that ten years are some hundred of them. */
const recordsAPage = 1_000;

const tables: readonly { name: string; read: Read }[] = [
  { name: 'accounts', read: as(Account, (value) => ({ is: 'account', value: outboundAccount(value) })) },
  { name: 'posts', read: readPost },
  { name: 'drafts', read: as(Draft, (value) => ({ is: 'draft', value: outboundDraft(value) })) },
  { name: 'snapshots', read: as(Snapshot, (value) => ({ is: 'snapshot', value })) },
  { name: 'videos', read: as(KnownVideo, ({ coverUrl: _, ...value }) => ({ is: 'video', value })) },
  { name: 'growth', read: as(VideoDay, (value) => ({ is: 'growth', value })) },
];

/** Everything but secrets, page by page. A record that cannot be read here could not be read there either. */
export function createExporter(parts: ExporterParts): (place?: ExportPlace) => Promise<ExportPage> {
  const scrub = async (database: IDBPDatabase) =>
    createScrub((await database.getAll('secrets')).flatMap((value) => secretsIn(value)));

  return async (place: ExportPlace = { table: -1 }): Promise<ExportPage> => {
    const database = await parts.database;
    const clean = await scrub(database);
    const line = (record: ExportRecord) => recordLine(scrubDeep(record, clean));
    if (place.table < 0) {
      const header = headerLine(parts.now(), parts.ferry);
      return {
        header,
        lines: [line({ is: 'settings', value: await parts.settings() })],
        next: { table: 0 },
      };
    }
    const table = tables[place.table];
    if (!table) return { lines: [] };
    const range = place.after === undefined ? null : IDBKeyRange.lowerBound(place.after, true);
    const [values, keys] = await Promise.all([
      database.getAll(table.name, range, recordsAPage),
      database.getAllKeys(table.name, range, recordsAPage),
    ]);
    const records = await Promise.all(values.map((value) => table.read(value, database)));
    const lines = records.flatMap((record) => (record ? [line(record)] : []));
    const last = ExportKey.safeParse(keys.at(-1)).data;
    if (keys.length === recordsAPage && last !== undefined) {
      return { lines, next: { table: place.table, after: last } };
    }
    return place.table + 1 < tables.length ? { lines, next: { table: place.table + 1 } } : { lines };
  };
}

function as<T>(schema: z.ZodMiniType<T>, record: (value: T) => ExportRecord): Read {
  return async (value) => {
    const read = schema.safeParse(value);
    return read.success ? record(read.data) : undefined;
  };
}

async function readPost(value: unknown, database: IDBPDatabase): Promise<ExportRecord | undefined> {
  const post = Post.safeParse(value).data;
  if (!post || post.open !== undefined || !isEnd(post.state)) return undefined;
  const events = await database.getAllFromIndex('events', 'post', post.id);
  return {
    is: 'post',
    value: outboundPost(post),
    events: events.flatMap((event) => PostEvent.safeParse(event).data ?? []).map(outboundEvent),
  };
}
