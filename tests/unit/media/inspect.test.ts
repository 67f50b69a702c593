import { describe, expect, it } from 'vitest';
import { blobBytes, urlBytes } from '../../../lib/media/bytes';
import { inspect } from '../../../lib/media/inspect';
import { fixture, fixtureBlob, serverOf } from './fixtures';

const look = (name: string) => inspect(blobBytes(fixtureBlob(name)));

describe('photos', () => {
  it.each([
    ['fits.jpg', { format: 'jpeg', width: 640, height: 960, hasLocation: true, hasMetadata: true }],
    ['rotated-gps.jpg', { format: 'jpeg', width: 240, height: 320, orientation: 6, hasLocation: true }],
    ['large.jpg', { format: 'jpeg', width: 4000, height: 3000, hasLocation: false }],
    ['cmyk.jpg', { format: 'jpeg', width: 320, height: 240, cmyk: true }],
    ['alpha.png', { format: 'png', width: 200, height: 300, transparent: true }],
    ['deep.png', { format: 'png', width: 160, height: 120, transparent: false }],
    ['still.avif', { format: 'avif', width: 400, height: 300 }],
    ['fits.webp', { format: 'webp', width: 400, height: 300, hasLocation: true, animated: false }],
    ['animated.webp', { format: 'webp', width: 200, height: 200, animated: true }],
    ['animated.gif', { format: 'gif', width: 120, height: 120, animated: true }],
    ['png-inside.jpg', { format: 'png', width: 300, height: 300 }],
  ])('%s is seen for what it is', async (name, expected) => {
    expect(await look(name)).toMatchObject({ kind: 'photo', size: fixture(name).length, ...expected });
  });
});

describe('videos', () => {
  it.each([
    [
      'plain.mp4',
      { container: 'mp4', codec: 'avc', width: 360, height: 640, fps: 30, audio: { codec: 'aac' } },
    ],
    ['fps240.mp4', { fps: 240, fpsVaries: false }],
    ['fps15.mp4', { fps: 15 }],
    ['8k.mp4', { width: 7680, height: 4320 }],
    ['odd.webm', { container: 'webm', codec: 'vp9', width: 361, height: 641 }],
    ['tiny.mp4', { width: 240, height: 320 }],
    ['turned.mov', { container: 'mov', width: 360, height: 640 }],
    ['h264.mkv', { container: 'mkv', codec: 'avc' }],
    ['hevc.mp4', { codec: 'hevc' }],
    ['av1.mp4', { codec: 'av1' }],
  ])('%s is seen for what it is', async (name, expected) => {
    expect(await look(name)).toMatchObject({ kind: 'video', ...expected });
  });

  it('knows a video without sound', async () => {
    expect(await look('no-audio.mp4')).not.toHaveProperty('audio');
  });

  it('averages a frame rate that varies', async () => {
    const facts = await look('variable.mp4');
    expect(facts.kind === 'video' && facts.fps > 36 && facts.fps < 40).toBe(true);
  });

  it('knows how long it lasts', async () => {
    expect(await look('plain.mp4')).toMatchObject({ duration: expect.closeTo(2, 0) });
  });
});

describe('what is wrong with a file', () => {
  it.each([
    ['empty.jpg', 'media_empty'],
    ['truncated.jpg', 'media_damaged'],
    ['sign-in.jpg', 'media_is_page'],
    ['zip-inside.mp4', 'media_unsupported'],
    ['cut-short.mp4', 'media_damaged'],
  ])('%s: %s', async (name, code) => {
    await expect(look(name)).rejects.toMatchObject({ code });
  });
});

describe('a film that breaks off', () => {
  /** As films made for the web are: what is in it first, then the film. */
  function indexFirst(): Uint8Array<ArrayBuffer> {
    const film = Buffer.from(fixture('plain.mp4'));
    const at = (type: string) => film.indexOf(type) - 4;
    const [mdat, moov] = [at('mdat'), at('moov')];
    return new Uint8Array([...film.subarray(0, mdat), ...film.subarray(moov), ...film.subarray(mdat, moov)]);
  }

  it.each<[string, Uint8Array<ArrayBuffer>]>([
    ['an MP4', indexFirst()],
    ['a WebM', fixture('vp9.webm')],
  ])('%s is damaged, and whole it is not', async (_kind, film) => {
    expect(await inspect(blobBytes(new Blob([film])))).toMatchObject({ kind: 'video' });
    const short = film.slice(0, film.length - 100);
    await expect(inspect(blobBytes(new Blob([short])))).rejects.toMatchObject({ code: 'media_damaged' });
  });

  it('is whole where something else stands behind it', async () => {
    const film = new Blob([indexFirst(), 'written by a camera']);
    expect(await inspect(blobBytes(film))).toMatchObject({ kind: 'video', fps: 30 });
  });
});

