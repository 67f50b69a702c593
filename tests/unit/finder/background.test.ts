import { describe, expect, it, vi } from 'vitest';
import type { PageFindings } from '../../../lib/finder/finding';
import { createFocus } from '../../../lib/finder/focus';
import { createLook, type LookDependencies } from '../../../lib/finder/look';
import { mergeFrames } from '../../../lib/finder/merge-frames';
import { matchOriginal } from '../../../lib/finder/originals-folder';
import { measureBy, provePicture } from '../../../lib/finder/prove';
import { restrictionOf } from '../../../lib/finder/restricted';
import { askSite } from '../../../lib/finder/site-request';
import { createThumbnails } from '../../../lib/finder/thumbnail';

const answer = (more: Partial<PageFindings> = {}): PageFindings => ({
  pageUrl: 'https://kiln.example/',
  site: 'generic',
  findings: [],
  material: { hashtags: [] },
  ...more,
});
const film = (id: string, confidence = 0.8): PageFindings['findings'][number] => ({
  id,
  kind: 'video',
  status: 'direct',
  urls: [`https://kiln.example/${id}.mp4`],
  from: 'video',
  confidence,
});

function memory() {
  const kept = new Map<string, unknown>();
  return {
    get: async (key: string) => kept.get(key),
    set: async (key: string, value: unknown) => void kept.set(key, value),
    remove: async (key: string) => void kept.delete(key),
  };
}

describe('looking at a tab', () => {
  const on = (
    url: string | undefined,
    files: LookDependencies['inject']['files'],
    value = vi.fn(async () => {}),
    off: string[] = [],
  ) => {
    const focus = createFocus({ session: memory(), now: () => 0 });
    const tab = { id: 7, url };
    return {
      focus,
      value,
      look: createLook({
        tabs: { active: async () => tab, read: async () => tab },
        inject: { files, value },
        focus,
        isOff: async (address) => off.includes(address ?? ''),
      }),
    };
  };

  it('injects the finder alone on pages it does not know, and the sites’ adapters first on those it does', async () => {
    const files = vi.fn(async () => [{ frameId: 0, result: answer() }]);
    await on('https://kiln.example/', files).look();
    expect(files).toHaveBeenLastCalledWith({ tabId: 7, allFrames: true }, ['/find-media.js']);
    await on('https://www.instagram.com/p/DeFernVase1/', files).look();
    expect(files).toHaveBeenLastCalledWith({ tabId: 7, allFrames: true }, [
      '/find-on-sites.js',
      '/find-media.js',
    ]);
    await on('https://kiln.example/products/vase', files).look();
    expect(files).toHaveBeenLastCalledWith({ tabId: 7, allFrames: true }, [
      '/find-on-sites.js',
      '/find-media.js',
    ]);
  });

  it('reads among the page’s own scripts only where a site needs it, and hands on what it brought', async () => {
    const files = vi.fn(async ({ world }: { world?: string }) => [
      { frameId: 0, result: world === 'MAIN' ? { players: [] } : answer() },
    ]);
    const { look, value } = on('https://www.youtube.com/watch?v=kilnFilm001', files);
    await look();
    expect(files.mock.calls[0]?.[0]).toEqual({ tabId: 7, world: 'MAIN' });
    expect(value).toHaveBeenCalledWith(7, 'ferryGiven', { pageData: { players: [] } });
  });

  it('hands on what was right-clicked, once', async () => {
    const files = vi.fn(async () => [{ frameId: 0, result: answer() }]);
    const { look, value, focus } = on('https://kiln.example/', files);
    await focus.put(7, { src: 'https://kiln.example/a.jpg' });
    await look();
    expect(value).toHaveBeenCalledWith(7, 'ferryGiven', { focus: { src: 'https://kiln.example/a.jpg' } });
    await look();
    expect(value).toHaveBeenCalledTimes(1);
  });

  it('lets a page alone whose site is switched off, and keeps what was right-clicked for when it is on', async () => {
    const files = vi.fn(async () => [{ frameId: 0, result: answer() }]);
    const off = ['https://kiln.example/'];
    const { look, value, focus } = on('https://kiln.example/', files, undefined, off);
    await focus.put(7, { src: 'https://kiln.example/a.jpg' });
    expect(await look()).toMatchObject({
      pageUrl: 'https://kiln.example/',
      findings: [],
      notice: 'off-here',
    });
    expect(files).not.toHaveBeenCalled();
    off.pop();
    expect((await look()).notice).toBeUndefined();
    expect(value).toHaveBeenCalledTimes(1);
  });

  it('says what it may not look into', async () => {
    const files = vi.fn(async () => []);
    expect(await on('https://www.tiktok.com/@fern', files).look()).toMatchObject({ notice: 'tiktok-itself' });
    expect(await on('chrome://settings/', files).look()).toMatchObject({ notice: 'restricted-page' });
    expect(files).not.toHaveBeenCalled();
    const refused = vi.fn(async () => Promise.reject(new Error('Cannot access contents of the page')));
    expect(await on('https://kiln.example/', refused).look()).toMatchObject({ notice: 'restricted-page' });
    expect(await on(undefined, files).look()).toMatchObject({ notice: 'restricted-page' });
  });

  it.each([
    ['https://chromewebstore.google.com/detail/x', 'restricted-page'],
    ['https://addons.mozilla.org/en-US/firefox/', 'restricted-page'],
    ['about:blank', 'restricted-page'],
    ['https://kiln.example/catalogue.pdf#page=2', 'restricted-page'],
    ['https://kiln.example/tiktok.com', undefined],
    ['https://nottiktok.com/', undefined],
  ])('knows %s', (address, restriction) => {
    expect(restrictionOf(address)).toBe(restriction);
  });
});

