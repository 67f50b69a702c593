import { type AppError, asAppError, toErrorData } from '../../errors/app-error';
import type { Clock } from '../../platform/clock';
import { unguessableKey } from './addresses';
import type { Bucket } from './bucket';
import { placeName, type RelayedStore } from './relayed';
import type { S3 } from './s3';
import type { TrialResult } from './shapes';

/** The smallest JPEG: a grey dot. */
const dot = Uint8Array.from(
  atob(
    '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==',
  ),
  (letter) => letter.charCodeAt(0),
);

/** Some providers show a new object to the world a moment later. */
const readWaits = [0, 500, 1_500, 3_000];

/** Until then a sweep leaves the dot to the one who put it there. */
const atMost = 60_000;

interface Trial {
  s3: S3;
  relayed: Pick<RelayedStore, 'add' | 'remove'>;
  clock: Clock;
}

/**
 * Really does with a dot what will be done with photos: writes it, looks at it from outside, deletes it. One that
 * cannot be deleted now is in the list of what is to be, as a photo would be.
 */
export async function tryBucket({ place }: Bucket, { s3, relayed, clock }: Trial): Promise<TrialResult[]> {
  const key = unguessableKey(place, 'image/jpeg');
  const results: TrialResult[] = [];
  const step = async (name: TrialResult['step'], work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      results.push({ step: name });
      return true;
    } catch (error) {
      results.push({ step: name, error: toErrorData(error) });
      return false;
    }
  };
  const object = { key, postId: '', where: placeName(place), createdAt: clock.now(), tries: 0 };
  await relayed.add([{ ...object, nextTryAt: object.createdAt + atMost }]);
  const isWritten = await step('write', () => s3.put(key, new Blob([dot], { type: 'image/jpeg' })));
  if (isWritten) await step('read', () => readBack(key, s3, clock));
  const isGone = !isWritten || (await step('delete', () => s3.remove(key)));
  await (isGone ? relayed.remove(key) : relayed.add([object]));
  return results;
}

async function readBack(key: string, s3: S3, clock: Clock): Promise<void> {
  let last: AppError | undefined;
  for (const wait of readWaits) {
    await clock.sleep(wait);
    try {
      const response = await s3.lookFromOutside(key, 'image/jpeg');
      await response.body?.cancel();
      return;
    } catch (error) {
      last = asAppError(error);
      if (last.code !== 'public_missing') throw last;
    }
  }
  throw last;
}
