import * as z from 'zod/mini';
import { AppError } from '../../errors/app-error';
import type { Stash } from '../../media/stash';
import type { Work } from '../../media/work';
import { publicUrl, unguessableKey } from './addresses';
import type { Bucket } from './bucket';
import type { BucketStore } from './bucket-store';
import { placeName, type Relayed, type RelayedStore } from './relayed';
import type { S3 } from './s3';

export const RelayInput = z.object({
  postId: z.string(),
  /** Photos that fit, in order, as keys into the stash. */
  keys: z.array(z.string()).check(z.minLength(1), z.maxLength(35)),
});
export type RelayInput = z.infer<typeof RelayInput>;

/** Which photos are in the bucket and were seen from outside. */
export const RelayMark = z.object({ done: z.array(z.number()) });
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
 * killed goes on with the same names: an object is never in the bucket without being in our list.
 */
export function createRelayWork(parts: RelayParts): Work<RelayInput, RelayMark, RelayResult> {
  const { stash, bucket, s3 } = parts;
  return {
    input: RelayInput,
    mark: RelayMark,
    async run(input, { mark, keep, progress, signal }) {
      const current = await bucket.open();
      if (!current) throw new AppError('photos_need_bucket');
      const objects = await plan(input, current, parts);
      const client = s3(current);
      const done = new Set(mark?.done);
      const bring = async (object: Relayed): Promise<void> => {
        const key = input.keys[object.index];
        if (key === undefined || done.has(object.index)) return;
        const photo = await stash.open(key);
        await client.put(object.key, photo, signal);
        const seen = await client.lookFromOutside(object.key, photo.type, signal);
        await seen.body?.cancel();
        done.add(object.index);
        await keep({ done: [...done] });
        progress(done.size, objects.length);
      };
      await eachOf(objects, atOnce, bring);
      return { urls: objects.map(({ url }) => url) };
    },
  };
}

async function plan(
  { postId, keys }: RelayInput,
  { place }: Bucket,
  { relayed, stash, now }: RelayParts,
): Promise<Relayed[]> {
  const where = placeName(place);
  const standing = (await relayed.ofPost(postId)).filter((object) => object.where === where);
  if (standing.length === keys.length) return standing;
  const types = await Promise.all(keys.map(async (key) => (await stash.find(key))?.type));
  const planned = types.map((type, index): Relayed => {
    const key = unguessableKey(place, type === 'image/webp' ? type : 'image/jpeg');
    return { key, postId, index, url: publicUrl(place, key), where, createdAt: now(), tries: 0 };
  });
  await relayed.add(planned);
  return planned;
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
