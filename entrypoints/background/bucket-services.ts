import { browserAlarms } from '../../lib/platform/alarms';
import { systemClock } from '../../lib/platform/clock';
import type { Database } from '../../lib/platform/database';
import { webLocks } from '../../lib/platform/locks';
import { createBucketStore } from '../../lib/routes/bucket/bucket-store';
import { createCleaner } from '../../lib/routes/bucket/cleaner';
import { createBucketDesk } from '../../lib/routes/bucket/desk';
import { createRelayedStore } from '../../lib/routes/bucket/relayed';
import { createS3 } from '../../lib/routes/bucket/s3';

export const bucketAlarm = 'bucket';

interface Needs {
  database: Promise<Database>;
  /** Whether TikTok may still come for this post's photos. */
  isNeeded: (postId: string) => Promise<boolean>;
}

/** The person's web space: what the options page asks about it, and the broom that keeps it empty. */
export function bucketServices({ database, isNeeded }: Needs) {
  const plainFetch: typeof fetch = (...ask) => fetch(...ask);
  const bucketStore = createBucketStore(database);
  const relayed = createRelayedStore(database);
  const cleaner = createCleaner({
    relayed,
    bucket: bucketStore,
    s3: (bucket) => createS3(bucket, plainFetch),
    isNeeded,
    locks: webLocks,
    now: systemClock.now,
  });
  /** Sweeps, and comes back for what is left. */
  const broom = async (): Promise<number | undefined> => {
    const again = await cleaner.sweep();
    if (again === undefined) await browserAlarms.clear(bucketAlarm);
    else await browserAlarms.set(bucketAlarm, again);
    return again;
  };
  const bucketDesk = createBucketDesk({
    store: bucketStore,
    cleaner: { ...cleaner, sweep: broom },
    relayed,
    fetch: plainFetch,
    clock: systemClock,
  });
  return { bucketStore, bucketDesk, broom };
}
