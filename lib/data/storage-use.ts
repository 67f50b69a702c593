import type { IDBPDatabase } from 'idb';
import * as z from 'zod/mini';

export const StorageUse = z.object({
  /** Bytes in all, as the browser counts them; absent where it does not say. */
  used: z.optional(z.number()),
  quota: z.optional(z.number()),
  /** Pictures and videos that wait or are under way. */
  files: z.object({ count: z.number(), bytes: z.number() }),
  posts: z.number(),
  drafts: z.number(),
  days: z.number(),
  videos: z.number(),
});
export type StorageUse = z.infer<typeof StorageUse>;

export interface StorageUseParts {
  database: Promise<IDBPDatabase>;
  files: () => Promise<readonly { size: number }[]>;
  estimate: () => Promise<{ usage?: number | undefined; quota?: number | undefined }>;
}

export async function storageUse({ database, files, estimate }: StorageUseParts): Promise<StorageUse> {
  const db = await database;
  const [posts, drafts, days, videos, kept, { usage, quota }] = await Promise.all([
    db.count('posts'),
    db.count('drafts'),
    db.count('snapshots'),
    db.count('videos'),
    files(),
    estimate(),
  ]);
  return {
    ...(usage === undefined ? {} : { used: usage }),
    ...(quota === undefined ? {} : { quota }),
    files: { count: kept.length, bytes: kept.reduce((sum, { size }) => sum + size, 0) },
    posts,
    drafts,
    days,
    videos,
  };
}
