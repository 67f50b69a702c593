import type { IDBPDatabase } from 'idb';
import { createFetchWork } from '../media/fetch-work';
import { createPrepareWork } from '../media/prepare';
import type { Stash } from '../media/stash';
import type { Clock } from '../platform/clock';
import type { Put } from '../platform/put';
import { createBucketStore } from '../routes/bucket/bucket-store';
import { createRelayWork } from '../routes/bucket/relay-photos';
import { createRelayedStore } from '../routes/bucket/relayed';
import { createS3 } from '../routes/bucket/s3';
import { createUploadWork } from '../routes/upload';
import { largestVideo } from '../tiktok/limits';
import type { Works } from './hands';

export interface WorkParts {
  database: Promise<IDBPDatabase>;
  stash: Stash;
  fetch: typeof globalThis.fetch;
  put: Put;
  clock: Clock;
  random: () => number;
  isOnline: () => boolean;
  room: () => Promise<number | undefined>;
}

/** TikTok takes photos of 20 MB; what is larger may still be made smaller, within reason. */
const largestPhoto = 100_000_000;

/** Everything the hands can do. */
export function createWorks({
  database,
  stash,
  fetch,
  put,
  clock,
  random,
  isOnline,
  room,
}: WorkParts): Works {
  return {
    fetch: createFetchWork({
      fetch,
      stash,
      clock,
      isOnline,
      room,
      mostBytes: { video: largestVideo, photo: largestPhoto },
    }),
    prepare: createPrepareWork(stash),
    relay: createRelayWork({
      stash,
      bucket: createBucketStore(database),
      relayed: createRelayedStore(database),
      s3: (bucket) => createS3(bucket, fetch),
      now: clock.now,
    }),
    upload: createUploadWork({ put, stash, clock, random }),
  };
}
