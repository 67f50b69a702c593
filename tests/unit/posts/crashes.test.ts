import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { isEnd } from '../../../lib/posts/transitions';
import { House } from '../../fakes/house';
import { Life } from '../../fakes/life';

type Journey = (house: House) => Promise<{ id: string }>;

const journeys: Record<string, Journey> = {
  'a file in one piece': (house) => house.submitFile('vase'),
  'a pull': (house) => house.submitUrl('bowl'),
  'a video fetched and sent': (house) => house.submitUrl('cup', 'https://shop.example/cup.mp4'),
  'a fall from pull to upload': (house) => {
    house.verified = ['cdn.example'];
    return house.submitUrl('jar', 'https://cdn.example/jar.mp4');
  },
  'a file to the inbox': (house) => house.submitFile('', 30, { mode: 'inbox' }),
  'a file to the inbox while creator_info says no': (house) => {
    house.tiktok.token = 'act.2';
    return house.submitFile('plate');
  },
};

/** Runs to the end, the person answering what only a person can: whether it is there. */
async function runToTheEnd(house: House, id: string): Promise<void> {
  for (let answers = 0; answers < 5; answers += 1) {
    const post = await house.read(id);
    if (isEnd(post.state)) return;
    const isOver = await house.until(async () => {
      const { state, looks } = await house.read(id);
      return isEnd(state) || (state === 'unknown' && looks > 3);
    });
    expect(isOver, `still ${(await house.read(id)).state} after a week`).toBe(true);
    if ((await house.read(id)).state !== 'unknown') continue;
    const isThere = house.tiktok.published.length > 0;
    await house.ask((desk) => desk.resolveUnknown(id, isThere ? 'there' : 'send-again')).catch(() => {});
  }
}

async function dieAt(journey: Journey, who: 'worker' | 'hands', at: number) {
  const house = new House();
  if (who === 'worker') house.worker = new Life(new Set([at]));
  else house.handsLife = new Life(new Set([at]));
  let id = '';
  try {
    ({ id } = await journey(house));
  } catch {
    // It died of the submission. What was written is carried; what was not, the person sees and submits again.
    const [post] = await house.store.open();
    if (!post) return { house, state: 'never submitted' };
    id = post.id;
  }
  await runToTheEnd(house, id);
  return { house, state: (await house.read(id)).state };
}

/** How many steps a journey takes when nobody dies. */
async function countSteps(journey: Journey) {
  const house = new House();
  const { id } = await journey(house);
  await house.until(async () => isEnd((await house.read(id)).state));
  return { worker: house.worker.total, hands: house.handsLife.total };
}

describe.each(Object.entries(journeys))('%s', (_name, journey) => {
  it.each(['worker', 'hands'] as const)(
    'is published exactly once wherever the %s dies',
    async (who) => {
      const steps = (await countSteps(journey))[who];
      const outcomes = new Map<string, number>();
      for (let at = 1; at <= steps; at += 1) {
        const { house, state } = await dieAt(journey, who, at);
        outcomes.set(state, (outcomes.get(state) ?? 0) + 1);
        const wanted = state === 'never submitted' ? 0 : 1;
        expect(house.tiktok.published.length, `died at ${at}: ${state}`).toBe(wanted);
        expect(house.tiktok.blindInits, `died at ${at}: begun on an unknown line`).toEqual([]);
      }
      const others = [...outcomes.keys()].filter(
        (state) => !['published', 'inbox', 'never submitted'].includes(state),
      );
      expect(others).toEqual([]);
    },
    120_000,
  );
});
