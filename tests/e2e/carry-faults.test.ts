import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Post } from '../../lib/posts/post.ts';
import { call, connect, VIDEO_INIT } from '../sandbox/client.ts';
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

const initsOf = (name: string) =>
  at.sandbox.control.publications.all().filter(({ username }) => username === name);
const once = async (id: string, name: string, timeoutMs?: number): Promise<Post> => {
  const post = await at.until(id, ['published'], timeoutMs);
  expect(at.publishedBy(name)).toHaveLength(1);
  return post;
};

describe('the line to TikTok', () => {
  it('is reset in the middle of a chunk: the chunk is sent again, and only that', async () => {
    const { account, name } = await at.someone();
    const third = ({ headers }: { headers: { 'content-range'?: unknown } }) =>
      /bytes 20971520-/.test(String(headers['content-range']));
    at.sandbox.control.addFault({
      endpoint: 'upload',
      answer: { kind: 'reset', afterBytes: 2_000_000 },
      where: third,
    });
    await once(await at.submitFile(account, name, await largeClip()), name);
    expect(initsOf(name)).toHaveLength(1);
    const firsts = at.sandbox.control.log
      .of('upload')
      .filter(({ headers }) => /bytes 0-/.test(String(headers['content-range'])));
    expect(firsts).toHaveLength(1);
  });

  it('answers 503 for a while: nothing is doubled', async () => {
    const { account, name } = await at.someone();
    for (const endpoint of ['creator_info', 'video.init', 'upload', 'status']) {
      at.sandbox.control.addFault({ endpoint, answer: { kind: 'status', status: 503 }, times: 2 });
    }
    await once(await at.submitFile(account, name), name, 60_000);
  });

  it('says "too many requests" with and without saying how long: waited for, not failed', async () => {
    const { account, name } = await at.someone();
    const headers = { 'retry-after': '2' };
    at.sandbox.control.addFault({
      endpoint: 'creator_info',
      answer: { kind: 'error', code: 'rate_limit_exceeded', headers },
      times: 2,
    });
    at.sandbox.control.addFault({
      endpoint: 'video.init',
      answer: { kind: 'error', code: 'rate_limit_exceeded', headers },
    });
    at.sandbox.control.addFault({
      endpoint: 'status',
      answer: { kind: 'error', code: 'rate_limit_exceeded' },
    });
    const id = await at.submitFile(account, name);
    await expect
      .poll(async () => (await at.read(id)).post.waitingFor?.code, { interval: 20 })
      .toBe('rate_limit_exceeded');
    await once(id, name, 60_000);
  });

  it('takes the whole upload and loses only the answer: not sent anew', async () => {
    const { account, name } = await at.someone();
    at.sandbox.control.addFault({ endpoint: 'upload', moment: 'after', answer: { kind: 'close' } });
    await once(await at.submitFile(account, name), name, 60_000);
    expect(initsOf(name)).toHaveLength(1);
  });

  it('swallows the answer to a pull that a new worker began: made once, and found by itself', async () => {
    const { account, name } = await at.someone();
    const headers = { 'retry-after': '3' };
    at.sandbox.control.addFault({
      endpoint: 'video.init',
      answer: { kind: 'error', code: 'rate_limit_exceeded', headers },
    });
    at.sandbox.control.addFault({ endpoint: 'video.init', moment: 'after', answer: { kind: 'close' } });
    const id = await at.submitOne(videoFromUrl(account, name, verifiedVideo));
    await at.until(id, ['initiating']);
    await expect.poll(async () => (await at.read(id)).post.waitingFor?.code).toBe('rate_limit_exceeded');
    // The worker that heard of the creator, and by that knew the line, is not the one that begins.
    await at.ferry.stopWorker();
    const found = await once(id, name, 40_000);
    expect(found.attempts).toHaveLength(1);
    // A browser would send a body it still has again by itself; of a stream, whose length it cannot say, it has none.
    expect(at.sandbox.control.log.of('video.init').at(-1)?.headers).not.toHaveProperty('content-length');
    expect(found.link).toMatch(/\/video\/\d+$/);
  });

  it('swallows the answer to a pull that TikTok has twice: the person is told to delete one', async () => {
    const { account, name } = await at.someone();
    at.sandbox.control.addFault({ endpoint: 'video.init', moment: 'after', answer: { kind: 'close' } });
    const id = await at.submitOne(videoFromUrl(account, name, verifiedVideo));
    await at.until(id, ['unknown', 'published']);
    // As a browser or a proxy that sends a request again by itself.
    const { accessToken } = await connect(at.sandbox, { username: name });
    await call(at.sandbox, VIDEO_INIT, accessToken, {
      post_info: { title: name, privacy_level: 'PUBLIC_TO_EVERYONE' },
      source_info: { source: 'PULL_FROM_URL', video_url: verifiedVideo },
    });
    await at.until(id, ['published'], 40_000);
    await expect
      .poll(async () => (await at.read(id)).post.error, { timeout: 60_000 })
      .toMatchObject({ code: 'posted_twice', facts: { count: 2 } });
    expect(at.publishedBy(name)).toHaveLength(2);
    // Where the notification leads.
    const page = await at.ferry.open(`compose.html#recent&post=${encodeURIComponent(id)}`);
    await page.getByText(/has this post 2 times/).waitFor();
    await page.getByText(/delete the one you do not want/).waitFor();
    await page.close();
  }, 150_000);

  it('breaks before a pull began: the person is asked, and a new attempt is theirs to order', async () => {
    const { account, name } = await at.someone();
    at.sandbox.control.addFault({ endpoint: 'video.init', answer: { kind: 'close' } });
    const id = await at.submitOne(videoFromUrl(account, name, verifiedVideo));
    await at.until(id, ['unknown']);
    expect(at.publishedBy(name)).toHaveLength(0);
    await at.ask('posts.resolveUnknown', { id, word: 'send-again' });
    expect((await once(id, name)).attempts).toHaveLength(2);
  });

  it('hangs longer than a worker lives: the post goes on by itself', async () => {
    const { account, name } = await at.someone();
    at.sandbox.control.addFault({ endpoint: 'status', answer: { kind: 'hang' } });
    await once(await at.submitFile(account, name), name, 90_000);
  }, 120_000);

  it('does not take the first way a file is cut, but the other', async () => {
    const { account, name } = await at.someone();
    at.sandbox.control.addFault({
      endpoint: 'video.init',
      answer: { kind: 'error', code: 'invalid_params', message: 'The chunk size is invalid' },
    });
    const post = await once(await at.submitFile(account, name, await largeClip()), name);
    expect(post.attempts.map(({ plan }) => plan)).toEqual([1]);
  });

  it('lets the upload address lapse: a new attempt, and still one post', async () => {
    const { account, name } = await at.someone();
    at.sandbox.control.addFault({ endpoint: 'upload', answer: { kind: 'status', status: 403 } });
    const post = await once(await at.submitFile(account, name, await largeClip()), name, 60_000);
    expect(post.attempts.map(({ error }) => error?.code)).toEqual(['upload_lapsed', undefined]);
  });
});

