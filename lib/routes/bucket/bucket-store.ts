import type { IDBPDatabase } from 'idb';
import * as z from 'zod/mini';
import { AppError } from '../../errors/app-error';
import { Bucket, type BucketKeys, type BucketPlace, tidyPlace } from './bucket';
import { placeName } from './relayed';

const secretName = 'bucket';
const formerName = 'buckets-left';

export interface BucketStore {
  /** With its keys: for whoever writes into it, never for an answer to a page. */
  open(): Promise<Bucket | undefined>;
  place(): Promise<BucketPlace | undefined>;
  /** Keys left out stay as they are. Another place's keys are kept until nothing of ours is in it any more. */
  save(place: BucketPlace, keys?: BucketKeys): Promise<Bucket>;
  /** No longer used, but kept until nothing of ours is in it any more. */
  leave(): Promise<void>;
  /** Those that were left, with photos in them still to be deleted. */
  left(): Promise<Bucket[]>;
  /** Forgets the keys of those that were left, but for these places. */
  forgetLeft(but: ReadonlySet<string>): Promise<void>;
}

export function createBucketStore(database: Promise<IDBPDatabase>): BucketStore {
  const open = async (): Promise<Bucket | undefined> => {
    const kept = Bucket.safeParse(await (await database).get('secrets', secretName));
    return kept.success ? kept.data : undefined;
  };
  const left = async (): Promise<Bucket[]> => {
    const kept = z.array(Bucket).safeParse(await (await database).get('secrets', formerName));
    return kept.success ? kept.data : [];
  };
  const keepLeft = async (buckets: readonly Bucket[]) => {
    const db = await database;
    if (buckets.length > 0) await db.put('secrets', buckets, formerName);
    else await db.delete('secrets', formerName);
  };
  /** One of a kind: who comes back to a place brings its newest keys. */
  const without = (buckets: readonly Bucket[], { place }: Bucket) =>
    buckets.filter((one) => placeName(one.place) !== placeName(place));

  return {
    open,
    left,
    place: async () => (await open())?.place,
    async save(place, keys = undefined) {
      const before = await open();
      const known = keys ?? before?.keys;
      if (!known) throw new AppError('bucket_keys_missing');
      const bucket: Bucket = { place: tidyPlace(place), keys: known };
      await keepLeft(
        without([...without(await left(), before ?? bucket), ...(before ? [before] : [])], bucket),
      );
      await (await database).put('secrets', bucket, secretName);
      return bucket;
    },
    async leave() {
      const bucket = await open();
      if (bucket) await keepLeft([...without(await left(), bucket), bucket]);
      await (await database).delete('secrets', secretName);
    },
    async forgetLeft(but) {
      await keepLeft((await left()).filter(({ place }) => but.has(placeName(place))));
    },
  };
}
