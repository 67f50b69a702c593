import { describe, expect, it, vi } from 'vitest';
import type { Clock } from '../../../lib/platform/clock';
import { createHttp, readRetryAfter } from '../../../lib/tiktok/http';

const never: Clock = { now: () => 1_000, sleep: () => new Promise(() => {}) };
type Fetch = typeof globalThis.fetch;

function build(fetch: Fetch, more: { clock?: Clock; online?: boolean } = {}) {
  return createHttp({ fetch, clock: more.clock ?? never, isOnline: () => more.online ?? true });
}
const hang: Fetch = (_address, init) =>
  new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));

describe('createHttp', () => {
  it('posts JSON with the bearer token to the API host, fields in the query', async () => {
    const fetch = vi.fn<Fetch>(async () => new Response('{}'));
    await build(fetch).post('/v2/video/list/', { token: 'T', query: { fields: 'id,title' }, body: { n: 1 } });
    const [address, init] = fetch.mock.calls[0] ?? [];
    expect(address).toBe('https://open.tiktokapis.com/v2/video/list/?fields=id%2Ctitle');
    expect(init).toMatchObject({
      method: 'POST',
      body: '{"n":1}',
      redirect: 'error',
      credentials: 'omit',
      headers: { Authorization: 'Bearer T', 'Content-Type': 'application/json; charset=UTF-8' },
    });
  });

  it('encodes a code with * and ! exactly once in a form', async () => {
    const fetch = vi.fn<Fetch>(async () => new Response('{}'));
    await build(fetch).postForm('https://open.tiktokapis.com/v2/oauth/token/', { code: 'a*b!c d%2A' });
    const body = String(fetch.mock.calls[0]?.[1]?.body);
    expect(new URLSearchParams(body).get('code')).toBe('a*b!c d%2A');
  });

  it('speaks https only', async () => {
    const fetch = vi.fn<Fetch>();
    await expect(build(fetch).postForm('http://tokens.example/', { a: '1' })).rejects.toMatchObject({
      code: 'unexpected',
    });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('reads status, log id, server time and Retry-After from the headers', async () => {
    const headers = {
      'x-tt-logid': 'L',
      date: 'Thu, 01 Jan 1970 00:00:05 GMT',
      'retry-after': '3',
    };
    const reply = await build(async () => new Response('x', { status: 429, headers })).get('/v2/user/info/', {
      token: 'T',
    });
    expect(reply).toEqual({
      status: 429,
      text: 'x',
      truncated: false,
      receivedAt: 1_000,
      serverTime: 5_000,
      retryAfterMs: 3_000,
      logId: 'L',
    });
  });

  it.each([
    ['999999999', 86_400_000],
    ['Fri, 01 Jan 2100 00:00:00 GMT', 86_400_000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['soon', undefined],
  ])('waits a day at most on a server that says Retry-After: %s', (header, wait) => {
    expect(readRetryAfter(header, 1_000)).toBe(wait);
  });

  it('stops reading a body that is far too long', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 100_000;
        controller.enqueue(new Uint8Array(100_000).fill(65));
      },
    });
    const reply = await build(async () => new Response(endless)).get('/v2/user/info/', { token: 'T' });
    expect(reply.truncated).toBe(true);
    expect(pulled).toBeLessThan(1_500_000);
  });

  it.each([
    [true, 'network'],
    [false, 'offline'],
  ])('calls a failed fetch while online=%s: %s', async (online, code) => {
    const fetch: Fetch = async () => {
      throw new TypeError('Failed to fetch');
    };
    await expect(build(fetch, { online }).get('/v2/user/info/', { token: 'T' })).rejects.toMatchObject({
      code,
      facts: { host: 'open.tiktokapis.com' },
    });
  });

  it('gives up when the time is over', async () => {
    const clock: Clock = { now: () => 0, sleep: async () => {} };
    await expect(build(hang, { clock }).get('/v2/user/info/', { token: 'T' })).rejects.toMatchObject({
      code: 'timeout',
    });
  });

  it('lets the caller stop it, and gives back the reason', async () => {
    const stop = new AbortController();
    const asked = build(hang).get('/v2/user/info/', { token: 'T', signal: stop.signal });
    stop.abort('enough');
    await expect(asked).rejects.toBe('enough');
  });

  it('calls a body that breaks off a network failure', async () => {
    const broken = new ReadableStream({
      start(controller) {
        controller.error(new TypeError('reset'));
      },
    });
    await expect(
      build(async () => new Response(broken)).get('/v2/user/info/', { token: 'T' }),
    ).rejects.toMatchObject({ code: 'network' });
  });
});

describe('readRetryAfter', () => {
  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Thu, 01 Jan 1970 00:00:10 GMT', 9_000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
    ['-5x', undefined],
  ])('reads %j as %j', (header, ms) => {
    expect(readRetryAfter(header, 1_000)).toBe(ms);
  });
});
