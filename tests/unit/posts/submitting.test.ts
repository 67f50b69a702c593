import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { type Draft, untouchedSettings } from '../../../lib/drafts/draft';
import { createDrafts } from '../../../lib/drafts/drafts';
import { openDatabase } from '../../../lib/platform/database';
import type { Submission } from '../../../lib/posts/desk';
import { isEnd } from '../../../lib/posts/transitions';
import { House } from '../../fakes/house';
import { Life } from '../../fakes/life';

const submission = (caption = 'bowl'): Submission => ({
  accountId: 'a',
  content: {
    kind: 'video',
    media: [
      {
        id: 'm',
        kind: 'video',
        source: { from: 'url', urls: ['https://media.fern.example/clip.mp4'], status: 'direct' },
      },
    ],
    title: '',
    caption,
    mode: 'direct',
    settings: { ...untouchedSettings, privacy: 'PUBLIC_TO_EVERYONE' },
  },
});
const draft = (id: string): Draft => ({ id, content: submission().content, createdAt: 1, changedAt: 1 });
const draftsOf = (house: House) =>
  createDrafts({ database: openDatabase(), clock: house.clock, tell: () => {} });

const press = (house: House, caption?: string) =>
  house.ask((desk) => desk.submit([submission(caption)], { id: 'draft' }));
const isOver = (house: House) => async () => {
  const posts = await house.store.ofAccount('a', 0);
  return posts.length > 0 && posts.every(({ state }) => isEnd(state));
};

describe('a press on Post', () => {
  it('that is made again, on another page or for want of an answer, makes no second post', async () => {
    const house = new House();
    const [first, second] = await Promise.all([press(house), press(house)]);
    await house.until(isOver(house));
    const third = await press(house);
    expect(second?.map(({ id }) => id)).toEqual(first?.map(({ id }) => id));
    expect(third?.[0]).toMatchObject({ id: first?.[0]?.id, state: 'published' });
    expect(house.tiktok.inits).toEqual(['bowl']);
  });

  it('is a new one when something else was written since', async () => {
    const house = new House();
    await press(house);
    await press(house, 'another bowl');
    await house.until(isOver(house));
    expect(house.tiktok.inits.toSorted()).toEqual(['another bowl', 'bowl']);
  });

  it('is a new one when it is on another draft', async () => {
    const house = new House();
    await press(house);
    await house.ask((desk) => desk.submit([submission()], { id: 'other' }));
    await house.until(isOver(house));
    expect(house.tiktok.inits).toEqual(['bowl', 'bowl']);
  });

  it('takes the draft away in the same moment, and lays down what of it was not sent', async () => {
    const house = new House();
    const drafts = draftsOf(house);
    await drafts.keep(draft('draft'), 'page');
    const sent = { id: 'draft', left: draft('left') };
    await house.ask((desk) => desk.submit([submission()], sent));
    expect(await drafts.read('draft')).toBeUndefined();
    expect(await drafts.read('left')).toMatchObject({ id: 'left' });
    // The page never heard of it, and asks again: what was left is not laid down twice.
    const again = { id: 'draft', left: draft('left again') };
    await house.ask((desk) => desk.submit([submission()], again));
    expect(await drafts.read('left again')).toBeUndefined();
  });

  it('leaves the draft where it is when the posts were refused', async () => {
    const house = new House();
    const drafts = draftsOf(house);
    await drafts.keep(draft('draft'), 'page');
    const { content } = submission();
    const bad = { accountId: 'a', content: { ...content, media: [] } };
    await expect(house.ask((desk) => desk.submit([bad], { id: 'draft' }))).rejects.toThrow();
    expect(await drafts.read('draft')).toBeDefined();
  });

  it('is one post wherever the worker dies of it, when whoever got no answer presses again', async () => {
    for (let at = 1; at <= 24; at += 1) {
      const house = new House();
      house.worker = new Life(new Set([at]));
      const answer = (await press(house)) ?? (await press(house));
      expect(answer, `died at ${at}`).toHaveLength(1);
      await house.until(isOver(house));
      const [post] = await house.store.ofAccount('a', 0);
      if (post?.state === 'unknown') await house.until(() => false, 3_600_000);
      expect(house.tiktok.published, `died at ${at}`).toHaveLength(1);
    }
  });
});