describe('the token', () => {
  it('expires in the middle: refreshed once, and the post goes on', async () => {
    const { account, name } = await at.someone();
    at.sandbox.control.addFault({
      endpoint: 'video.init',
      answer: { kind: 'error', code: 'access_token_invalid' },
    });
    at.sandbox.control.addFault({
      endpoint: 'status',
      answer: { kind: 'error', code: 'access_token_invalid' },
    });
    await once(await at.submitFile(account, name), name);
  });

  it('is revoked in the middle: the post waits for the person, and goes on when they reconnect', async () => {
    const { account, name } = await at.someone();
    const hold = at.sandbox.control.hold({ endpoint: 'creator_info' });
    const id = await at.submitFile(account, name);
    await hold.held;
    at.sandbox.control.removeAccess(name);
    hold.release();
    await expect
      .poll(async () => (await at.read(id)).post.waitingFor?.code, { timeout: 20_000 })
      .toMatch(/invalid_grant|access_token_invalid/);
    await at.connect(name);
    await once(id, name, 30_000);
  });
});

describe('the site the video comes from', () => {
  it('breaks off: the rest is fetched, not the whole again', async () => {
    const { account, name } = await at.someone();
    at.sandbox.control.addFault({ endpoint: 'media', answer: { kind: 'close' }, times: 2 });
    const id = await at.submitOne(videoFromUrl(account, name, `${shopVideo}?for=${name}`));
    await once(id, name, 60_000);
  });

  it('sends a sign-in page: said so, and nothing sent on', async () => {
    const { account, name } = await at.someone();
    at.sandbox.control.addFault({ endpoint: 'media', answer: { kind: 'html' } });
    const id = await at.submitOne(videoFromUrl(account, name, `${shopVideo}?for=${name}`));
    expect((await at.until(id, ['failed'])).error?.code).toBe('media_is_page');
    expect(initsOf(name)).toHaveLength(0);
  });

  it('has not been allowed: named, and fetched once it is', async () => {
    const { account, name } = await at.someone();
    const url = 'https://shop.example/img/nothing.mp4';
    const id = await at.submitOne(videoFromUrl(account, name, url));
    const failed = await at.until(id, ['failed']);
    expect(failed.error).toMatchObject({ code: 'site_not_granted', facts: { host: 'shop.example' } });
  });
});
