import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { isEnd } from '../../../lib/posts/transitions';
import { House } from '../../fakes/house';

const journeys = {
  'a pull': (house: House) => house.submitUrl('bowl'),
  'a file': (house: House) => house.submitFile('vase'),
  'a video fetched and sent': (house: House) => house.submitUrl('cup', 'https://shop.example/cup.mp4'),
};

/** Every write of a journey in turn finds no room, as on a disk that somebody then makes room on. */
describe.each(Object.entries(journeys))('a disk that is full while %s travels', (_name, submit) => {
  it.each([
    ['change', 1],
    ['change', 2],
    ['take', 1],
    ['ended', 1],
    ['add', 1],
  ])(
    'loses no post and makes none twice, whichever %s cannot be written, %i times',
    async (write, times) => {
      for (let number = 1; number <= 12; number += 1) {
        const house = new House();
        const { id } = await submit(house);
        for (let time = 0; time < times; time += 1) house.fillAt(write, number);
        await house.until(async () => isEnd((await house.read(id)).state));
        const { state, error } = await house.read(id);
        // Whoever works on the bytes cannot go on without room: it is said, and the person sends it again.
        if (state === 'failed') {
          expect(error?.code).toBe('storage_full');
          expect(house.tiktok.published).toEqual([]);
          await house.ask((desk) => desk.retry(id));
          await house.until(async () => (await house.read(id)).state === 'published');
        }
        expect((await house.read(id)).state, `no room for ${write} ${number}`).toBe('published');
        expect(house.tiktok.published, `no room for ${write} ${number}`).toHaveLength(1);
      }
    },
    60_000,
  );
});
