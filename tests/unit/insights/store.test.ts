import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDay } from '../../../lib/insights/day';
import { buildInsights } from './house';

const day = 86_400_000;
const snapshot = (accountId: string, on: string) => ({ accountId, day: on, takenAt: 1, followers: 1 });
const idOf = (number: number) => String(7_400_000_000_000_000 + number);
const video = (accountId: string, number: number) => ({
  accountId,
  id: idOf(number),
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
    const found = await store.videoPage('newest', 2);
    expect(found.videos.map(({ createdAt }) => createdAt / day)).toEqual([4, 3]);
    expect((await store.videoPage('newest', 99)).videos).toHaveLength(4);
    expect(await store.videoPage('nobody', 5)).toEqual({ videos: [] });
  });

  it('every video once, in pages of any length, whatever comes and goes between two of them', async () => {
    const { store } = buildInsights({ localDay });
    let turn = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat({ max: 60 }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 12 }),
        fc.uniqueArray(fc.nat({ max: 60 }), { maxLength: 5 }),
        async (numbers, most, gone) => {
          turn += 1;
          const accountId = `paged-${turn}`;
          await store.keepVideos(numbers.map((number) => video(accountId, number)));
          await store.keepVideos([video(`${accountId}.other`, 61), video(`${accountId.slice(0, -1)}`, 62)]);
          const seen: number[] = [];
          let before: string | undefined;
          do {
            const { videos, next } = await store.videoPage(accountId, most, before);
            expect(videos.length).toBeLessThanOrEqual(most);
            seen.push(...videos.map(({ createdAt }) => createdAt / day));
            // Even the one the next page is asked after may be gone by then.
            if (before === undefined) await store.dropVideos(accountId, gone.map(idOf));
            before = next;
          } while (before !== undefined);
          expect(seen).toEqual(seen.toSorted((a, b) => b - a));
          expect(new Set(seen).size).toBe(seen.length);
          const lasting = numbers.filter((number) => !gone.includes(number));
          expect(seen).toEqual(expect.arrayContaining(lasting));
          expect(numbers).toEqual(expect.arrayContaining(seen));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('a page whose every record is damaged is no end', async () => {
    const { store, database } = buildInsights({ localDay });
    await store.keepVideos([1, 2, 3, 4].map((number) => video('damaged', number)));
    for (const number of [3, 4])
      await (await database).put('videos', { ...video('damaged', number), createdAt: Number.NaN });
    const first = await store.videoPage('damaged', 2);
    expect(first.videos).toEqual([]);
    const second = await store.videoPage('damaged', 2, first.next);
    expect(second.videos.map(({ createdAt }) => createdAt / day)).toEqual([2, 1]);
  });
});
