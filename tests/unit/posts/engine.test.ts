import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { untouchedSettings } from '../../../lib/drafts/draft';
import { AppError } from '../../../lib/errors/app-error';
import { isEnd } from '../../../lib/posts/transitions';
import { House } from '../../fakes/house';

const ended = (house: House, id: string) => () => house.read(id).then(({ state }) => isEnd(state));

describe('the engine', () => {
  it('carries a file to TikTok and knows when it is out', async () => {
    const house = new House();
    const { id } = await house.submitFile('vase');
    expect(await house.until(ended(house, id))).toBe(true);
    expect(await house.read(id)).toMatchObject({
      state: 'published',
      link: 'https://www.tiktok.com/@fern.and.clay/video/1000',
    });
    expect(house.tiktok.published).toHaveLength(1);
    expect(house.announced.map(({ state }) => state)).toEqual(['published']);
    // Whoever knows the address of an upload may send to it.
    expect(JSON.stringify(await house.read(id))).not.toContain('uploadUrl');
  });

  it('does not ask at once about what TikTok has only just got', async () => {
    const house = new House();
    const posts = [await house.submitFile('vase'), await house.submitUrl('bowl')];
    for (const { id } of posts) {
      await house.until(async () => (await house.read(id)).state === 'processing');
      const { nextAt = 0, attempts } = await house.read(id);
      expect(nextAt).toBeGreaterThan((attempts[0]?.deliveredAt ?? Number.POSITIVE_INFINITY) + 3_000);
    }
  });

  it('lets TikTok pull what lies on a verified address', async () => {
    const house = new House();
    const { id } = await house.submitUrl('bowl');
    await house.until(ended(house, id));
    expect((await house.read(id)).attempts.map(({ route }) => route)).toEqual(['pull']);
    expect(house.tiktok.published).toHaveLength(1);
  });

  it('is not lost for an hour to a clock that was set back an hour', async () => {
    const house = new House();
    const { id } = await house.submitFile('vase');
    house.tiktok.processing = 20_000;
    await house.until(async () => (await house.read(id)).state === 'processing');
    house.skew = -3_600_000;
    house.wake();
    expect(await house.until(ended(house, id), 60_000)).toBe(true);
  });

  it('waits for the line, and goes on as soon as it hears of it', async () => {
    const house = new House();
    house.isOnline = false;
    const { id } = await house.submitFile('vase');
    await house.until(() => false, 60_000);
    expect(await house.read(id)).toMatchObject({ state: 'waiting', waitingFor: { code: 'offline' } });
    house.isOnline = true;
    expect(await house.until(ended(house, id), 300_000)).toBe(true);
  });

  it('waits for the person to connect the account again, with nothing lost', async () => {
    const house = new House();
    house.tokenTrouble = new AppError('invalid_grant');
    const { id } = await house.submitFile('vase');
    await house.until(() => false, 60_000);
    expect(await house.read(id)).toMatchObject({ state: 'waiting', waitingFor: { code: 'invalid_grant' } });
    house.tokenTrouble = undefined;
    expect(await house.until(ended(house, id), 2 * 3_600_000)).toBe(true);
  });

  it('does not give up what TikTok is at work on when its account is disconnected meanwhile', async () => {
    const house = new House();
    const { id } = await house.submitFile('vase');
    await house.until(async () => (await house.read(id)).state === 'processing');
    house.tokenTrouble = new AppError('no_account');
    await house.until(() => false, 6 * 3_600_000);
    expect(await house.read(id)).toMatchObject({ state: 'processing', waitingFor: { code: 'no_account' } });
    house.tokenTrouble = undefined;
    expect(await house.until(ended(house, id), 3_600_000)).toBe(true);
    expect(await house.read(id)).toMatchObject({ state: 'published', attempts: [{ number: 1 }] });
  });

  it('says so when the account is gone before TikTok began, and begins when it is back and wished for', async () => {
    const house = new House();
    house.tokenTrouble = new AppError('no_account');
    const { id } = await house.submitFile('vase');
    await house.until(ended(house, id));
    expect(await house.read(id)).toMatchObject({ state: 'failed', error: { code: 'no_account' } });
    house.tokenTrouble = undefined;
    await house.ask((desk) => desk.retry(id));
    expect(await house.until(async () => (await house.read(id)).state === 'published')).toBe(true);
    expect(house.tiktok.published).toHaveLength(1);
  });

  it('carries nothing on for a post that was erased under its hands', async () => {
    const house = new House();
    const { id } = await house.submitFile('vase');
    await house.until(async () => (await house.read(id)).state === 'processing');
    await house.erase(id);
    await house.until(() => false, 3_600_000);
    expect(await house.store.read(id)).toBeUndefined();
    expect(await house.store.events(id)).toEqual([]);
    expect(house.hasAlarm).toBe(false);
  });

  it('holds all posts of an account back at the day’s cap, asking once for all of them', async () => {
    const house = new House();
    const posts = [await house.submitFile('one'), await house.submitFile('two')];
    house.breakNext('creator', new AppError('spam_risk_too_many_posts'), false);
    await house.until(async () => (await house.read(posts[0]?.id ?? '')).waitingFor !== undefined, 60_000);
    for (const { id } of posts) expect(await house.until(ended(house, id), 6 * 3_600_000)).toBe(true);
    expect(house.tiktok.published).toHaveLength(2);
  });

  it('begins no post twice when many are on their way at once', async () => {
    const house = new House();
    const names = Array.from({ length: 24 }, (_, index) => `mug ${index}`);
    const posts = [];
    for (const name of names) posts.push(await house.submitFile(name));
    for (const { id } of posts) expect(await house.until(ended(house, id))).toBe(true);
    for (const { id } of posts) expect((await house.read(id)).attempts).toHaveLength(1);
    expect(house.tiktok.inits.toSorted()).toEqual(names.toSorted());
  });

  it('tells when the line broke and TikTok has the post twice', async () => {
    const house = new House();
    house.breakNext('begin', new AppError('network'), true);
    const { id } = await house.submitUrl('bowl');
    await house.until(async () => (await house.read(id)).state === 'unknown', 60_000);
    // The browser sent the request once more, a moment later: the copy comes out after the post was found.
    const [first] = house.tiktok.publications;
    if (!first) throw new Error('TikTok did not begin');
    const later = { startedAt: first.startedAt + 90_000, completeAt: first.startedAt + 90_000 };
    house.tiktok.publications.push({ ...first, ...later, publishId: 'v_pub_url~1001' });
    const isTold = async () => (await house.read(id)).error !== undefined;
    expect(await house.until(isTold, 3_600_000)).toBe(true);
    expect(await house.read(id)).toMatchObject({
      state: 'published',
      videoIds: ['1000', '1001'],
      link: 'https://www.tiktok.com/@fern.and.clay/video/1000',
      error: { code: 'posted_twice', facts: { count: 2 } },
    });
    expect(house.announced.map(({ state, error }) => [state, error?.code])).toEqual([
      ['unknown', undefined],
      ['published', undefined],
      ['published', 'posted_twice'],
    ]);
  });

  it('finds the address of what the person says is there', async () => {
    const house = new House();
    house.breakNext('begin', new AppError('network'), true);
    for (let look = 0; look < 20; look += 1) house.breakNext('videos', new AppError('network'), false);
    const { id } = await house.submitUrl('bowl');
    await house.until(async () => (await house.read(id)).state === 'unknown', 60_000);
    await house.until(() => false, 120_000);
    house.mend();
    await house.ask((desk) => desk.resolveUnknown(id, 'there'));
    const isLinked = async () => (await house.read(id)).link !== undefined;
    expect(await house.until(isLinked, 3_600_000)).toBe(true);
    expect(await house.read(id)).toMatchObject({ state: 'published', videoIds: ['1000'] });
  });

  it('sleeps with no alarm when there is nothing to do', async () => {
    const house = new House();
    const { id } = await house.submitFile('vase', 30, {
      settings: { ...untouchedSettings, privacy: 'SELF_ONLY' },
    });
    await house.until(ended(house, id));
    await house.until(() => false, 120_000);
    expect(house.hasAlarm).toBe(false);
  });
});
