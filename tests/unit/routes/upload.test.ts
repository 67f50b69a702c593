import { describe, expect, it } from 'vitest';
import { AppError } from '../../../lib/errors/app-error';
import type { WorkTools } from '../../../lib/media/work';
import type { PutReply, PutRequest } from '../../../lib/platform/put';
import { createUploadWork, type UploadInput, type UploadMark } from '../../../lib/routes/upload';
import { FakeClock } from '../../fakes/clock';

const size = 25;
/** Three chunks: 0–9, 10–24 would be TikTok's floor; small numbers stand in for megabytes here. */
const plan = { size, chunkSize: 10, count: 2 };
const rangeOf = ({ headers }: PutRequest) => headers['Content-Range'];

type Answer = PutReply | AppError;
const answer = (status: number, contentRange: string | null = null): PutReply => ({ status, contentRange });

function run(answers: Answer[], more: { mark?: UploadMark; input?: Partial<UploadInput> } = {}) {
  const clock = new FakeClock(0);
  const sent: PutRequest[] = [];
  const marks: UploadMark[] = [];
  const stop = new AbortController();
  const work = createUploadWork({
    put: async (request) => {
      sent.push(request);
      const reply = answers.shift();
      if (!reply) throw new Error('more chunks than expected');
      if (reply instanceof AppError) throw reply;
      return reply;
    },
    stash: { open: async () => new File([new Uint8Array(size)], 'clip.mp4', { type: 'video/mp4' }) },
    clock: { now: clock.now, sleep: async () => clock.pass(1_000) },
    random: () => 0.5,
  });
  const tools: WorkTools<UploadMark> = {
    mark: more.mark,
    keep: async (mark) => void marks.push(mark),
    progress: () => {},
    signal: stop.signal,
  };
  const input: UploadInput = {
    url: 'https://up.tiktokapis.com/x',
    expiresAt: 3_600_000,
    key: 'k',
    plan,
    ...more.input,
  };
  return { done: work.run(input, tools), sent, marks, stop };
}

describe('sending a file in chunks', () => {
  it('sends them in order, with their ranges, the last one larger, and no token', async () => {
    const { done, sent } = run([answer(206, 'bytes 0-9/25'), answer(201, 'bytes 0-24/25')]);
    await expect(done).resolves.toEqual({ delivered: true });
    expect(sent.map(rangeOf)).toEqual(['bytes 0-9/25', 'bytes 10-24/25']);
    expect(sent.map(({ body }) => body.size)).toEqual([10, 15]);
    expect(sent[0]?.headers).toEqual({ 'Content-Type': 'video/mp4', 'Content-Range': 'bytes 0-9/25' });
  });

  it('writes down that the end is on its way before it sends it', async () => {
    const { done, marks, sent } = run([answer(206, 'bytes 0-9/25'), answer(201)]);
    await done;
    expect(marks).toEqual([{ chunks: 1 }, { chunks: 1, lastBegunAt: 0 }]);
    expect(sent).toHaveLength(2);
  });

  it('goes on from its mark', async () => {
    const { done, sent } = run([answer(201)], { mark: { chunks: 1 } });
    await done;
    expect(sent.map(rangeOf)).toEqual(['bytes 10-24/25']);
  });

  it.each([
    ['an index', 'bytes 0-9/25'],
    ['a count', 'bytes 0-10/25'],
  ])('goes where the server is, whether its number is %s', async (_what, range) => {
    const { done, sent } = run([answer(416, range), answer(201)]);
    await done;
    expect(sent.map(rangeOf)).toEqual(['bytes 0-9/25', 'bytes 10-24/25']);
  });

  it('takes 200 for what 206 and 201 mean, and believes a server that has it all', async () => {
    await expect(run([answer(200), answer(200)]).done).resolves.toEqual({ delivered: true });
    await expect(run([answer(416, 'bytes 0-24/25')]).done).resolves.toEqual({ delivered: true });
  });

  it('sends the same chunk again after a fault of the server or the line', async () => {
    const { done, sent } = run([
      answer(503),
      new AppError('network'),
      answer(206, 'bytes 0-9/25'),
      answer(201),
    ]);
    await done;
    expect(sent.map(rangeOf)).toEqual(['bytes 0-9/25', 'bytes 0-9/25', 'bytes 0-9/25', 'bytes 10-24/25']);
  });

  it('gives a chunk up after some tries, so that TikTok is asked where it is', async () => {
    const storm = Array.from({ length: 5 }, () => answer(502));
    await expect(run(storm).done).rejects.toMatchObject({ code: 'upload_refused', facts: { status: 502 } });
  });

  it.each([403, 404])('knows a dead address by %d', async (status) => {
    await expect(run([answer(status)]).done).rejects.toMatchObject({ code: 'upload_lapsed' });
  });

  it('does not begin a chunk when the address is about to lapse', async () => {
    const { done, sent } = run([], { input: { expiresAt: 30_000 } });
    await expect(done).rejects.toMatchObject({ code: 'upload_lapsed' });
    expect(sent).toHaveLength(0);
  });

  it('does not run in circles when the server contradicts itself', async () => {
    const circle = Array.from({ length: 3 }, () => answer(416));
    await expect(run(circle).done).rejects.toMatchObject({ code: 'upload_refused' });
  });

  it('does not send a file that is not the one that was announced', async () => {
    const { done, sent } = run([], { input: { plan: { size: 99, chunkSize: 99, count: 1 } } });
    await expect(done).rejects.toMatchObject({ code: 'file_gone' });
    expect(sent).toHaveLength(0);
  });
});
