import type { IDBPDatabase } from 'idb';
import type { StorageUse } from './shapes';

export interface StorageUseParts {
  database: Promise<IDBPDatabase>;
  /** What is put together of other files takes no room of its own. */
  files: () => Promise<readonly { size: number; form?: string }[]>;
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
  const standing = kept.filter(({ form }) => form !== 'pieces');
  return {
    ...(usage === undefined ? {} : { used: usage }),
    ...(quota === undefined ? {} : { quota }),
    files: { count: standing.length, bytes: standing.reduce((sum, { size }) => sum + size, 0) },
    posts,
    drafts,
    days,
    videos,
  };
}
