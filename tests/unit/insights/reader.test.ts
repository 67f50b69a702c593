import { describe, expect, it } from 'vitest';
import { totalViews } from '../../../lib/insights/reader';
import { buildInsights, everything, refusal, video } from './house';

const utcDay = (now: number) => new Date(now).toISOString().slice(0, 10);
const start = Date.UTC(2026, 2, 28, 9);
const account = { id: 'a', scopes: everything };
const day = 86_400_000;

describe('reading videos', () => {
  it('remembers every page it shows', async () => {
    const { reader, store, tiktok } = buildInsights({ localDay: utcDay, start });
    tiktok.videos = Array.from({ length: 45 }, (_, at) => video(at + 1));
    const first = await reader.videoPage(account);
    expect(first.videos.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, at) => String(45 - at)));
    const second = await reader.videoPage(account, first.next);
    const third = await reader.videoPage(account, second.next);
    expect(third.videos).toHaveLength(5);
    expect(third.next).toBeUndefined();
    expect(await store.videos('a')).toHaveLength(45);
  });

  it('a refreshed video gets its new cover; one TikTok no longer shows is forgotten', async () => {
    const { reader, store, tiktok } = buildInsights({ localDay: utcDay, start });
    tiktok.videos = [video(1, { cover_image_url: 'https://old.example/1' }), video(2)];
    await reader.videoPage(account);
    tiktok.videos = [video(1, { cover_image_url: 'https://new.example/1' })];
    await reader.refreshVideos(account, ['1', '2']);
    expect((await store.videos('a')).map(({ id, coverUrl }) => [id, coverUrl])).toEqual([
      ['1', 'https://new.example/1'],
    ]);
  });

  it('without the scope it is not even tried', async () => {
    const { reader, tiktok } = buildInsights({ localDay: utcDay, start });
    await expect(reader.videoPage({ id: 'a', scopes: [] })).rejects.toMatchObject({
      code: 'scope_not_authorized',
    });
    expect(tiktok.calls).toEqual([]);
  });

  it('a token TikTok refuses is renewed, once', async () => {
    const { reader, tiktok, rejected } = buildInsights({ localDay: utcDay, start });
    tiktok.refusals = [refusal('access_token_invalid', 401)];
    await reader.profile(account);
    expect(rejected).toEqual(['token-1']);
    tiktok.refusals = [refusal('access_token_invalid', 401), refusal('access_token_invalid', 401)];
    await expect(reader.profile(account)).rejects.toMatchObject({ code: 'access_token_invalid' });
  });
});

describe('a day of a large account', () => {
  const many = Array.from({ length: 260 }, (_, at) => video(at + 1));

  it('is content with ten pages, and follows the hundred newest videos', async () => {
    const { reader, store, tiktok } = buildInsights({ localDay: utcDay, start });
    tiktok.videos = many;
    await reader.readDay(account);
    expect(tiktok.calls.filter((path) => path === '/v2/video/list/')).toHaveLength(10);
    expect(await store.videoDays('a', '161')).toHaveLength(1);
    expect(await store.videoDays('a', '160')).toHaveLength(0);
  });

  it('its views do not jump when the person scrolls to older videos', async () => {
    const { reader, store, tiktok, time } = buildInsights({ localDay: utcDay, start });
    tiktok.videos = many;
    await reader.readDay(account);
    let next: number | undefined;
    do {
      next = (await reader.videoPage(account, next)).next;
    } while (next !== undefined);
    expect(await store.videos('a')).toHaveLength(260);
    time.now += day;
    await reader.readDay(account);
    expect((await store.snapshots('a')).map(({ views }) => views)).toEqual([2_000, 2_000]);
  });

  it('videos that were deleted leave the list; those further back than it looked do not', async () => {
    const { reader, store, tiktok } = buildInsights({ localDay: utcDay, start });
    tiktok.videos = many;
    let next: number | undefined;
    do {
      next = (await reader.videoPage(account, next)).next;
    } while (next !== undefined);
    tiktok.videos = many.filter(({ id }) => id !== '250');
    await reader.readDay(account);
    const ids = (await store.videos('a')).map(({ id }) => id);
    expect(ids).not.toContain('250');
    expect(ids).toContain('1');
  });
});

describe('what TikTok leaves out', () => {
  it('no videos at all are no views, and a missing number is not a zero', async () => {
    const { reader, store, tiktok } = buildInsights({ localDay: utcDay, start });
    tiktok.user = { follower_count: -3, likes_count: null };
    await reader.readDay(account);
    const [snapshot] = await store.snapshots('a');
    expect(snapshot).toEqual({ accountId: 'a', day: '2026-03-28', takenAt: start, views: 0, viewsSince: 0 });
  });

  it('a sum with a hole in it is not told', () => {
    expect(
      totalViews([
        { id: '1', createdAt: 0, views: 3 },
        { id: '2', createdAt: 0 },
      ]),
    ).toBeUndefined();
  });
});
