import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAt, dayNumber, localDay } from '../../../lib/insights/day';
import { buildInsights, refusal, video } from './house';

const hour = 3_600_000;
const utcDay = (now: number) => new Date(now).toISOString().slice(0, 10);
const start = Date.UTC(2026, 2, 28, 9);

describe('the daily reading', () => {
  it('is taken once a day, and nobody is woken before the next day', async () => {
    const { watch, store, tiktok, time, alarmTimes } = buildInsights({ localDay: utcDay, start });
    tiktok.videos = [video(1), video(2)];
    await watch.look();
    expect(await store.snapshots('a')).toEqual([
      {
        accountId: 'a',
        day: '2026-03-28',
        takenAt: start,
        followers: 100,
        likes: 900,
        videos: 3,
        views: 20,
        viewsSince: 0,
      },
    ]);
    const next = alarmTimes.get('insights') ?? 0;
    expect([utcDay(next - hour), utcDay(next)]).toEqual(['2026-03-28', '2026-03-29']);
    const calls = tiktok.calls.length;
    time.now += hour;
    await watch.look();
    expect(tiktok.calls).toHaveLength(calls);
    expect(alarmTimes.get('insights')).toBe(next);
  });

  it('wakes nobody where no account may be read', async () => {
    const { watch, accounts, alarmTimes } = buildInsights({ localDay: utcDay, start });
    await watch.look();
    expect(alarmTimes.has('insights')).toBe(true);
    accounts.splice(0, accounts.length, { id: 'c', scopes: [] });
    await watch.look();
    expect(alarmTimes.has('insights')).toBe(false);
  });

  it('leaves the alarms of others alone', async () => {
    const { watch, tiktok } = buildInsights({ localDay: utcDay, start });
    await watch.wake('engine');
    expect(tiktok.calls).toEqual([]);
  });

  it('a day that failed is tried again the next hour, and why it failed is kept', async () => {
    const { watch, store, tiktok, time, alarmTimes } = buildInsights({ localDay: utcDay, start });
    tiktok.refusals = [refusal('rate_limit_exceeded', 429)];
    await watch.look();
    expect(await store.snapshots('a')).toEqual([]);
    expect((await store.reading('a'))?.error?.code).toBe('rate_limit_exceeded');
    expect(alarmTimes.get('insights')).toBe(start + hour);
    time.now += hour;
    await watch.wake('insights');
    expect(await store.snapshots('a')).toHaveLength(1);
    expect((await store.reading('a'))?.error).toBeUndefined();
  });

  it('a failure half way through leaves no half day behind', async () => {
    const { watch, store, tiktok } = buildInsights({ localDay: utcDay, start });
    tiktok.videos = Array.from({ length: 30 }, (_, at) => video(at + 1));
    const { post } = tiktok.http;
    let pages = 0;
    tiktok.http.post = (path, call) => {
      pages += 1;
      if (pages === 2) tiktok.refusals = [refusal('internal_error', 500)];
      return post(path, call);
    };
    await watch.look();
    expect(await store.snapshots('a')).toEqual([]);
    expect(await store.videoDays('a', '30')).toEqual([]);
  });

  it('one account in trouble does not keep the others from being read', async () => {
    const { watch, store, accounts, tiktok } = buildInsights({ localDay: utcDay, start });
    accounts.push({ id: 'b', scopes: ['user.info.stats'] }, { id: 'c', scopes: [], trouble: { code: 'x' } });
    tiktok.refusals = [refusal('internal_error', 500)];
    await watch.look();
    expect(await store.snapshots('a')).toEqual([]);
    expect(await store.snapshots('b')).toHaveLength(1);
    expect(await store.snapshots('c')).toEqual([]);
  });

  it('asks only for what was granted, and nothing where nothing was', async () => {
    const { watch, store, accounts, tiktok } = buildInsights({ localDay: utcDay, start });
    accounts.splice(
      0,
      1,
      { id: 'a', scopes: ['user.info.basic', 'video.list'] },
      { id: 'b', scopes: ['video.publish'] },
    );
    tiktok.videos = [video(1)];
    await watch.look();
    expect(tiktok.calls).toEqual(['/v2/video/list/']);
    const [snapshot] = await store.snapshots('a');
    expect(snapshot).not.toHaveProperty('followers');
    expect(snapshot?.views).toBe(10);
    expect(await store.snapshots('b')).toEqual([]);
  });

  it('the later reading of a day takes the place of the earlier one', async () => {
    const { watch, store, tiktok, time, accounts } = buildInsights({ localDay: utcDay, start });
    await watch.look();
    tiktok.user.follower_count = 130;
    time.now += hour;
    const [account] = accounts;
    if (account) await watch.readNow(account);
    expect((await store.snapshots('a')).map(({ followers }) => followers)).toEqual([130]);
  });

  it('tells who asked why it could not be read now', async () => {
    const { watch, tiktok, accounts } = buildInsights({ localDay: utcDay, start });
    tiktok.refusals = [refusal('internal_error', 500)];
    const [account] = accounts;
    await expect(account && watch.readNow(account)).rejects.toMatchObject({ code: 'internal_error' });
  });
});

describe('clocks that change', () => {
  it.each(['Europe/Berlin', 'America/New_York', 'Africa/Cairo', 'Pacific/Apia'])(
    'an open browser in %s reads every calendar day of a year exactly once',
    async (timeZone) => {
      const zone = process.env.TZ;
      process.env.TZ = timeZone;
      try {
        const { watch, store, time, alarmTimes, accounts } = buildInsights({ localDay, start });
        accounts.splice(0, 1, { id: 'a', scopes: ['user.info.stats'] });
        await watch.look();
        const met = new Set([localDay(time.now)]);
        while (time.now < start + 366 * 24 * hour) {
          time.now = alarmTimes.get('insights') ?? Number.POSITIVE_INFINITY;
          met.add(localDay(time.now));
          await watch.wake('insights');
        }
        const days = (await store.snapshots('a')).map(({ day }) => day);
        expect(days).toEqual([...met]);
        expect(dayNumber(days.at(-1) ?? '') - dayNumber(days[0] ?? '')).toBe(days.length - 1);
      } finally {
        if (zone === undefined) delete process.env.TZ;
        else process.env.TZ = zone;
      }
    },
  );

  it('whatever the clock and the zone do, a day that was met is read, and read once', async () => {
    const moves = fc.array(
      fc.record({
        // Days forward, hours back: a journey, a corrected clock, a flat battery.
        byHours: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: -60, max: 2_000 })),
        offset: fc.integer({ min: -12, max: 14 }),
      }),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(moves, async (journey) => {
        let offset = 0;
        const here = (now: number) => dayAt(Math.floor((now + offset * hour) / (24 * hour)));
        const { watch, store, time, accounts, tiktok } = buildInsights({ localDay: here, start });
        accounts.splice(0, 1, { id: 'a', scopes: ['user.info.stats'] });
        const met = new Set<string>();
        for (const move of journey) {
          time.now += move.byHours * hour;
          offset = move.offset;
          met.add(here(time.now));
          await watch.look();
          await watch.wake('insights');
        }
        expect((await store.snapshots('a')).map(({ day }) => day)).toEqual([...met].sort());
        expect(tiktok.calls).toHaveLength(met.size);
      }),
      { numRuns: 60 },
    );
  });
});
