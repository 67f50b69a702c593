import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../lib/errors/app-error';
import type { StashEntry } from '../../../../lib/media/stash';
import { openDatabase } from '../../../../lib/platform/database';
import type { BucketStore } from '../../../../lib/routes/bucket/bucket-store';
import { createBucketStore } from '../../../../lib/routes/bucket/bucket-store';
import { createCleaner, neededAtMost, nextTry } from '../../../../lib/routes/bucket/cleaner';
import { createRelayWork, type RelayMark } from '../../../../lib/routes/bucket/relay-photos';
import { createRelayedStore } from '../../../../lib/routes/bucket/relayed';
import { createS3 } from '../../../../lib/routes/bucket/s3';
import { FakeLocks } from '../../../fakes/locks';
import { bucket, fakeBucket } from './fake-bucket';

let number = 0;
const house = (
  fake = fakeBucket(),
  open: BucketStore['open'] = async () => bucket,
  rest: Pick<BucketStore, 'left' | 'forgetLeft'> = { left: async () => [], forgetLeft: async () => {} },
) => {
  const database = openDatabase(`relay-${number++}`);
  const relayed = createRelayedStore(database);
  const time = { now: 1_000_000 };
  const needed = new Set(['post-1']);
  const work = createRelayWork({
    stash: {
      open: async (key) => new File([key], key, { type: types[key] ?? '' }),
      find: async (key) => entry(key),
    },
    bucket: { open },
    relayed,
    s3: (given) => createS3(given, fake.fetch),
    now: () => time.now,
  });
  const cleaner = createCleaner({
    relayed,
    bucket: { open, ...rest },
    s3: (given) => createS3(given, fake.fetch),
    isNeeded: async (postId) => needed.has(postId),
    locks: new FakeLocks().context(),
    now: () => time.now,
  });
  const marks: RelayMark[] = [];
  const run = (mark?: RelayMark) =>
    work.run(input, {
      mark,
      keep: async (kept) => {
        marks.push(kept);
      },
      progress: () => undefined,
      signal: new AbortController().signal,
    });
  return { database, relayed, cleaner, run, marks, fake, time, needed };
};
const types: Record<string, string> = { a: 'image/jpeg', b: 'image/webp', c: 'image/jpeg' };
const entry = (key: string): StashEntry => ({
  key,
  form: 'kept',
  name: key,
  type: types[key] ?? '',
  size: 1,
  whole: true,
  parts: 0,
  createdAt: 0,
});
const input = { postId: 'post-1', keys: ['a', 'b', 'c'] };

describe('bringing photos to the bucket', () => {
  it('puts each where everyone can see it, in order', async () => {
    const { run, fake } = house();
    const { urls } = await run();
    expect(urls).toHaveLength(3);
    for (const [index, url] of urls.entries()) {
      const seen = await fake.fetch(url);
      expect(await seen.text()).toBe(input.keys[index]);
      expect(seen.headers.get('content-type')).toBe(types[input.keys[index] ?? '']);
    }
  });

  it('killed at any request goes on under the same names, and leaves nothing unlisted', async () => {
    for (let dies = 0; dies < 7; dies++) {
      let requests = 0;
      let alive = false;
      const fake = fakeBucket(() => {
        if (alive || requests++ < dies) return undefined;
        throw new TypeError('the worker died');
      });
      const { run, marks, relayed } = house(fake);
      const died = await run().then(
        () => undefined,
        (error: unknown) => error,
      );
      if (dies < 6) expect(died).toBeInstanceOf(AppError);
      alive = true;
      const { urls } = await run(marks.at(-1));
      expect(new Set(urls).size).toBe(3);
      expect(fake.objects.size).toBe(3);
      const listed = new Set((await relayed.list()).map(({ key }) => `/photos/${key}`));
      for (const path of fake.objects.keys()) expect(listed).toContain(path);
    }
  });

  it('does not write again what was seen from outside', async () => {
    const { run, marks, fake } = house();
    await run();
    const before = fake.log.length;
    await run(marks.at(-1));
    expect(fake.log.length).toBe(before);
  });

  it('without a bucket says so', async () => {
    const { run } = house(fakeBucket(), async () => undefined);
    await expect(run()).rejects.toMatchObject({ code: 'photos_need_bucket' });
  });

  it('reports a photo the world cannot see before TikTok is asked', async () => {
    const { run } = house(
      fakeBucket(({ method }) => (method === 'GET' ? new Response('', { status: 403 }) : undefined)),
    );
    await expect(run()).rejects.toMatchObject({ code: 'public_denied' });
  });
});

