import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { isEnd } from '../../../lib/posts/transitions';
import { House } from '../../fakes/house';

type Journey = (house: House) => Promise<{ id: string }>;

const journeys: Record<string, Journey> = {
  'a file': (house) => house.submitFile('vase'),
  'a pull': (house) => house.submitUrl('bowl'),
  'a video fetched and sent': (house) => house.submitUrl('cup', 'https://shop.example/cup.mp4'),
  'a fall from pull to upload': (house) => {
    house.verified = ['cdn.example'];
    return house.submitUrl('jar', 'https://cdn.example/jar.mp4');
  },
  'a file to the inbox': (house) => house.submitFile('', 30, { mode: 'inbox' }),
};

/** One journey, and the person presses Cancel at this step of the worker's. */
async function cancelAt(journey: Journey, step: number) {
  const house = new House();
  let wished = false;
  const wish = async () => {
    const [post] = await house.store.open();
    if (!post) return;
    wished = true;
    // Where the post has just ended there is nothing to cancel, and the page says so.
    await house.ask((desk) => desk.cancel(post.id)).catch(() => {});
  };
  house.worker.onStep = (total) => {
    if (total === step) void wish();
  };
  const { id } = await journey(house);
  const isOver = await house.until(async () => isEnd((await house.read(id)).state));
  const notes = (await house.store.events(id)).map(({ what }) => what);
  const { state } = await house.read(id);
  // What TikTok began may come out later.
  await house.until(() => false, 2 * 3_600_000);
  return { house, isOver, wished, state, notes };
}

describe.each(Object.entries(journeys))('%s', (_name, journey) => {
  it('is not published when it was cancelled, and told when it was too late, at whatever step the wish comes', async () => {
    const whole = new House();
    const { id } = await journey(whole);
    await whole.until(async () => isEnd((await whole.read(id)).state));
    const ends = new Map<string, number>();
    for (let step = 1; step <= whole.worker.total; step += 1) {
      const { house, isOver, wished, state, notes } = await cancelAt(journey, step);
      const at = `cancelled at step ${step}: ${state} (${notes.join(', ')})`;
      expect(isOver, at).toBe(true);
      expect(house.tiktok.published, at).toHaveLength(state === 'cancelled' ? 0 : 1);
      const isTold = notes.some((what) => /cancel-(too-late|asked|failed)/.test(what));
      const heard = wished && notes.includes('cancel-wished');
      expect(state === 'cancelled' || isTold || !heard, at).toBe(true);
      ends.set(state, (ends.get(state) ?? 0) + 1);
    }
    expect(ends.get('cancelled'), 'nothing was ever cancelled').toBeGreaterThan(5);
  });
});
