import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Submission } from '../../lib/posts/desk.ts';
import type { Post } from '../../lib/posts/post.ts';
import { ALL_SCOPES, DEMO_KEY, DEMO_SECRET, decide } from '../sandbox/client.ts';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { photosFromUrls, videoFromUrl } from './carry/posts.ts';
import { type FirefoxFerry, launchFirefoxFerry } from './harness/firefox.ts';

const fixtures = resolve(import.meta.dirname, '../fixtures/media/fit');
const site = 'https://cdn.shop.example/fit/';

/** The same conversions in Firefox's event page: other decoders, other encoders, another life span. */
describe.skipIf(!process.env.FERRY_FIREFOX)('making media fit in Firefox', () => {
  let sandbox: Sandbox;
  let firefox: FirefoxFerry;
  let account: string;

  beforeAll(async () => {
    sandbox = await startSandbox();
    firefox = await launchFirefoxFerry(sandbox);
    const { endpoint, region, name, accessKeyId, secretAccessKey, publicBase } =
      sandbox.control.bucket.settings;
    for (const origin of ['https://cdn.shop.example', endpoint, new URL(publicBase).origin])
      await grant(firefox, `${origin}/*`);
    await firefox.visit(`${firefox.origin}/options.html`);
    await ask('accounts.changeApp', { clientKey: DEMO_KEY, secret: DEMO_SECRET });
    const { address } = await ask<{ address: string }>('accounts.begin');
    const callback = await decide(sandbox, address, {
      username: 'fern.and.clay',
      scopes: ALL_SCOPES.split(','),
    });
    ({ accountId: account } = await ask<{ accountId: string }>('accounts.finish', {
      callback: callback.href,
    }));
    await ask('bucket.save', {
      place: { endpoint, region, bucket: name, prefix: '', publicBase },
      keys: { accessKeyId, secretAccessKey },
    });
  }, 60_000);
  afterAll(async () => {
    await firefox?.close();
    await sandbox?.close();
  });

  async function ask<T>(name: string, body?: unknown): Promise<T> {
    const reply = await firefox.run(
      (question, given) =>
        Reflect.get(globalThis, 'browser').runtime.sendMessage({
          ferry: 'ask',
          to: 'background',
          name: question,
          ...(given === null ? {} : { body: given }),
        }),
      name,
      body ?? null,
    );
    if (!reply?.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
    return reply.answer;
  }
  const onSite = (...names: string[]) =>
    names.map((name) => {
      sandbox.control.files.put(site + name, readFileSync(resolve(fixtures, name)));
      return site + name;
    });
  async function sent(submission: Submission): Promise<string> {
    const [post] = await ask<Post[]>('posts.submit', { posts: [submission] });
    return post?.id ?? '';
  }
  const ended = (id: string): Promise<Post> =>
    expect
      .poll(
        async () => {
          await ask('posts.attend');
          return (await ask<{ post: Post }>('posts.read', { id })).post;
        },
        { timeout: 45_000, interval: 250 },
      )
      .toSatisfy(({ state }: Post) => state === 'published' || state === 'failed')
      .then(async () => (await ask<{ post: Post }>('posts.read', { id })).post);
  const publishedAs = (title: string) =>
    sandbox.control.published.filter(({ postInfo }) => postInfo.title === title);

  it('the web space works from there too', async () => {
    expect(await ask('bucket.try')).toEqual([{ step: 'write' }, { step: 'read' }, { step: 'delete' }]);
  });

  it('photos of every kind go through the web space, once and in order, with the event page stopped while they are fetched and while they are brought there', async () => {
    const { hold, bucket } = sandbox.control;
    const holds = [
      hold({ endpoint: 'file', where: ({ path }) => path.endsWith('still.avif') }),
      hold({ endpoint: 's3', where: ({ method }) => method === 'PUT' }),
    ];
    const urls = onSite('alpha.png', 'still.avif', 'rotated-gps.jpg', 'cmyk.jpg');
    const id = await sent(photosFromUrls(account, 'stopped in Firefox', urls));
    for (const { held, release } of holds) {
      await held;
      await firefox.stopBackground();
      release();
      await ask('posts.attend');
    }
    expect(await ended(id)).toMatchObject({ state: 'published' });
    const published = publishedAs('stopped in Firefox');
    expect(published).toHaveLength(1);
    const seen = published[0]?.files.map(
      ({ facts }) => `${facts?.format} ${facts?.width} × ${facts?.height}`,
    );
    expect(seen).toEqual(['jpeg 200 × 300', 'jpeg 400 × 300', 'jpeg 240 × 320', 'jpeg 320 × 240']);
    await expect.poll(() => bucket.keys(), { timeout: 10_000 }).toEqual([]);
  }, 90_000);

  it('a video is cut, and loses its place', async () => {
    const [url = ''] = onSite('place.mov');
    const video = videoFromUrl(account, 'cut in Firefox', url);
    video.content.media = video.content.media.map((media) => ({
      ...media,
      duration: 1,
      trim: { start: 0, end: 0.7 },
    }));
    expect(await ended(await sent(video))).toMatchObject({ state: 'published' });
    const [cut] = publishedAs('cut in Firefox');
    expect(cut?.files[0]?.facts).toMatchObject({ format: 'mov', codec: 'avc' });
    expect(cut?.files[0]?.facts?.durationSeconds).toBeCloseTo(0.7, 1);
    expect(readFileSync(cut?.files[0]?.path ?? '').toString('latin1')).not.toMatch(/48\.8583|Apple/);
  }, 90_000);

  it('a video is repacked', async () => {
    const [url = ''] = onSite('h264.mkv');
    expect(await ended(await sent(videoFromUrl(account, 'repacked in Firefox', url)))).toMatchObject({
      state: 'published',
    });
    expect(publishedAs('repacked in Firefox')[0]?.files[0]?.facts).toMatchObject({
      format: 'mp4',
      codec: 'avc',
    });
  }, 90_000);

  it('a film of photos is made where Firefox can write H.264, and where not it says so before TikTok is asked', async () => {
    const canEncode = await firefox.run(async () => {
      if (typeof VideoEncoder === 'undefined') return false;
      const { supported = false } = await VideoEncoder.isConfigSupported({
        codec: 'avc1.640028',
        width: 1_080,
        height: 1_920,
        bitrate: 8_000_000,
      }).catch(() => ({ supported: false }));
      return supported;
    });
    const slideshow = { secondsEach: 1, frame: 'fit' as const, fade: 0.3 };
    const urls = onSite('alpha.png', 'rotated-gps.jpg');
    const film = photosFromUrls(account, '', urls, { kind: 'video', slideshow, caption: 'film in Firefox' });
    const post = await ended(await sent(film));
    console.info(`Firefox can write H.264: ${canEncode}`);
    if (canEncode) expect(post).toMatchObject({ state: 'published' });
    else expect(post).toMatchObject({ state: 'failed', error: { code: 'cannot_encode' } });
    expect(publishedAs('film in Firefox')).toHaveLength(canEncode ? 1 : 0);
  }, 90_000);
});

/** As if the person had granted the site in Firefox's own settings. */
const grant = (firefox: FirefoxFerry, origin: string) =>
  firefox.runInBrowser(async (host) => {
    const { ExtensionPermissions } = Reflect.get(globalThis, 'ChromeUtils').importESModule(
      'resource://gre/modules/ExtensionPermissions.sys.mjs',
    );
    const { id, extension } = Reflect.get(globalThis, 'WebExtensionPolicy').getByID('ferry@ferry.example');
    await ExtensionPermissions.add(id, { permissions: [], origins: [host] }, extension);
  }, origin);