describe('photos no browser shows', () => {
  const arithmetic = fixture('fits.jpg');
  arithmetic[Buffer.from(arithmetic).indexOf(Buffer.from('ffc0', 'hex')) + 1] = 0xc9;
  it.each<[string, BlobPart, string]>([
    ['JPEG XL', Uint8Array.of(0xff, 0x0a, 0xf8, 0x95), 'JXL'],
    ['TIFF', 'II*\0\x08\0\0\0', 'TIFF'],
    ['a JPEG of the other coding', arithmetic, 'JPEG'],
  ])('%s is called unreadable, not damaged', async (_name, bytes, format) => {
    await expect(inspect(blobBytes(new Blob([bytes])))).rejects.toMatchObject({
      code: 'photo_unreadable',
      facts: { format },
    });
  });
});

it('a film of a codec nobody knows here says its own name for it', async () => {
  const film = fixture('plain.mp4');
  film.set(
    new TextEncoder().encode('mjpa'),
    Buffer.from(film).indexOf('avc1', Buffer.from(film).indexOf('stsd')),
  );
  expect(await inspect(blobBytes(new Blob([film])))).toMatchObject({ codec: 'mjpa', canConvert: false });
});

describe('over the network', () => {
  it('reads a long video by its edges, not whole', async () => {
    const film = withEmptyMiddle(fixture('plain.mp4'), 80 << 20);
    const { fetch, given } = serverOf(film);
    const facts = await inspect(urlBytes('https://shop.example/film.mp4', { fetch }));
    expect(facts).toMatchObject({ kind: 'video', size: film.length, codec: 'avc' });
    expect(given.bytes).toBeLessThan(film.length / 4);
  });

  it('reads a photo by its first part', async () => {
    const { fetch, given } = serverOf(fixture('large.jpg'));
    expect(await inspect(urlBytes('https://shop.example/a.jpg', { fetch }))).toMatchObject({ width: 4000 });
    expect(given.bytes).toBeLessThan(75_000);
  });

  it('still knows a photo where the server gives only whole files', async () => {
    const { fetch } = serverOf(fixture('fits.jpg'), { ranges: false });
    expect(await inspect(urlBytes('https://shop.example/a.jpg', { fetch }))).toMatchObject({ width: 640 });
  });

  it('does not download a whole film to look at it', async () => {
    const { fetch } = serverOf(withEmptyMiddle(fixture('plain.mp4'), 8 << 20), { ranges: false });
    const looked = inspect(urlBytes('https://shop.example/film.mp4', { fetch }));
    await expect(looked).rejects.toMatchObject({
      code: 'media_needs_whole_file',
      facts: { host: 'shop.example' },
    });
  });

  it.each([
    [403, 'media_forbidden'],
    [404, 'media_gone'],
    [500, 'media_unreachable'],
  ])('says what an answer of %i means', async (status, code) => {
    const fetch = async () => new Response('', { status });
    const looked = inspect(urlBytes('https://shop.example/a.jpg', { fetch }));
    await expect(looked).rejects.toMatchObject({ code, facts: { host: 'shop.example' } });
  });

  it('tells a site it may not read from', async () => {
    const fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    const looked = inspect(urlBytes('https://cdn.example/a.jpg', { fetch }));
    await expect(looked).rejects.toMatchObject({ code: 'media_unreachable', facts: { host: 'cdn.example' } });
  });
});

/** Puts an empty box before the index at the end of an MP4, so that it is as long as a real film. */
function withEmptyMiddle(mp4: Uint8Array<ArrayBuffer>, bytes: number): Uint8Array<ArrayBuffer> {
  const index = Buffer.from(mp4).lastIndexOf('moov') - 4;
  const film = new Uint8Array(mp4.length + bytes);
  film.set(mp4.subarray(0, index));
  new DataView(film.buffer).setUint32(index, bytes);
  film.set(new TextEncoder().encode('free'), index + 4);
  film.set(mp4.subarray(index), index + bytes);
  return film;
}

it('an address that redirects into the person’s own network is not looked at', async () => {
  const led = new Response('x', { status: 206 });
  Object.defineProperty(led, 'url', { value: 'http://192.168.0.1/film.mp4' });
  const looked = inspect(urlBytes('https://shop.example/film.mp4', { fetch: async () => led }));
  await expect(looked).rejects.toMatchObject({ code: 'address_not_public' });
});
