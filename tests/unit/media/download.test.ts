import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFetchWork } from '../../../lib/media/fetch-work';
import { createStash, type Stash } from '../../../lib/media/stash';
import type { FetchInput } from '../../../lib/media/work-shapes';
import { openDatabase } from '../../../lib/platform/database';
import { FakeClock } from '../../fakes/clock';
import { FakeFiles } from '../../fakes/files';

const address = 'https://cdn.shop.example/clip.mp4';
const mp4 = new Uint8Array(10_000);
mp4.set(new TextEncoder().encode('\0\0\0\u0018ftypmp42'));
mp4.forEach((_, at) => {
  if (at >= 24) mp4[at] = at % 251;
});

let stash: Stash;
let clock: FakeClock;
let files: FakeFiles;
type Serve = (request: {
  url: string;
  headers: Headers;
  credentials: string;
  method: string;
}) => Response | Promise<Response>;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  clock = new FakeClock();
  files = new FakeFiles();
  stash = createStash({ database: openDatabase(), root: files.root, now: clock.now, partSize: 1_000 });
});

interface Options {
  mark?: unknown;
  granted?: string[];
  room?: number;
  most?: number;
  kind?: 'video' | 'photo';
  urls?: string[];
}

function fetching(
  serve: Serve,
  { mark, granted = [address], room, most = 1e9, kind = 'video', urls = [address] }: Options = {},
) {
  const marks: unknown[] = [];
  const work = createFetchWork({
    fetch: (async (url: string, { headers = {}, credentials = 'omit', method = 'GET' }: RequestInit = {}) =>
      serve({ url, headers: new Headers(headers), credentials, method })) as typeof fetch,
    stash,
    clock,
    isOnline: () => true,
    room: async () => room,
    mostBytes: { video: most, photo: most },
  });
  const input: FetchInput = { media: [{ kind, source: { urls, status: 'direct' } }], granted };
  const done = work.run(input, {
    mark: mark as never,
    keep: async (kept) => void marks.push(kept),
    progress: () => {},
    signal: new AbortController().signal,
  });
  return { done, marks };
}

const headersOf = (more: Record<string, string> = {}) => ({
  'content-type': 'video/mp4',
  'content-length': '10000',
  etag: '"v1"',
  ...more,
});
const whole: Serve = () => new Response(mp4, { headers: headersOf() });
/** Serves ranges, and breaks off after so many bytes. */
const breaking =
  (after: number): Serve =>
  ({ headers }) => {
    const from = Number(/bytes=(\d+)-/.exec(headers.get('range') ?? '')?.[1] ?? 0);
    const body = new ReadableStream({
      start(controller) {
        const end = Math.min(from + after, mp4.length);
        for (let at = from; at < end; at += 300) controller.enqueue(mp4.slice(at, Math.min(at + 300, end)));
        if (from + after >= mp4.length) controller.close();
      },
      pull(controller) {
        controller.error(new TypeError('reset'));
      },
    });
    const range = { 'content-range': `bytes ${from}-9999/10000`, 'content-length': String(10_000 - from) };
    return new Response(
      body,
      from > 0 ? { status: 206, headers: headersOf(range) } : { headers: headersOf() },
    );
  };
const bytesOf = async ({ keys }: { keys: string[] }) =>
  new Uint8Array(await (await stash.open(keys[0] ?? '')).arrayBuffer());

