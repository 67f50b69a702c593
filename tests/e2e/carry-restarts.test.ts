import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RequestPredicate } from '../sandbox/control/log.ts';
import { type Board, board } from './carry/board.ts';
import { largeClip } from './carry/kill.ts';
import { shopVideo, verifiedVideo, videoFromUrl } from './carry/posts.ts';

let at: Board;

beforeAll(async () => {
  at = await board();
  await at.allowShop();
});
afterAll(() => at?.close());
afterEach(() => at.calm());

const submitUrl = (account: string, name: string, url: string) =>
  at.submitOne(videoFromUrl(account, name, url));
const startsAt =
  (first: number): RequestPredicate =>
  ({ headers }) =>
    String(headers['content-range']).startsWith(`bytes ${first}-`);

describe('the browser', () => {
  it('is killed in the middle of an upload: the next one goes on with the chunk that was lost', async () => {
    const { account, name } = await at.someone();
    const hold = at.sandbox.control.hold({ endpoint: 'upload', where: startsAt(2 * 10_485_760) });
    const id = await at.submitFile(account, name, await largeClip());
    await hold.held;
    await at.restart('kill');
    hold.release();
    await at.until(id, ['published'], 60_000);
    expect(at.publishedBy(name)).toHaveLength(1);
    const uploads = at.sandbox.control.log.of('upload');
    expect(uploads.filter(startsAt(0))).toHaveLength(1);
    expect(uploads.filter(startsAt(2 * 10_485_760))).toHaveLength(2);
  }, 120_000);

  it('is closed while TikTok is at work: the next one looks at once, with no page open', async () => {
    const { account, name } = await at.someone();
    at.sandbox.control.rules.processingMs = 6_000;
    const id = await submitUrl(account, name, verifiedVideo);
    await at.until(id, ['processing']);
    await at.restart('close');
    await at.watch(id, 'published', 40_000);
    at.sandbox.control.rules.processingMs = 1_500;
    expect((await at.read(id)).post.state).toBe('published');
  }, 90_000);
});

describe('Ferry', () => {
  it('is updated in the middle of an upload: it goes on by itself with the chunk that was lost', async () => {
    const { account, name } = await at.someone();
    const before = at.sandbox.control.log.of('upload').filter(startsAt(0)).length;
    const hold = at.sandbox.control.hold({ endpoint: 'upload', where: startsAt(2 * 10_485_760) });
    const id = await at.submitFile(account, name, await largeClip());
    await hold.held;
    await at.update();
    hold.release();
    await at.watch(id, 'published', 60_000);
    expect(at.publishedBy(name)).toHaveLength(1);
    expect(at.sandbox.control.log.of('upload').filter(startsAt(0))).toHaveLength(before + 1);
  }, 120_000);
});

describe('the worker', () => {
  it('is stopped and nobody asks for it: its alarm wakes it, and the post goes on', async () => {
    const { account, name } = await at.someone();
    const hold = at.sandbox.control.hold({ endpoint: 'status' });
    const id = await at.submitFile(account, name);
    await hold.held;
    await at.ferry.stopWorker();
    hold.release();
    expect(await at.ferry.workerIsRunning()).toBe(false);
    await at.watch(id, 'published', 60_000);
    expect(at.publishedBy(name)).toHaveLength(1);
  }, 90_000);

  it('finds an hour missing, and then one too many: the post is out once, and known', async () => {
    const { account, name } = await at.someone();
    const [worker] = at.ferry.context.serviceWorkers();
    await worker?.evaluate(() => {
      const trueNow = Date.now.bind(Date);
      Date.now = () => trueNow() + 3_600_000;
    });
    const id = await at.submitFile(account, name);
    await at.until(id, ['processing', 'published'], 40_000);
    // A new worker has the true time again: an hour back.
    await at.ferry.stopWorker();
    await at.until(id, ['published'], 40_000);
    expect(at.publishedBy(name)).toHaveLength(1);
  }, 120_000);
});

describe('the world outside', () => {
  it('is out of reach for a while: the post waits, and goes on by itself', async () => {
    const { account, name } = await at.someone();
    at.sandbox.control.addFault({ endpoint: '*', answer: { kind: 'close' }, times: 1_000 });
    const id = await submitUrl(account, name, verifiedVideo);
    await expect
      .poll(async () => (await at.read(id)).post.waitingFor?.code, { timeout: 20_000 })
      .toBe('network');
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    at.sandbox.control.clearFaults();
    await at.until(id, ['published'], 60_000);
    expect(at.publishedBy(name)).toHaveLength(1);
  }, 120_000);

  it('has no names for a while: the post waits, says why, and goes on when there are names again', async () => {
    const { account, name } = await at.someone();
    await at.restart('close', 'no names');
    const id = await submitUrl(account, name, verifiedVideo);
    await expect
      .poll(async () => (await at.read(id)).post.waitingFor?.code, { timeout: 20_000 })
      .toBe('network');
    await at.restart('close');
    await at.until(id, ['published'], 60_000);
    expect(at.publishedBy(name)).toHaveLength(1);
  }, 120_000);

  it('leaves no room on the disk: said so, and tried again when there is', async () => {
    const { account, name } = await at.someone();
    // The browser that was killed took what was granted along.
    await at.allowShop();
    await at.setQuota(60_000);
    const id = await submitUrl(account, name, `${shopVideo}?for=${name}`);
    expect((await at.until(id, ['failed'])).error?.code).toBe('storage_full');
    await at.setQuota(undefined);
    await at.ask('posts.retry', { id });
    await at.until(id, ['published'], 40_000);
    expect(at.publishedBy(name)).toHaveLength(1);
  }, 90_000);
});
