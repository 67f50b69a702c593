import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Board, board } from './carry/board.ts';
import { photosFromUrls, videoFromFile, videoFromUrl } from './carry/posts.ts';
import { makeLongVideo } from './fit/long-video.ts';

const fixtures = resolve(import.meta.dirname, '../fixtures/media/fit');
const site = 'https://cdn.shop.example/fit/';

let at: Board;
let account: string;

beforeAll(async () => {
  at = await board();
  account = await at.connect('fern.and.clay');
  const { endpoint, region, name, accessKeyId, secretAccessKey, publicBase } =
    at.sandbox.control.bucket.settings;
  await at.grant('https://cdn.shop.example/*');
  await at.grant(`${endpoint}/*`);
  await at.grant(`${new URL(publicBase).origin}/*`);
  await at.ask('bucket.save', {
    place: { endpoint, region, bucket: name, prefix: '', publicBase },
    keys: { accessKeyId, secretAccessKey },
  });
});
afterAll(() => at?.close());

const onSite = (...names: string[]) =>
  names.map((name) => {
    at.sandbox.control.files.put(site + name, readFileSync(resolve(fixtures, name)));
    return site + name;
  });
const publishedAs = (title: string) =>
  at.sandbox.control.published.filter(({ postInfo }) => postInfo.title === title);
const stopEverything = async () => {
  await at.ferry.stopOffscreen();
  await at.ferry.stopWorker();
};
/** Waits until a long work is under way, as it is written down. */
async function inTheMiddle(id: string, kind: string): Promise<void> {
  const page = await at.ferry.open('manifest.json');
  await page.waitForFunction(
    (key) =>
      new Promise((answer) => {
        const open = indexedDB.open('ferry');
        open.onsuccess = () => {
          const ask = open.result.transaction('jobs').objectStore('jobs').get(key);
          ask.onsuccess = () => {
            open.result.close();
            const { done = 0, total = 0 } = ask.result?.progress ?? {};
            answer(done > 0 && done < total);
          };
        };
      }),
    `${id}/1/${kind}`,
    { polling: 30 },
  );
  await page.close();
}

