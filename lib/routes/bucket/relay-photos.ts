import * as z from 'zod/mini';
import { AppError } from '../../errors/app-error';
import type { Stash } from '../../media/stash';
import type { Work } from '../../media/work';
import { publicUrl, unguessableKey } from './addresses';
import type { Bucket } from './bucket';
import type { BucketStore } from './bucket-store';
import { placeName, type RelayedStore } from './relayed';
import type { S3 } from './s3';

export const RelayInput = z.object({
  postId: z.string(),
  /** Photos that fit, in order, as keys into the stash. */
  keys: z.array(z.string()).check(z.minLength(1), z.maxLength(35)),
});
export type RelayInput = z.infer<typeof RelayInput>;

/** The settled names, and which of them are in the bucket and were seen from outside. */
export const RelayMark = z.object({
  keys: z.array(z.string()),
  where: z.string(),
  done: z.array(z.number()),
});
export type RelayMark = z.infer<typeof RelayMark>;

export const RelayResult = z.object({ urls: z.array(z.string()) });
export type RelayResult = z.infer<typeof RelayResult>;

export interface RelayParts {
  stash: Pick<Stash, 'open' | 'find'>;
  bucket: Pick<BucketStore, 'open'>;
  relayed: RelayedStore;
  s3: (bucket: Bucket) => S3;
  now: () => number;
}

/** A few at a time: enough to hide the way to the bucket, few enough for a phone's connection. */
const atOnce = 4;

/**
 * Brings photos where TikTok can fetch them. Their names are settled and written down first, so a run that was
 * killed goes on with the same names, and an object is never in the bucket without being in our list.
 */
export function createRelayWork(parts: RelayParts): Work<RelayInput, RelayMark, RelayResult> {
  const { stash, bucket, s3 } = parts;
  return {
    input: RelayInput,
    mark: RelayMark,
    async run(input, { mark, keep, progress, signal }) {
      const current = await bucket.open();
      if (!current) throw new AppError('photos_need_bucket');
      const where = placeName(current.place);
      const isSame = mark?.where === where && mark.keys.length === input.keys.length;
      const names = isSame ? mark.keys : await settleNames(input, current, parts);
      const client = s3(current);
      const done = new Set(isSame ? mark.done : []);
      const remember = () => keep({ keys: names, where, done: [...done] });
      await remember();
      const bring = async ([index, name]: [number, string]): Promise<void> => {
        const key = input.keys[index];
        if (key === undefined || done.has(index)) return;
        const photo = await stash.open(key);
        await client.put(name, photo, signal);
        const seen = await client.lookFromOutside(name, photo.type, signal);
        await seen.body?.cancel();
        done.add(index);
        await remember();
        progress(done.size, names.length);
      };
      await eachOf([...names.entries()], atOnce, bring);
      return { urls: names.map((name) => publicUrl(current.place, name)) };
    },
  };
}

/** New names for every run that has none: an older run's objects may be on their way out. */
async function settleNames(
  { postId, keys }: RelayInput,
  { place }: Bucket,
  { relayed, stash, now }: RelayParts,
): Promise<string[]> {
  const types = await Promise.all(keys.map(async (key) => (await stash.find(key))?.type));
  const names = types.map((type) => unguessableKey(place, type === 'image/webp' ? type : 'image/jpeg'));
  const where = placeName(place);
  await relayed.add(names.map((key) => ({ key, postId, where, createdAt: now(), tries: 0 })));
  return names;
}

async function eachOf<T>(
  items: readonly T[],
  breadth: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  let failed: { error: unknown } | undefined;
  const worker = async () => {
    for (const item of waiting) {
      if (failed) return;
      await work(item).catch((error: unknown) => {
        failed ??= { error };
      });
    }
  };
  // All have come to rest before it is reported: nothing is still being written afterwards.
  await Promise.all(Array.from({ length: breadth }, worker));
  if (failed) throw (failed as { error: unknown }).error;
}