describe('the answers of frames', () => {
  it('puts a frame’s film behind the page’s own, once, and counts its host as opened', () => {
    const merged = mergeFrames(
      [
        {
          frameId: 3,
          result: answer({ pageUrl: 'https://player.kiln.example/', findings: [film('a'), film('b')] }),
        },
        {
          frameId: 0,
          result: answer({
            findings: [film('a', 0.9)],
            closedFrames: ['player.kiln.example', 'other.example'],
          }),
        },
      ],
      200,
    );
    expect(merged?.findings.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(merged?.closedFrames).toEqual(['other.example']);
  });

  it('leaves out addresses of the person’s own network, whatever a frame says where it is', () => {
    const inside = (id: string, host: string) => ({ ...film(id), urls: [`http://${host}/a.mp4`] });
    const ids = (pageUrl: string) =>
      mergeFrames(
        [
          { frameId: 0, result: answer({ pageUrl, findings: [inside('a', 'nas.lan'), film('b')] }) },
          {
            frameId: 1,
            result: answer({ pageUrl: 'http://192.168.0.1/', findings: [inside('c', '192.168.0.1')] }),
          },
        ],
        200,
      )?.findings.map(({ id }) => id);
    expect(ids('https://kiln.example/')).toEqual(['b']);
    expect(ids('http://nas.lan/album')).toEqual(['a', 'b']);
  });

  it('says when a signed address ends', () => {
    const signed = { ...film('a'), urls: ['https://x.fbcdn.net/v/1_2_n.jpg?oe=6AC7EBEB'] };
    const merged = mergeFrames([{ frameId: 0, result: answer({ findings: [signed] }) }], 200);
    expect(merged?.findings[0]?.expiresAt).toBe(0x6ac7ebeb * 1_000);
  });

  it('forgets that nothing was found where a frame had something', () => {
    const merged = mergeFrames(
      [
        { frameId: 0, result: answer({ notice: 'nothing-found' }) },
        { frameId: 1, result: answer({ findings: [film('a')] }) },
      ],
      200,
    );
    expect(merged?.notice).toBeUndefined();
  });
});

describe('proving an original', () => {
  const sizes = (table: Record<string, [number, number]>) => async (url: string) => {
    const size = table[url];
    return size && { width: size[0], height: size[1] };
  };

  it('takes the first that loads and is no smaller, and falls back to the page’s own', async () => {
    const urls = ['https://a.example/orig.jpg', 'https://a.example/large.jpg', 'https://a.example/shown.jpg'];
    const shown: [number, number] = [600, 400];
    expect(
      await provePicture({ urls }, sizes({ [urls[0] ?? '']: [3000, 2000], [urls[2] ?? '']: shown })),
    ).toMatchObject({ url: urls[0] });
    expect(
      await provePicture(
        { urls },
        sizes({ [urls[0] ?? '']: [120, 90], [urls[1] ?? '']: [1200, 800], [urls[2] ?? '']: shown }),
      ),
    ).toMatchObject({ url: urls[1] });
    expect(await provePicture({ urls }, sizes({ [urls[2] ?? '']: shown }))).toMatchObject({ url: urls[2] });
    expect(await provePicture({ urls }, sizes({}))).toBeUndefined();
  });

  it('measures by decoding, and takes no page for a picture', async () => {
    const decode = async () => ({ width: 8, height: 6 });
    const answering =
      (type: string, status = 200) =>
      async () =>
        new Response('x', { status, headers: { 'content-type': type } });
    expect(await measureBy(answering('image/jpeg'), decode)('https://a.example/a.jpg')).toEqual({
      width: 8,
      height: 6,
    });
    expect(await measureBy(answering('text/html'), decode)('https://a.example/a.jpg')).toBeUndefined();
    expect(await measureBy(answering('image/jpeg', 404), decode)('https://a.example/a.jpg')).toBeUndefined();
    expect(
      await measureBy(answering('image/jpeg'), async () => Promise.reject(new Error('broken')))(
        'https://a.example/a.jpg',
      ),
    ).toBeUndefined();
  });
});

describe('asking a site', () => {
  const says = (response: Response) => askSite({ url: 'https://a.example/info' }, async () => response);

  it('brings JSON, and a word for a refusal', async () => {
    expect(await says(new Response('{"items":[]}'))).toEqual({ answer: { items: [] } });
    expect(await says(new Response('<html>', { status: 200 }))).toEqual({});
    expect(await says(new Response('{}', { status: 429 }))).toEqual({ notice: 'rate-limited' });
    expect(await says(new Response('{}', { status: 401 }))).toEqual({ notice: 'sign-in-wall' });
    expect(await askSite({ url: 'x' }, async () => Promise.reject(new Error('offline')))).toEqual({});
  });
});

describe('a thumbnail that its host lets nobody embed', () => {
  const picture = (size: number) => async () =>
    new Response(new Blob([new Uint8Array(size)], { type: 'image/png' }), {
      headers: { 'content-type': 'image/png' },
    });
  const shrink = async () => new Blob(['small'], { type: 'image/jpeg' });

  it('names the host to ask for, and asks nothing of it before', async () => {
    const fetch = vi.fn(picture(10));
    const thumbnail = createThumbnails({ fetch, granted: async () => false, shrink });
    expect(await thumbnail('https://scontent.cdninstagram.com/a.jpg?oh=1')).toEqual({
      needs: 'https://scontent.cdninstagram.com/*',
    });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('comes as it is where it is small, and drawn smaller where it is not', async () => {
    const make = (size: number) =>
      createThumbnails({ fetch: picture(size), granted: async () => true, shrink })(
        'https://a.example/a.png',
      );
    expect((await make(10)).data).toMatch(/^data:image\/png;base64,/);
    expect((await make(100_000)).data).toBe(`data:image/jpeg;base64,${btoa('small')}`);
  });
});

describe('a thumbnail that is none', () => {
  const shrink = async () => new Blob(['small'], { type: 'image/jpeg' });
  const png = { headers: { 'content-type': 'image/png' } };
  const make = (fetch: typeof globalThis.fetch) =>
    createThumbnails({ fetch, granted: async () => true, shrink });

  it('is never asked of the person’s own network', async () => {
    const fetch = vi.fn(async () => new Response('x', png));
    for (const host of ['192.168.0.1', 'localhost.', 'nas.lan', '[::1]', 'router']) {
      expect(await make(fetch)(`http://${host}/a.png`)).toEqual({});
    }
    expect(fetch).not.toHaveBeenCalled();
  });

  it('is not taken from where a redirect led into it', async () => {
    const led = new Response('x', png);
    Object.defineProperty(led, 'url', { value: 'http://192.168.0.1/a.png' });
    expect(await make(async () => led)('https://a.example/a.png')).toEqual({});
  });

  it('is given up when it is far too large, whatever the server says of its length', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1_000_000;
        controller.enqueue(new Uint8Array(1_000_000));
      },
    });
    expect(await make(async () => new Response(endless, png))('https://a.example/a.png')).toEqual({});
    expect(pulled).toBeLessThan(20_000_000);
  });
});

