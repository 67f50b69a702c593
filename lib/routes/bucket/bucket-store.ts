import type { IDBPDatabase } from 'idb';
import { AppError } from '../../errors/app-error';
import { Bucket, type BucketKeys, type BucketPlace, tidyPlace } from './bucket';

const secretName = 'bucket';

export interface BucketStore {
  /** With its keys: for whoever writes into it, never for an answer to a page. */
  open(): Promise<Bucket | undefined>;
  place(): Promise<BucketPlace | undefined>;
  /** Keys left out stay as they are. */
  save(place: BucketPlace, keys?: BucketKeys): Promise<Bucket>;
  forget(): Promise<void>;
}

export function createBucketStore(database: Promise<IDBPDatabase>): BucketStore {
  const open = async (): Promise<Bucket | undefined> => {
    const kept = Bucket.safeParse(await (await database).get('secrets', secretName));
    return kept.success ? kept.data : undefined;
  };
  return {
    open,
    place: async () => (await open())?.place,
    async save(place, keys = undefined) {
      const known = keys ?? (await open())?.keys;
      if (!known) throw new AppError('bucket_keys_missing');
      const bucket: Bucket = { place: tidyPlace(place), keys: known };
      await (await database).put('secrets', bucket, secretName);
      return bucket;
    },
    async forget() {
      await (await database).delete('secrets', secretName);
    },
  };
}
