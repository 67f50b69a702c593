import { isAppError, toErrorData } from '../../errors/app-error';
import type { Locks } from '../../platform/locks';
import type { Bucket } from './bucket';
import type { BucketStore } from './bucket-store';
import { placeName, type Relayed, type RelayedStore } from './relayed';
import type { S3 } from './s3';

export interface CleanerParts {
  relayed: RelayedStore;
  bucket: Pick<BucketStore, 'open' | 'left' | 'forgetLeft'>;
  s3: (bucket: Bucket) => Pick<S3, 'remove'>;
  /** Whether TikTok still may come for this post's photos: false once its outcome is known. */
  isNeeded: (postId: string) => Promise<boolean>;
  locks: Locks;
  now: () => number;
}

export interface Cleaner {
  /** Deletes what nobody needs any more. Says when to come again, if anything is left. */
  sweep(): Promise<number | undefined>;
  leftovers(): Promise<Relayed[]>;
  /** Forgets what lies in buckets that were left, and their keys: the person wants it so. */
  abandonLeft(): Promise<void>;
}

const minute = 60_000;
/** TikTok gives up a pull after an hour: what is older is in nobody's way, whatever became of the post. */
export const neededAtMost = 26 * 60 * minute;

/** Then the keys of a bucket that was left are forgotten in any case. */
const triedAtMost = 30 * 24 * 60 * minute;

/** Back-off of a failed deletion: 1, 4, 16 … minutes, then twice a day. */
export const nextTry = (tries: number): number => Math.min(minute * 4 ** (tries - 1), 12 * 60 * minute);

/** Deletes relayed photos after their outcome, again and again until they are gone. */
export function createCleaner({ relayed, bucket, s3, isNeeded, locks, now }: CleanerParts): Cleaner {
  const sweep = async (): Promise<void> => {
    const current = await bucket.open();
    const all = [...(current ? [current] : []), ...(await bucket.left())];
    for (const one of all) await sweepOne(one);
    const known = new Set(all.map(({ place }) => placeName(place)));
    const still = await relayed.list();
    // Without a key to its bucket nobody can delete it.
    for (const { key, where } of still) if (!known.has(where)) await relayed.remove(key);
    await bucket.forgetLeft(new Set(still.map(({ where }) => where)));
  };

  const sweepOne = async (one: Bucket): Promise<void> => {
    const client = s3(one);
    const here = placeName(one.place);
    for (const object of await relayed.list()) {
      if (object.where !== here || (object.nextTryAt ?? 0) > now()) continue;
      const isOld = now() - object.createdAt > neededAtMost;
      if (!isOld && (await isNeeded(object.postId))) continue;
      await remove(object, client);
    }
  };

  const remove = async (object: Relayed, client: Pick<S3, 'remove'>): Promise<void> => {
    try {
      await client.remove(object.key);
      await relayed.remove(object.key);
    } catch (error) {
      // The bucket was deleted, or nobody lets us in for a month: there is nothing left that we could do.
      const tries = object.tries + 1;
      const isGone = tries > 3 && isAppError(error, 'bucket_missing');
      if (isGone || now() - object.createdAt > triedAtMost) return relayed.remove(object.key);
      await relayed.put({ ...object, tries, nextTryAt: now() + nextTry(tries), error: toErrorData(error) });
    }
  };

  return {
    async sweep() {
      await locks.tryHold('bucket-sweep', sweep);
      const left = await relayed.list();
      if (left.length === 0) return undefined;
      return Math.min(...left.map(({ nextTryAt }) => Math.max(nextTryAt ?? 0, now() + 5 * minute)));
    },
    leftovers: () => relayed.list(),
    async abandonLeft() {
      const left = new Set((await bucket.left()).map(({ place }) => placeName(place)));
      for (const { key, where } of await relayed.list()) if (left.has(where)) await relayed.remove(key);
      await bucket.forgetLeft(new Set());
    },
  };
}