describe('the folder of originals', () => {
  const file = (name: string, duration?: number, lastModified = 0) => ({
    name,
    size: 1,
    lastModified,
    ...(duration === undefined ? {} : { duration }),
  });

  it('is sure of the one that has the length and the name', () => {
    const [best, ...rest] = matchOriginal(
      [file('b-roll.mp4', 138.2), file('TideVase_Throwing_final_v2.mov', 138.4), file('notes.txt')],
      { title: 'Throwing the tide vase', duration: 138 },
    );
    expect(best).toMatchObject({ file: { name: 'TideVase_Throwing_final_v2.mov' }, sure: true });
    expect(rest.every(({ sure }) => !sure)).toBe(true);
  });

  it('knows a file by the video’s id', () => {
    expect(matchOriginal([file('x kilnFilm001.mp4')], { videoId: 'kilnFilm001' })).toMatchObject([
      { score: 1, sure: true },
    ]);
  });

  it('rules out another length, whatever the name', () => {
    expect(
      matchOriginal([file('Throwing the tide vase.mp4', 200)], {
        title: 'Throwing the tide vase',
        duration: 138,
      }),
    ).toEqual([]);
  });

  it('chooses none of two that are as likely', () => {
    const both = matchOriginal([file('Tide vase A.mp4', 138), file('Tide vase B.mp4', 138)], {
      title: 'Tide vase',
      duration: 138,
    });
    expect(both.map(({ sure }) => sure)).toEqual([false, false]);
  });

  it('is not sure of a name alone', () => {
    const [best] = matchOriginal([file('Throwing the tide vase.mp4')], {
      title: 'Throwing the tide vase',
      duration: 138,
    });
    expect(best).toMatchObject({ sure: false });
  });
});
