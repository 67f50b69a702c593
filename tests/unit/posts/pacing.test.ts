import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../lib/errors/app-error';
import { openDatabase } from '../../../lib/platform/database';
import { createPacing } from '../../../lib/posts/pacing';
import { afterRefusal, freshTrail, takeCall } from '../../../lib/posts/pacing-rules';
import { FakeClock } from '../../fakes/clock';

const minute = 60_000;

describe('the pace of calls', () => {
  it('never lets more calls through in any minute than TikTok allows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(20_000), { maxLength: 200 }),
        fc.integer({ min: 1, max: 30 }),
        (gaps, limit) => {
          let trail = freshTrail;
          let now = 1_000_000;
          const made: number[] = [];
          for (const gap of gaps) {
            now += gap;
            const taken = takeCall(trail, now, limit);
            if ('at' in taken) expect(taken.at).toBeGreaterThan(now);
            else {
              trail = taken.trail;
              made.push(now);
            }
          }
          for (const start of made) {
            const within = made.filter((at) => at >= start && at < start + minute);
            expect(within.length).toBeLessThanOrEqual(limit);
          }
        },
      ),
    );
  });

  it('says exactly when the next call may be made', () => {
    let trail = freshTrail;
    for (let now = 0; now < 6_000; now += 1_000) {
      const taken = takeCall(trail, now, 6);
      if ('trail' in taken) trail = taken.trail;
    }
    const refused = takeCall(trail, 10_000, 6);
    expect(refused).toEqual({ at: 61_000 });
    expect(takeCall(trail, 61_000, 6)).toHaveProperty('trail');
  });

  it('waits as long as TikTok says, and longer each time when it does not', () => {
    const hinted = afterRefusal(freshTrail, 0, 0, 30_000, 0);
    expect(takeCall(hinted, 29_000, 6)).toEqual({ at: 30_000 });
    const waits = [0, 1, 2].map(
      (strikes) => afterRefusal({ calls: [], strikes }, 0, 0, undefined, 0.5).blocked?.until ?? 0,
    );
    expect(waits[1]).toBeGreaterThan(waits[0] ?? 0);
    expect(waits[2]).toBeGreaterThan(waits[1] ?? 0);
  });

  it('takes the refusals of calls that were on their way together for one', () => {
    const first = afterRefusal(freshTrail, 100, 1_000, undefined, 0.5);
    const second = afterRefusal(first, 110, 1_100, undefined, 0.5);
    expect(second.strikes).toBe(1);
    expect((second.blocked?.until ?? 0) - (first.blocked?.until ?? 0)).toBe(100);
    const later = afterRefusal(second, 20_000, 20_100, undefined, 0.5);
    expect(later.strikes).toBe(2);
  });

  it('is not stopped for an hour by a clock that was set back, nor let loose by one that leapt', () => {
    const blocked = afterRefusal(freshTrail, 3_600_000, 3_600_000, 30_000, 0);
    expect(takeCall(blocked, 0, 6)).toHaveProperty('trail');
    const full = { calls: [1, 2, 3, 4, 5, 6].map((n) => 3_600_000 + n), strikes: 0 };
    expect(takeCall(full, 0, 6)).toHaveProperty('trail');
  });
});

describe('pacing as it is kept', () => {
  const clock = new FakeClock();
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
  });
  const open = () => createPacing({ database: openDatabase(), now: clock.now, random: () => 0 });

  it('is each account’s and each endpoint’s own, and outlives the worker', async () => {
    for (let calls = 0; calls < 6; calls += 1) expect(await open().take('a', 'video_init')).toBeUndefined();
    expect(await open().take('a', 'video_init')).toBe(clock.now() + 61_000);
    expect(await open().take('b', 'video_init')).toBeUndefined();
    expect(await open().take('a', 'photo_init')).toBeUndefined();
  });

  it('counts the minute from when TikTok may have heard of a call, however slow the line', async () => {
    const pacing = open();
    const began = clock.now();
    for (let call = 0; call < 6; call += 1) await pacing.take('a', 'video_init');
    clock.pass(4_000);
    for (let call = 0; call < 6; call += 1) await pacing.ended('a', 'video_init', began);
    expect(await pacing.take('a', 'video_init')).toBe(began + 4_000 + 61_000);
  });

  it('hands the last call to one of several who ask at once', async () => {
    const pacing = open();
    const answers = await Promise.all(Array.from({ length: 10 }, () => pacing.take('a', 'video_init')));
    expect(answers.filter((at) => at === undefined)).toHaveLength(6);
  });

  it('holds every post of an account back while its cap lasts', async () => {
    const error = new AppError('spam_risk_too_many_posts');
    await open().cap('a', 'direct', error, clock.now() + 3_600_000);
    expect(await open().capped('a', 'direct')).toMatchObject({ error: { code: 'spam_risk_too_many_posts' } });
    expect(await open().capped('a', 'inbox')).toBeUndefined();
    clock.pass(3_600_001);
    expect(await open().capped('a', 'direct')).toBeUndefined();
  });
});