describe('media that TikTok does not take as it is', () => {
  it('the web space really works, and nothing is left of trying it', async () => {
    expect(await at.ask('bucket.try')).toEqual([{ step: 'write' }, { step: 'read' }, { step: 'delete' }]);
    expect(await at.sandbox.control.bucket.keys()).toEqual([]);
  });

  it('a gallery of all kinds of photos is converted, relayed, pulled, published, and the bucket is empty again', async () => {
    const urls = onSite('alpha.png', 'deep.png', 'still.avif', 'rotated-gps.jpg', 'large.jpg', 'fits.webp');
    const hold = at.sandbox.control.hold({ endpoint: 's3', nth: 3 });
    const [post] = await at.submit([photosFromUrls(account, 'gallery', urls)]);
    await hold.held;
    await stopEverything();
    hold.release();
    await at.until(post?.id ?? '', ['published']);
    const [made, ...more] = publishedAs('gallery');
    expect(more).toEqual([]);
    expect(made?.files.map(({ facts }) => [facts?.format, facts?.width, facts?.height])).toEqual([
      ['jpeg', 200, 300],
      ['jpeg', 160, 120],
      ['jpeg', 400, 300],
      ['jpeg', 240, 320],
      ['jpeg', 1440, 1080],
      ['webp', 400, 300],
    ]);
    await expect.poll(() => at.sandbox.control.bucket.keys(), { timeout: 10_000 }).toEqual([]);
  });

  it('a web space that is given up is emptied first, when TikTok has the photos', async () => {
    const { endpoint, region, name, accessKeyId, secretAccessKey, publicBase } =
      at.sandbox.control.bucket.settings;
    // What became of the post is not told yet, so TikTok may still come for its photos.
    const hold = at.sandbox.control.hold({ endpoint: 'status' });
    const [post] = await at.submit([photosFromUrls(account, 'given up', onSite('fits.jpg', 'deep.png'))]);
    await hold.held;
    const page = await at.ferry.open('options.html#routes');
    await page.getByRole('button', { name: 'Change' }).click();
    await page.getByText('2 photos are still in this web space.').waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Forget it' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2 photos of yours are still in it.').waitFor();
    await dialog.getByRole('button', { name: 'Delete them first' }).click();
    await page.getByText('2 photos in a former web space are still to be deleted.').waitFor();
    expect(await at.sandbox.control.bucket.keys()).toHaveLength(2);
    await page.close();
    hold.release();
    await at.until(post?.id ?? '', ['published']);
    await expect.poll(() => at.sandbox.control.bucket.keys(), { timeout: 10_000 }).toEqual([]);
    await expect.poll(() => at.ask('bucket.read')).toEqual({ leftovers: 0, inside: 0, left: 0 });
    await at.ask('bucket.save', {
      place: { endpoint, region, bucket: name, prefix: '', publicBase },
      keys: { accessKeyId, secretAccessKey },
    });
  });

  it('twelve photos become a film, made again after everything was stopped in the middle, and sent', async () => {
    const names = ['alpha.png', 'still.avif', 'rotated-gps.jpg', 'large.jpg', 'fits.webp', 'animated.gif'];
    const urls = onSite(...names, ...names);
    const slideshow = { secondsEach: 1, frame: 'fit' as const, fade: 0.3 };
    const post = photosFromUrls(account, '', urls, { kind: 'video', slideshow, caption: 'film' });
    const [sent] = await at.submit([post]);
    await inTheMiddle(sent?.id ?? '', 'prepare');
    await stopEverything();
    await at.until(sent?.id ?? '', ['published'], 60_000);
    const [film, ...more] = publishedAs('film');
    expect(more).toEqual([]);
    expect(film?.files[0]?.facts).toMatchObject({ format: 'mp4', codec: 'avc', width: 1080, height: 1920 });
    expect(film?.files[0]?.facts?.durationSeconds).toBeCloseTo(12, 0);
  });

  it('a stream is joined, from the piece on where everything was stopped, and sent', async () => {
    const parts = ['master.m3u8', 'large.m3u8', 'large0.ts', 'large1.ts', 'large2.ts', 'large3.ts'];
    onSite(...parts.map((part) => `hls-ts/${part}`));
    const hold = at.sandbox.control.hold({
      endpoint: 'file',
      where: ({ path }) => path.endsWith('large2.ts'),
    });
    const stream = videoFromUrl(account, 'stream', `${site}hls-ts/master.m3u8`);
    const source = { from: 'url' as const, urls: [`${site}hls-ts/master.m3u8`], status: 'hls' as const };
    stream.content.media = [{ id: 's', kind: 'video', source }];
    const [sent] = await at.submit([stream]);
    await hold.held;
    await stopEverything();
    hold.release();
    await at.until(sent?.id ?? '', ['published']);
    const [joined, ...more] = publishedAs('stream');
    expect(more).toEqual([]);
    expect(joined?.files[0]?.facts).toMatchObject({
      format: 'mp4',
      codec: 'avc',
      width: 360,
      hasAudio: true,
    });
    expect(joined?.files[0]?.facts?.durationSeconds).toBeCloseTo(4, 0);
  });

  it('a video of 25 minutes is cut to the ten its creator may post, and sent', async () => {
    const path = await makeLongVideo(1_500);
    at.sandbox.control.user('fern.and.clay').maxDurationSeconds = 600;
    const file = await at.stash(path);
    await rm(dirname(path), { recursive: true });
    const post = videoFromFile(account, 'cut', file);
    const [whole] = post.content.media;
    if (!whole) throw new Error('no media');
    post.content.media = [{ ...whole, duration: 1_500, trim: { start: 300, end: 900 } }];
    const hold = at.sandbox.control.hold({ endpoint: 'upload', moment: 'after' });
    const [sent] = await at.submit([post]);
    await hold.held;
    await stopEverything();
    hold.release();
    await at.until(sent?.id ?? '', ['published'], 60_000);
    const [cut, ...more] = publishedAs('cut');
    expect(more).toEqual([]);
    const seconds = cut?.files[0]?.facts?.durationSeconds ?? 0;
    expect(seconds).toBeLessThanOrEqual(600);
    expect(seconds).toBeGreaterThan(597);
  });
});