describe('fetching what a page names', () => {
  it('brings it into the stash as it is', async () => {
    const result = await fetching(whole).done;
    expect(await bytesOf(result)).toEqual(mp4);
    expect(await stash.find(result.keys[0] ?? '')).toMatchObject({ type: 'video/mp4', name: 'clip.mp4' });
  });

  it('goes on after the bytes it has, asking for the same version of the file', async () => {
    const first = fetching(breaking(4_500));
    await expect(first.done).rejects.toMatchObject({ code: 'media_unreachable' });
    const asked: string[] = [];
    const second = fetching(
      (request) => {
        asked.push(`${request.headers.get('range')} ${request.headers.get('if-range')}`);
        return breaking(99_999)(request);
      },
      { mark: first.marks.at(-1) },
    );
    expect(await bytesOf(await second.done)).toEqual(mp4);
    expect(asked).toEqual(['bytes=4500- "v1"']);
  });

  it('begins anew when the file has changed meanwhile', async () => {
    const first = fetching(breaking(4_500));
    await expect(first.done).rejects.toThrow();
    expect(await bytesOf(await fetching(whole, { mark: first.marks.at(-1) }).done)).toEqual(mp4);
  });

  it('does not join two files where the host may not be asked for the same version', async () => {
    const first = fetching(breaking(4_500), { granted: [] });
    await expect(first.done).rejects.toThrow();
    const changed: Serve = async (request) => {
      const reply = await breaking(99_999)(request);
      reply.headers.set('etag', '"v2"');
      return reply;
    };
    const again = { mark: first.marks.at(-1), granted: [] };
    await expect(fetching(changed, again).done).rejects.toMatchObject({ code: 'media_unreachable' });
    const asked: (string | null)[] = [];
    const anew: Serve = (request) => {
      asked.push(request.headers.get('range'));
      return changed(request);
    };
    expect(await bytesOf(await fetching(anew, again).done)).toEqual(mp4);
    expect(asked).toEqual([null]);
  });

  it.each<[string, Serve, string]>([
    ['a sign-in page', () => new Response('<!doctype html><title>Sign in</title>'), 'media_is_page'],
    ['nothing', () => new Response(''), 'media_empty'],
    ['something else', () => new Response('%PDF-1.7 and more'), 'media_unsupported'],
    ['a playlist', () => new Response('#EXTM3U\n'), 'media_is_playlist'],
    ['404', () => new Response('', { status: 404 }), 'media_gone'],
    ['403', () => new Response('', { status: 403 }), 'media_forbidden'],
    ['503', () => new Response('', { status: 503 }), 'media_unreachable'],
  ])('says what is wrong when the site sends %s', async (_what, serve, code) => {
    await expect(fetching(serve).done).rejects.toMatchObject({ code });
  });

  it('tells a host it may not read from one that is down', async () => {
    const closed: Serve = ({ method }) => {
      if (method === 'HEAD') return new Response('');
      throw new TypeError('Failed to fetch');
    };
    await expect(fetching(closed, { granted: [] }).done).rejects.toMatchObject({
      code: 'site_not_granted',
      facts: { host: 'cdn.shop.example' },
    });
    const down: Serve = () => {
      throw new TypeError('Failed to fetch');
    };
    await expect(fetching(down, { granted: [] }).done).rejects.toMatchObject({ code: 'network' });
    await expect(fetching(down).done).rejects.toMatchObject({ code: 'media_unreachable' });
  });

  it('shows its own session only where it is granted and was refused without', async () => {
    const asked: string[] = [];
    const guarded: Serve = ({ credentials }) => {
      asked.push(credentials);
      return credentials === 'include'
        ? new Response(mp4, { headers: headersOf() })
        : new Response('', { status: 403 });
    };
    await fetching(guarded).done;
    await expect(fetching(guarded, { granted: [] }).done).rejects.toThrow();
    expect(asked).toEqual(['omit', 'include', 'omit']);
  });

  it.each(['http://192.168.1.1/a.mp4', 'https://localhost/a.mp4', 'https://[::1]/a.mp4'])(
    'never fetches %s',
    async (url) => {
      const asked: string[] = [];
      const refused = fetching(
        ({ url }) => {
          asked.push(url);
          return new Response(mp4);
        },
        { urls: [url], granted: [url] },
      );
      await expect(refused.done).rejects.toMatchObject({ code: 'address_not_public' });
      expect(asked).toEqual([]);
    },
  );

  it('asks for the room before it fetches, and stops at TikTok’s limit', async () => {
    await expect(fetching(whole, { room: 5_000 }).done).rejects.toMatchObject({ code: 'storage_full' });
    await expect(fetching(whole, { most: 5_000 }).done).rejects.toMatchObject({ code: 'video_too_big' });
    const endless: Serve = () => new Response(mp4);
    await expect(fetching(endless, { most: 5_000 }).done).rejects.toMatchObject({ code: 'video_too_big' });
  });

  it('says so when the disk fills up on the way', async () => {
    files.room = 3_000;
    await expect(fetching(whole).done).rejects.toMatchObject({ code: 'storage_full' });
  });

  it('takes the next address where the first does not do, and tells the first one’s reason when none does', async () => {
    const other = 'https://cdn.shop.example/small.mp4';
    const some: Serve = ({ url }) =>
      url === other ? new Response(mp4, { headers: headersOf() }) : new Response('', { status: 404 });
    expect(await bytesOf(await fetching(some, { urls: [address, other] }).done)).toEqual(mp4);
    const none: Serve = ({ url }) => new Response('', { status: url === other ? 503 : 404 });
    await expect(fetching(none, { urls: [address, other] }).done).rejects.toMatchObject({
      code: 'media_gone',
    });
  });

  it('gives up a line on which nothing comes any more', async () => {
    const silent: Serve = () =>
      new Response(new ReadableStream({ start: (c) => c.enqueue(mp4.slice(0, 500)) }), {
        headers: headersOf(),
      });
    const { done } = fetching(silent);
    const failure = expect(done).rejects.toMatchObject({ code: 'timeout' });
    for (let turns = 0; turns < 200 && clock.next === undefined; turns += 1)
      await new Promise((r) => setImmediate(r));
    await new Promise((r) => setTimeout(r, 20));
    clock.pass(31_000);
    await failure;
  });
});
