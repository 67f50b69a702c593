import type * as z from 'zod/mini';
import type { Database } from '../platform/database';
import type { Day } from './day';
import { KnownVideo, Reading, Snapshot, VideoDay } from './snapshot';

/** What one reading brings: kept whole, or not at all. */
export interface DayReading {
  snapshot: Snapshot;
  videoDays: readonly VideoDay[];
}

/** Some of the known videos; `next` is what to ask for those before them, absent where there are none. */
export interface KnownPage {
  videos: KnownVideo[];
  next?: string;
}

export interface InsightStore {
  hasDay(accountId: string, day: Day): Promise<boolean>;
  /** The later reading of a day takes the place of the earlier one. */
  keepDay(reading: DayReading): Promise<void>;
  /** Oldest first; all of them, or those since a day. */
  snapshots(accountId: string, since?: Day): Promise<Snapshot[]>;
  lastSnapshot(accountId: string): Promise<Snapshot | undefined>;
  videoDays(accountId: string, videoId: string): Promise<VideoDay[]>;
  videos(accountId: string): Promise<KnownVideo[]>;
  /** So many of those posted last, or last before one of them, newest first: TikTok's ids grow with time. */
  videoPage(accountId: string, most: number, before?: string): Promise<KnownPage>;
  keepVideos(videos: readonly KnownVideo[]): Promise<void>;
  /** The numbers of a video that is gone stay; the video does not. */
  dropVideos(accountId: string, ids: readonly string[]): Promise<void>;
  reading(accountId: string): Promise<Reading | undefined>;
  keepReading(reading: Reading): Promise<void>;
}

/** Every key that begins with this account's id. */
export const ofAccount = (...start: string[]): IDBKeyRange => IDBKeyRange.bound(start, [...start, []]);

export function createInsightStore(database: Promise<Database>): InsightStore {
  const all = async <T>(table: string, schema: z.ZodMiniType<T>, range: IDBKeyRange): Promise<T[]> =>
    (await (await database).getAll(table, range)).flatMap((kept) => schema.safeParse(kept).data ?? []);

  return {
    async hasDay(accountId, day) {
      return (await (await database).getKey('snapshots', [accountId, day])) !== undefined;
    },
    async keepDay({ snapshot, videoDays }) {
      const transaction = (await database).transaction(['snapshots', 'growth'], 'readwrite');
      const growth = transaction.objectStore('growth');
      await Promise.all([
        transaction.objectStore('snapshots').put(snapshot),
        ...videoDays.map((videoDay) => growth.put(videoDay)),
        transaction.done,
      ]);
    },
    snapshots: (accountId, since) =>
      all(
        'snapshots',
        Snapshot,
        since === undefined ? ofAccount(accountId) : IDBKeyRange.bound([accountId, since], [accountId, []]),
      ),
    async lastSnapshot(accountId) {
      const newest = await (await database)
        .transaction('snapshots')
        .store.openCursor(ofAccount(accountId), 'prev');
      return Snapshot.safeParse(newest?.value).data;
    },
    videoDays: (accountId, videoId) => all('growth', VideoDay, ofAccount(accountId, videoId)),
    videos: (accountId) => all('videos', KnownVideo, ofAccount(accountId)),
    async videoPage(accountId, most, before) {
      const { store } = (await database).transaction('videos');
      const cursor = await store.openKeyCursor(
        before === undefined
          ? ofAccount(accountId)
          : IDBKeyRange.bound([accountId], [accountId, before], false, true),
        'prev',
      );
      const newest = cursor?.key;
      if (!newest) return { videos: [] };
      // Where the page ends is found in one step, and its videos come in another: a step for each would be slow.
      const oldest = most > 1 ? (await cursor.advance(most - 1))?.key : newest;
      const kept = await store.getAll(IDBKeyRange.bound(oldest ?? [accountId], newest));
      const videos = kept.flatMap((one) => KnownVideo.safeParse(one).data ?? []).reverse();
      return Array.isArray(oldest) ? { videos, next: String(oldest[1]) } : { videos };
    },
    async keepVideos(videos) {
      const { store, done } = (await database).transaction('videos', 'readwrite');
      await Promise.all([...videos.map((video) => store.put(video)), done]);
    },
    async dropVideos(accountId, ids) {
      const { store, done } = (await database).transaction('videos', 'readwrite');
      await Promise.all([...ids.map((id) => store.delete([accountId, id])), done]);
    },
    async reading(accountId) {
      return Reading.safeParse(await (await database).get('readings', accountId)).data;
    },
    async keepReading(reading) {
      await (await database).put('readings', reading);
    },
  };
}
