import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { untouchedSettings } from '../../../lib/drafts/draft';
import { AppError } from '../../../lib/errors/app-error';
import { openDatabase } from '../../../lib/platform/database';
import { createJobs } from '../../../lib/posts/jobs';
import { createTidy } from '../../../lib/posts/tidy';
import { isEnd } from '../../../lib/posts/transitions';
import { House } from '../../fakes/house';

const ended = (house: House, id: string) => () => house.read(id).then(({ state }) => isEnd(state));

describe('what a person does to a post', () => {
  it('is refused where it makes no sense any more', async () => {
    const house = new House();
    const { id } = await house.submitFile('vase');
    await house.until(ended(house, id));
    const refused = { code: 'not_possible_now' };
    await expect(house.ask((desk) => desk.cancel(id))).rejects.toMatchObject(refused);
    await expect(house.ask((desk) => desk.retry(id))).rejects.toMatchObject(refused);
    await expect(house.ask((desk) => desk.resolveUnknown(id, 'send-again'))).rejects.toMatchObject(refused);
    expect(house.tiktok.published).toHaveLength(1);
  });

  it('is not submitted without an audience, nor without media', async () => {
    const house = new House();
    const settings = { ...untouchedSettings };
    await expect(house.submitFile('vase', 30, { settings })).rejects.toMatchObject({
      code: 'privacy_level_option_mismatch',
    });
    await expect(house.submitFile('vase', 30, { media: [] })).rejects.toMatchObject({ code: 'unexpected' });
    expect(await house.store.open()).toEqual([]);
  });

  it('cancels before TikTok has all of it, and says so when it is too late', async () => {
    const house = new House();
    house.isOnline = false;
    const early = await house.submitFile('early');
    await house.ask((desk) => desk.cancel(early.id));
    await house.until(ended(house, early.id));
    expect((await house.read(early.id)).state).toBe('cancelled');
    house.isOnline = true;
    const late = await house.submitFile('late');
    await house.until(async () => (await house.read(late.id)).state === 'processing');
    await house.ask((desk) => desk.cancel(late.id));
    await house.until(ended(house, late.id));
    expect((await house.read(late.id)).state).toBe('published');
    const trail = await house.store.events(late.id);
    expect(trail.map(({ what }) => what)).toContain('cancel-too-late');
  });

  it.each([
    ['send-again', 'published', 1],
    ['let-be', 'cancelled', 0],
  ] as const)(
    'asks about a pull whose answer was lost, cannot cancel it, and heeds “%s”',
    async (word, state, out) => {
      const house = new House();
      house.breakNext('begin', new AppError('network'), false);
      const { id } = await house.submitUrl('jug');
      await house.until(async () => (await house.read(id)).state === 'unknown');
      await expect(house.ask((desk) => desk.cancel(id))).rejects.toMatchObject({ code: 'not_possible_now' });
      await house.ask((desk) => desk.resolveUnknown(id, word));
      await house.until(ended(house, id));
      expect((await house.read(id)).state).toBe(state);
      expect(house.tiktok.published).toHaveLength(out);
    },
  );

  it('a wish to cancel that comes while the answer is lost leaves the question standing', async () => {
    const house = new House();
    house.breakNext('begin', new AppError('network'), true);
    const { id } = await house.submitUrl('jug');
    await house.until(async () => (await house.read(id)).state === 'unknown');
    // As when the wish was written down the moment before.
    await house.store.change(id, (post) => ({
      post: { ...post, cancelAskedAt: house.now(), nextAt: house.now() },
    }));
    house.wake();
    await house.until(ended(house, id));
    expect((await house.read(id)).state).toBe('published');
  });

  it('stops a pull at TikTok', async () => {
    const house = new House();
    const { id } = await house.submitUrl('bowl');
    await house.until(async () => (await house.read(id)).state === 'processing');
    await house.ask((desk) => desk.cancel(id));
    await house.until(ended(house, id));
    expect((await house.read(id)).state).toBe('cancelled');
    expect(house.tiktok.published).toHaveLength(0);
  });

  it('retries a failed post with the file it already has', async () => {
    const house = new House();
    house.tiktok.failReason = 'internal';
    const { id } = await house.submitUrl('cup', 'https://shop.example/cup.mp4');
    await house.until(ended(house, id));
    const { fetched } = await house.read(id);
    house.tiktok.failReason = undefined;
    await house.ask((desk) => desk.retry(id));
    await house.until(async () => (await house.read(id)).state === 'published');
    const post = await house.read(id);
    expect(post.attempts).toHaveLength(2);
    expect(post.fetched).toEqual(fetched);
  });

  it('keeps the day it was meant for', async () => {
    const house = new House();
    const { key } = await house.stash.put(new File([new Uint8Array(30)], 'clip.mp4', { type: 'video/mp4' }));
    const scheduledAt = house.now() + 3 * 86_400_000;
    const { id } = await house.submitFile('later', 30, {}, scheduledAt);
    await house.until(() => false, 2 * 86_400_000);
    expect((await house.read(id)).state).toBe('scheduled');
    expect(await house.until(ended(house, id), 2 * 86_400_000)).toBe(true);
    const [out] = house.tiktok.published;
    expect(out?.startedAt).toBeGreaterThanOrEqual(scheduledAt);
    expect(await house.stash.find(key)).toBeDefined();
  });
});

describe('after the end', () => {
  it('lets go of what was fetched and made, and of nothing the person picked', async () => {
    const house = new House();
    const { id } = await house.submitUrl('cup', 'https://shop.example/cup.mp4');
    const picked = await house.submitFile('vase');
    for (const post of [id, picked.id]) await house.until(ended(house, post));
    const jobs = createJobs(openDatabase(), house.now);
    const tidy = createTidy({ store: house.store, jobs, stash: house.stash });
    await tidy.all();
    const { fetched } = await house.read(id);
    expect(await house.stash.find(fetched?.[0] ?? '')).toBeUndefined();
    const [media] = picked.content.media;
    expect(media?.source.from === 'stash' && (await house.stash.find(media.source.key))).toBeTruthy();
    expect(await jobs.posts()).toEqual([]);
  });
});