describe('cleaning up', () => {
  it('keeps what TikTok may still fetch, deletes what it has', async () => {
    const { run, cleaner, fake, needed, relayed } = house();
    await run();
    await cleaner.sweep();
    expect(fake.objects.size).toBe(3);
    needed.clear();
    expect(await cleaner.sweep()).toBeUndefined();
    expect(fake.objects.size).toBe(0);
    expect(await relayed.list()).toEqual([]);
  });

  it('comes again when deleting fails, later and later', async () => {
    let broken = true;
    const { run, cleaner, fake, needed, time } = house(
      fakeBucket(({ method }) =>
        broken && method === 'DELETE' ? new Response('', { status: 500 }) : undefined,
      ),
    );
    await run();
    needed.clear();
    const again = await cleaner.sweep();
    expect(again).toBeGreaterThan(time.now);
    expect(await cleaner.leftovers()).toMatchObject([{ tries: 1 }, { tries: 1 }, { tries: 1 }]);
    broken = false;
    await cleaner.sweep();
    expect(fake.objects.size).toBe(3);
    time.now += nextTry(1);
    await cleaner.sweep();
    expect(fake.objects.size).toBe(0);
  });

  it('deletes what is planned and was never written', async () => {
    const { run, cleaner, needed, relayed } = house(
      fakeBucket(({ method }) => (method === 'PUT' ? new Response('', { status: 500 }) : undefined)),
    );
    await expect(run()).rejects.toMatchObject({ code: 'bucket_busy' });
    needed.clear();
    await cleaner.sweep();
    expect(await relayed.list()).toEqual([]);
  });

  it('deletes after a day whatever became of the post', async () => {
    const { run, cleaner, fake, time } = house();
    await run();
    time.now += neededAtMost + 1;
    await cleaner.sweep();
    expect(fake.objects.size).toBe(0);
  });
});

describe('a web space that is left', () => {
  const elsewhere = { ...bucket.place, endpoint: 'https://s3.other.example' };
  const withStore = async (fake = fakeBucket()) => {
    const store = createBucketStore(openDatabase(`left-${number++}`));
    await store.save(bucket.place, bucket.keys);
    return { store, ...house(fake, store.open, store) };
  };

  it('is emptied when its posts are done, and only then its keys are forgotten', async () => {
    const { store, run, cleaner, fake, needed } = await withStore();
    await run();
    await store.save(elsewhere, { accessKeyId: 'NEW', secretAccessKey: 'new' });
    await cleaner.sweep();
    expect(fake.objects.size).toBe(3);
    expect(await store.left()).toMatchObject([bucket]);
    needed.clear();
    expect(await cleaner.sweep()).toBeUndefined();
    expect(fake.objects.size).toBe(0);
    expect(await store.left()).toEqual([]);
    expect(await store.open()).toMatchObject({ place: elsewhere });
  });

  it('is emptied too when none comes after it', async () => {
    const { store, run, cleaner, fake, needed } = await withStore();
    await run();
    needed.clear();
    await store.leave();
    await cleaner.sweep();
    expect(fake.objects.size).toBe(0);
    expect(await store.left()).toEqual([]);
  });

  it('keeps no key where nothing of ours lies', async () => {
    const { store, cleaner } = await withStore();
    await store.save(elsewhere, bucket.keys);
    await cleaner.sweep();
    expect(await store.left()).toEqual([]);
  });

  it('is left with everything in it where the person wants it so', async () => {
    const { store, run, cleaner, fake, relayed } = await withStore();
    await run();
    await store.leave();
    await cleaner.abandonLeft();
    expect([await store.left(), await relayed.list()]).toEqual([[], []]);
    expect(fake.objects.size).toBe(3);
  });

  it('that is come back to is the one in use again', async () => {
    const { store, run, cleaner } = await withStore();
    await run();
    await store.save(elsewhere, bucket.keys);
    await store.save(bucket.place, { accessKeyId: 'AGAIN', secretAccessKey: 'again' });
    expect((await store.left()).map(({ place }) => place.endpoint)).toEqual([elsewhere.endpoint]);
    await cleaner.sweep();
    expect(await store.left()).toEqual([]);
  });

  it('that nobody lets us into is given up after a month', async () => {
    const denied = fakeBucket(({ method }) =>
      method === 'DELETE' ? new Response('', { status: 403 }) : undefined,
    );
    const { store, run, cleaner, needed, time } = await withStore(denied);
    await run();
    needed.clear();
    await store.leave();
    await cleaner.sweep();
    expect(await store.left()).toHaveLength(1);
    time.now += 31 * 24 * 3_600_000;
    await cleaner.sweep();
    expect(await store.left()).toEqual([]);
  });
});

describe('the keys', () => {
  it('are kept apart from what pages may see, and stay when only the place changes', async () => {
    const store = createBucketStore(openDatabase(`keys-${number++}`));
    await store.save(bucket.place, bucket.keys);
    expect(JSON.stringify(await store.place())).not.toMatch(/AKID|top-secret/);
    await store.save({ ...bucket.place, prefix: 'other' });
    expect(await store.open()).toMatchObject({ keys: bucket.keys, place: { prefix: 'other/' } });
    await store.leave();
    expect(await store.open()).toBeUndefined();
  });

  it('have to be given once', async () => {
    const store = createBucketStore(openDatabase(`keys-${number++}`));
    await expect(store.save(bucket.place)).rejects.toMatchObject({ code: 'bucket_keys_missing' });
  });
});
