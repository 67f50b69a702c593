import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Submission } from '../../lib/posts/desk.ts';
import { type Board, board } from './carry/board.ts';
import { photosFromUrls, videoFromUrl } from './carry/posts.ts';

const fixtures = resolve(import.meta.dirname, '../fixtures/media/fit');
const site = 'https://cdn.shop.example/fit/';

let at: Board;
let account: string;
let accounts = 0;
beforeAll(async () => {
  at = await board();
  await at.grant('https://cdn.shop.example/*');
});
beforeEach(async () => {
  // TikTok's limits count per account and minute.
  accounts += 1;
  account = await at.connect(`fern.${accounts}`);
});
afterAll(() => at?.close());

const onSite = (...names: string[]) =>
  names.map((name) => {
    at.sandbox.control.files.put(site + name, readFileSync(resolve(fixtures, name)));
    return site + name;
  });

/** Where the page that does the work stops dead. */
type Place = 'writing the film' | 'the index of a cut' | 'the tenth image';

/** From now on it gets that far and no further, and says so. */
function stopAt(place: Place): void {
  const stopped = (): Promise<never> => {
    Reflect.set(globalThis, 'stoppedDead', true);
    return new Promise(() => {});
  };
  if (place === 'writing the film') {
    const { createWritable } = FileSystemFileHandle.prototype;
    FileSystemFileHandle.prototype.createWritable = async function open() {
      const writer: FileSystemWritableFileStream = await Reflect.apply(createWritable, this, []);
      // Fetched parts go on being written; a made film is one file.
      if (this.name.endsWith('.file')) writer.write = stopped;
      return this.name.endsWith('.file') ? (new WritableStream({ write: stopped }) as never) : writer;
    };
  } else if (place === 'the index of a cut') {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function keep(value, key) {
      const request = Reflect.apply(put, this, key === undefined ? [value] : [value, key]);
      return value?.form === 'pieces' ? (stopped() as never) : request;
    };
  } else {
    const { encode } = VideoEncoder.prototype;
    let images = 0;
    VideoEncoder.prototype.encode = function take(...image) {
      images += 1;
      if (images <= 10) Reflect.apply(encode, this, image);
    };
    VideoEncoder.prototype.flush = stopped;
  }
}

const isStopped = async () =>
  (await at.ferry.inOffscreen(() => Reflect.get(globalThis, 'stoppedDead'))) === true;

/** Sends it, and ends everything of Ferry's once the work is at that place. Resolves with the file TikTok got. */
async function endedAt(place: Place, held: string, submission: Submission) {
  const hold = at.sandbox.control.hold({ endpoint: 'file', where: ({ path }) => path.endsWith(held) });
  const [post] = await at.submit([submission]);
  await hold.held;
  await at.ferry.inOffscreen(stopAt, place);
  hold.release();
  await expect.poll(isStopped, { timeout: 20_000 }).toBe(true);
  expect((await at.read(post?.id ?? '')).post.state).toMatch(/fetching|preparing/);
  await at.ferry.stopOffscreen();
  await at.ferry.stopWorker();
  await at.until(post?.id ?? '', ['published'], 45_000);
  const made = at.sandbox.control.published.filter(
    ({ postInfo }) => postInfo.title === submission.content.caption,
  );
  expect(made).toHaveLength(1);
  return made[0]?.files[0]?.facts;
}

const trimmed = (name: string, trim: { start: number; end: number }): Submission => {
  const [url = ''] = onSite(name);
  const post = videoFromUrl(account, `part of ${name}`, url);
  post.content.media = post.content.media.map((media) => ({ ...media, duration: 2, trim }));
  return post;
};

describe('everything is stopped while a file is made', () => {
  it('in the middle of cutting: the cut is made again and sent once', async () => {
    const facts = await endedAt(
      'the index of a cut',
      'plain.mp4',
      trimmed('plain.mp4', { start: 0, end: 1.2 }),
    );
    expect(facts?.durationSeconds).toBeCloseTo(1.2, 1);
  });

  it('in the middle of cutting and repacking', async () => {
    const facts = await endedAt('writing the film', 'h264.mkv', trimmed('h264.mkv', { start: 0, end: 1.2 }));
    expect(facts).toMatchObject({ format: 'mp4', codec: 'avc' });
    expect(facts?.durationSeconds).toBeCloseTo(1.2, 1);
  });

  it('in the middle of re-encoding', async () => {
    const facts = await endedAt(
      'the tenth image',
      'fps15.mp4',
      trimmed('fps15.mp4', { start: 0.4, end: 1.6 }),
    );
    expect(facts?.frameRate).toBeCloseTo(30, 0);
    expect(facts?.durationSeconds).toBeCloseTo(1.2, 1);
  });

  it('in the middle of making a film of photos', async () => {
    const urls = onSite('alpha.png', 'still.avif', 'large.jpg');
    const slideshow = { secondsEach: 1, frame: 'fit' as const, fade: 0.3 };
    const film = photosFromUrls(account, '', urls, { kind: 'video', slideshow, caption: 'stopped film' });
    const facts = await endedAt('the tenth image', 'large.jpg', film);
    expect(facts).toMatchObject({ codec: 'avc', width: 1080, height: 1920 });
    expect(facts?.durationSeconds).toBeCloseTo(3, 0);
  });

  it('in the middle of joining a stream of which every piece is there', async () => {
    const names = ['master', 'large'].map((name) => `hls-ts/${name}.m3u8`);
    const [url = ''] = onSite(...names, ...[0, 1, 2, 3].map((number) => `hls-ts/large${number}.ts`));
    const stream = videoFromUrl(account, 'stopped stream', url);
    const source = { from: 'url' as const, urls: [url], status: 'hls' as const };
    stream.content.media = [{ id: 's', kind: 'video', source }];
    const facts = await endedAt('writing the film', 'large2.ts', stream);
    expect(facts).toMatchObject({ format: 'mp4', codec: 'avc', hasAudio: true });
    expect(facts?.durationSeconds).toBeCloseTo(4, 0);
  });

  it('over and over: it is given up with a sentence, and TikTok never asked', async () => {
    const urls = onSite('alpha.png', 'still.avif', 'large.jpg');
    const slideshow = { secondsEach: 10, frame: 'fit' as const, fade: 0.3 };
    const film = photosFromUrls(account, '', urls, { kind: 'video', slideshow, caption: 'never done' });
    const [sent] = await at.submit([film]);
    const id = sent?.id ?? '';
    await at.until(id, ['preparing']);
    for (let time = 0; time < 60; time++) {
      if ((await at.read(id)).post.state !== 'preparing') break;
      await at.ask('posts.attend');
      // Long enough to have begun, much too short to get anywhere.
      await at.ferry.inOffscreen(() => new Promise((done) => setTimeout(done, 300))).catch(() => undefined);
      await at.ferry.stopOffscreen();
    }
    expect((await at.read(id)).post).toMatchObject({ state: 'failed', error: { code: 'work_keeps_dying' } });
    expect(at.sandbox.control.published.some(({ postInfo }) => postInfo.title === 'never done')).toBe(false);
  });
});
