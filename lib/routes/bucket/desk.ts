import { AppError } from '../../errors/app-error';
import type { Clock } from '../../platform/clock';
import { checkPrefix, tidyPrefix } from '../verified-prefix';
import { publicUrl } from './addresses';
import { type Bucket, type BucketKeys, type BucketPlace, tidyPlace, wrongFields } from './bucket';
import type { BucketStore } from './bucket-store';
import type { Cleaner } from './cleaner';
import { placeName, type RelayedStore } from './relayed';
import { createS3, type S3 } from './s3';
import type { BucketView, Proof, TrialResult } from './shapes';
import { tryBucket } from './try-bucket';

export interface BucketDesk {
  view(): Promise<BucketView>;
  save(place: BucketPlace, keys?: BucketKeys): Promise<BucketView>;
  try(): Promise<TrialResult[]>;
  /** `leave`: photos still in it stay there. Otherwise its keys are kept until they are deleted. */
  forget(how: { leave: boolean }): Promise<BucketView>;
  /** Puts TikTok's proof where TikTok looks for it. Resolves with its address. */
  putProof(proof: Proof): Promise<string>;
  /** The address in the one form it is kept in, once it was seen to work. */
  checkPrefix(typed: string): Promise<string>;
}

interface DeskParts {
  store: BucketStore;
  cleaner: Cleaner;
  relayed: RelayedStore;
  fetch: typeof globalThis.fetch;
  clock: Clock;
}

/** What the page "Media routes" asks of the background. */
export function createBucketDesk({ store, cleaner, relayed, fetch, clock }: DeskParts): BucketDesk {
  const open = async (): Promise<{ bucket: Bucket; s3: S3 }> => {
    const bucket = await store.open();
    if (!bucket) throw new AppError('photos_need_bucket');
    return { bucket, s3: createS3(bucket, fetch) };
  };
  const view = async (): Promise<BucketView> => {
    const place = await store.place();
    const all = await cleaner.leftovers();
    const inside = all.filter(({ where }) => place !== undefined && where === placeName(place));
    return {
      leftovers: inside.filter(({ tries }) => tries > 0).length,
      inside: inside.length,
      left: all.length - inside.length,
      ...(place ? { place } : {}),
    };
  };

  return {
    view,
    async save(place, keys) {
      const [field] = wrongFields(tidyPlace(place));
      if (field) throw new AppError('bucket_field_wrong', { facts: { field } });
      await store.save(place, keys);
      await cleaner.sweep();
      return view();
    },
    async try() {
      const { bucket, s3 } = await open();
      const results = await tryBucket(bucket, { s3, relayed, clock });
      // What could not be deleted has somebody who comes back for it.
      await cleaner.sweep();
      return results;
    },
    async forget({ leave }) {
      await store.leave();
      await cleaner.sweep();
      if (leave) await cleaner.abandonLeft();
      return view();
    },
    async putProof({ name, text }) {
      const { bucket, s3 } = await open();
      const key = bucket.place.prefix + name;
      await s3.put(key, new Blob([text], { type: 'text/plain' }));
      const seen = await s3.lookFromOutside(key, 'text/plain');
      await seen.body?.cancel();
      return publicUrl(bucket.place, key);
    },
    async checkPrefix(typed) {
      const prefix = tidyPrefix(typed);
      if (!prefix) throw new AppError('prefix_wrong');
      await checkPrefix(prefix, fetch);
      return prefix;
    },
  };
}
