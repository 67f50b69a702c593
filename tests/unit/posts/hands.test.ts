import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { AppError } from '../../../lib/errors/app-error';
import type { Work } from '../../../lib/media/work';
import { openDatabase } from '../../../lib/platform/database';
import { createHands, type Works } from '../../../lib/posts/hands';
import { createJobs, type Jobs, jobLock } from '../../../lib/posts/jobs';
import { FakeClock } from '../../fakes/clock';
import { FakeLocks } from '../../fakes/locks';

const Count = z.object({ to: z.number() });
type Counting = Work<{ to: number }, number, number>;
const counting = (run: Counting['run']): Counting => ({ input: Count, mark: z.number(), run });
const worksOf = (fetch: Counting): Works => ({ fetch, prepare: fetch, relay: fetch, upload: fetch });

const clock = new FakeClock();
let locks: FakeLocks;
let jobs: Jobs;

function build(run: Counting['run'], breadth = 2) {
  const report = vi.fn();
  const breadths = { fetch: breadth, prepare: breadth, relay: breadth, upload: breadth };
  const context = locks.context();
  const hands = createHands({
    jobs,
    works: worksOf(counting(run)),
    breadth: breadths,
    locks: context,
    clock,
    report,
    tell: () => {},
  });
  return { hands, report, context };
}
const add = (postId: string) => jobs.add({ postId, attempt: 1, kind: 'fetch', input: { to: 3 } });

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  locks = new FakeLocks();
  jobs = createJobs(openDatabase(), clock.now);
});

describe('the hands', () => {
  it('keep what a job brought and report its end', async () => {
    const { hands, report } = build(async ({ to }) => to * 2);
    const { key } = await add('p');
    hands.start(key);
    await vi.waitFor(() => expect(report).toHaveBeenCalledWith(key));
    expect(await jobs.read(key)).toMatchObject({ state: 'done', result: 6, starts: 1 });
    expect(hands.isIdle()).toBe(true);
  });

  it('keep why a job failed', async () => {
    const { hands, report } = build(async () => {
      throw new AppError('storage_full');
    });
    const { key } = await add('p');
    hands.start(key);
    await vi.waitFor(() => expect(report).toHaveBeenCalled());
    expect(await jobs.read(key)).toMatchObject({ state: 'failed', error: { code: 'storage_full' } });
  });

  it('go on from the last mark after they were killed', async () => {
    const { key } = await add('p');
    const killed = build(async (_input, { keep }) => {
      await keep(2);
      return new Promise<number>(() => {});
    });
    killed.hands.start(key);
    await vi.waitFor(async () => expect((await jobs.read(key))?.mark).toBe(2));
    killed.context.die();
    const { hands, report } = build(async (_input, { mark = 0 }) => mark);
    hands.start(key);
    await vi.waitFor(() => expect(report).toHaveBeenCalled());
    expect(await jobs.read(key)).toMatchObject({ state: 'done', result: 2, starts: 2 });
  });

  it('do not begin work for ever that ends whoever does it', async () => {
    const { key } = await add('p');
    let deaths = 0;
    for (; (await jobs.read(key))?.state === 'open' && deaths < 50; deaths++) {
      const started = vi.fn(() => new Promise<number>(() => {}));
      const { hands, report, context } = build(started);
      hands.start(key);
      await vi.waitFor(() => expect(started.mock.calls.length + report.mock.calls.length).toBeGreaterThan(0));
      context.die();
    }
    expect(deaths).toBeGreaterThan(3);
    expect(deaths).toBeLessThan(10);
    expect(await jobs.read(key)).toMatchObject({
      state: 'failed',
      error: { code: 'work_keeps_dying', facts: { times: deaths - 1 } },
    });
  });

  it('run a job once, however often and from wherever it is started', async () => {
    const run = vi.fn(() => new Promise<number>(() => {}));
    const [one, other] = [build(run), build(run)];
    const { key } = await add('p');
    one.hands.start(key);
    one.hands.start(key);
    await vi.waitFor(() => expect(run).toHaveBeenCalled());
    other.hands.start(key);
    await vi.waitFor(() => expect(other.report).toHaveBeenCalled());
    expect(run).toHaveBeenCalledTimes(1);
    expect(await one.context.isHeld(jobLock(key))).toBe(true);
  });

  it('leave a job alone that has ended', async () => {
    const run = vi.fn(async () => 1);
    const { hands, report } = build(run);
    const { key } = await add('p');
    await jobs.change(key, (job) => ({ ...job, state: 'done' }));
    hands.start(key);
    await vi.waitFor(() => expect(report).toHaveBeenCalled());
    expect(run).not.toHaveBeenCalled();
  });

  it('run only so many side by side, and everyone in the end', async () => {
    const ends: (() => void)[] = [];
    const run = vi.fn(() => new Promise<number>((resolve) => ends.push(() => resolve(1))));
    const { hands, report } = build(run, 2);
    for (const id of ['a', 'b', 'c']) hands.start((await add(id)).key);
    await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(2));
    ends[0]?.();
    await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(3));
    ends[1]?.();
    ends[2]?.();
    await vi.waitFor(() => expect(report).toHaveBeenCalledTimes(3));
  });

  it('stop when asked, and leave the job for whoever forgets it', async () => {
    const { hands, report } = build(
      (_input, { signal }) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    );
    const { key } = await add('p');
    hands.start(key);
    await vi.waitFor(async () => expect((await jobs.read(key))?.starts).toBe(1));
    hands.stop(key);
    await vi.waitFor(() => expect(report).toHaveBeenCalled());
    expect(await jobs.read(key)).toMatchObject({ state: 'open' });
  });
});
