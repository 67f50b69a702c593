import { expect, it, vi } from 'vitest';
import { createGetBytes, largestPiece } from '../../../../lib/media/stream/get-bytes';
import { isPublicHost } from '../../../../lib/platform/public-host';

const isAllowed = (url: string) => isPublicHost(new URL(url).hostname);

/** A web that answers every request from this address. */
function build(answeredFrom: string) {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => {
    const response = new Response('piece');
    Object.defineProperty(response, 'url', { value: answeredFrom });
    return response;
  });
  const clock = { sleep: async () => {} };
  return { fetch, get: createGetBytes({ fetch, clock, signal: new AbortController().signal, isAllowed }) };
}

it('a piece is fetched, and its last address is known', async () => {
  const { get } = build('https://edge.example/1.ts');
  const { bytes, url } = await get('https://cdn.example/1.ts', undefined);
  expect([new TextDecoder().decode(bytes), url]).toEqual(['piece', 'https://edge.example/1.ts']);
});

it('a playlist that names the person’s own network is not followed', async () => {
  const { fetch, get } = build('http://192.168.0.1/1.ts');
  await expect(get('http://192.168.0.1/1.ts', undefined)).rejects.toMatchObject({ code: 'media_forbidden' });
  expect(fetch).not.toHaveBeenCalled();
});

it('a redirect into the person’s own network brings nothing, and is not tried again', async () => {
  const { fetch, get } = build('http://192.168.0.1/1.ts');
  await expect(get('https://cdn.example/1.ts', undefined)).rejects.toMatchObject({ code: 'media_forbidden' });
  expect(fetch).toHaveBeenCalledTimes(1);
});

it('a piece that would fill the memory is given up, not held or tried again', async () => {
  const headers = { 'content-length': String(largestPiece + 1) };
  const fetch = vi.fn(async () => new Response('piece', { headers }));
  const get = createGetBytes({
    fetch,
    clock: { sleep: async () => {} },
    signal: new AbortController().signal,
    isAllowed,
  });
  await expect(get('https://cdn.example/1.ts', undefined)).rejects.toMatchObject({ code: 'stream_broken' });
  await expect(get('https://cdn.example/1.mp4', [largestPiece, largestPiece + 5])).rejects.toMatchObject({
    code: 'stream_broken',
  });
  expect(fetch).toHaveBeenCalledTimes(2);
});

it('of a server that ignores ranges only the piece is taken', async () => {
  const fetch = vi.fn(async () => new Response('0123456789'));
  const get = createGetBytes({
    fetch,
    clock: { sleep: async () => {} },
    signal: new AbortController().signal,
    isAllowed,
  });
  const { bytes } = await get('https://cdn.example/1.mp4', [2, 5]);
  expect(new TextDecoder().decode(bytes)).toBe('234');
});
