import { describe, expect, it } from 'vitest';
import { localDay } from '../../../lib/insights/day';
import { buildInsights } from './house';

const day = 86_400_000;
const snapshot = (accountId: string, on: string) => ({ accountId, day: on, takenAt: 1, followers: 1 });
const video = (accountId: string, number: number) => ({
  accountId,
  id: String(7_400_000_000_000_000 + number),
  createdAt: number * day,
  seenAt: 1,
});

describe('what is asked for first', () => {
  it('the days since one, with that one, and of nobody else', async () => {
    const { store } = buildInsights({ localDay });
    for (const on of ['2026-01-01', '2026-02-01', '2026-02-02'])
      await store.keepDay({ snapshot: snapshot('since', on), videoDays: [] });
    await store.keepDay({ snapshot: snapshot('since.other', '2026-02-03'), videoDays: [] });
    const days = (await store.snapshots('since', '2026-02-01')).map((kept) => kept.day);
    expect(days).toEqual(['2026-02-01', '2026-02-02']);
    expect(await store.snapshots('since')).toHaveLength(3);
  });

  it('the newest videos, newest first, and no more than asked', async () => {
    const { store } = buildInsights({ localDay });
    await store.keepVideos([1, 2, 3, 4].map((number) => video('newest', number)));
    await store.keepVideos([video('newest.other', 9)]);
    const found = await store.newestVideos('newest', 2);
    expect(found.map(({ createdAt }) => createdAt / day)).toEqual([4, 3]);
    expect(await store.newestVideos('newest', 99)).toHaveLength(4);
    expect(await store.newestVideos('nobody', 5)).toEqual([]);
  });
});
