import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
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
  });

  it('lets TikTok pull what lies on a verified address', async () => {
    const house = new House();
    const { id } = await house.submitUrl('bowl');
    await house.until(ended(house, id));
    expect((await house.read(id)).attempts.map(({ route }) => route)).toEqual(['pull']);
    expect(house.tiktok.published).toHaveLength(1);
  });
});
