import { AppError, toErrorData } from '../../../lib/errors/app-error';
import { blobBytes } from '../../../lib/media/bytes';
import { inspect } from '../../../lib/media/inspect';
import { fitPhoto } from '../../../lib/media/photo/fit-photo';
import { walkJpeg } from '../../../lib/media/photo/jpeg';
import { paintPhoto } from '../../../lib/media/photo/paint';
import { makeSlideshow } from '../../../lib/media/slideshow/make-slideshow';
import type { SlideshowLook } from '../../../lib/media/slideshow/timeline';
import { createStash, newStashKey } from '../../../lib/media/stash';
import { createGetBytes } from '../../../lib/media/stream/get-bytes';
import { joinStream, type StreamMark } from '../../../lib/media/stream/join-stream';
import { fitVideo } from '../../../lib/media/video/fit-video';
import { planVideo, type Trim } from '../../../lib/media/video/video-plan';
import { openDatabase } from '../../../lib/platform/database';

const file = async (name: string) => (await fetch(`/files/${name}`)).blob();

/** What the tests may ask of lib/media in the browser: names in, plain data out. */
const bench = {
  async fitPhoto(name: string) {
    const { blob, type, width, height, did } = await fitPhoto(await file(name), paintPhoto);
    return { type, width, height, did, pixels: await colours(blob), facts: await inspect(blobBytes(blob)) };
  },
  /** As the browser itself shows it. */
  colours: async (name: string) => colours(await file(name)),
  /** A photo of four colours as from a camera held upright: its pixels lie, its EXIF says how to turn them. */
  async turnedCamera(width: number, height: number) {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    ['red', 'lime', 'blue', 'yellow'].forEach((colour, quarter) => {
      context.fillStyle = colour;
      context.fillRect(
        ((quarter % 2) * width) / 2,
        (quarter < 2 ? 0 : 1) * (height / 2),
        width / 2,
        height / 2,
      );
    });
    const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
    const turned = new Uint8Array(await (await file('rotated-gps.jpg')).arrayBuffer());
    const exif = walkJpeg(turned).segments.find(({ marker }) => marker === 0xe1);
    const photo = new Blob([jpeg.slice(0, 2), turned.slice(exif?.start, exif?.end), jpeg.slice(2)]);
    const { blob, did } = await fitPhoto(photo, paintPhoto);
    return { did, shown: await colours(blob), facts: await inspect(blobBytes(blob)) };
  },
  async slideshow(names: string[], look: SlideshowLook, cancelAt = 2) {
    const root = await navigator.storage.getDirectory();
    const handle = await root.getFileHandle('slideshow.mp4', { create: true });
    const stop = new AbortController();
    const began = performance.now();
    await makeSlideshow({
      photos: names.map((name) => () => file(name)),
      look,
      target: await handle.createWritable(),
      signal: stop.signal,
      progress: (done, total) => {
        if (done / total >= cancelAt) stop.abort(new AppError('publish_cancelled'));
      },
    });
    const film = await handle.getFile();
    return {
      seconds: (performance.now() - began) / 1_000,
      facts: await inspect(blobBytes(film)),
      size: film.size,
    };
  },
  async video(name: string, trim?: Trim, cancelAt = 2) {
    const video = await file(name);
    const facts = await inspect(blobBytes(video));
    if (facts.kind !== 'video') throw new AppError('unexpected');
    const plan = planVideo(facts, trim);
    if (plan.do === 'nothing' || plan.do === 'clean') return { did: plan.do, facts };
    if (plan.do === 'encode' && !facts.canConvert) return { did: 'refuse', facts };
    const root = await navigator.storage.getDirectory();
    const handle = await root.getFileHandle('video.mp4', { create: true });
    const stop = new AbortController();
    const began = performance.now();
    await fitVideo({
      video,
      facts,
      plan,
      target: await handle.createWritable(),
      signal: stop.signal,
      progress: (done, total) => {
        if (done / total >= cancelAt) stop.abort(new AppError('publish_cancelled'));
      },
    });
    const made = await handle.getFile();
    const seconds = (performance.now() - began) / 1_000;
    return { did: plan.do, seconds, size: made.size, facts: await inspect(blobBytes(made)), before: facts };
  },
  /** Joins a stream; `diesAfter` requests the run dies once, and a second one goes on with the last mark. */
  async stream(path: string, format: 'hls' | 'dash', diesAfter = Number.POSITIVE_INFINITY) {
    const stash = createStash({
      database: openDatabase('streams'),
      root: () => navigator.storage.getDirectory(),
      now: () => Date.now(),
      partSize: 10_000,
    });
    const asked: string[] = [];
    let mark: StreamMark | undefined;
    let alive = false;
    const plain = createGetBytes({
      fetch: (...ask) => fetch(...ask),
      clock: { sleep: async () => undefined },
      signal: new AbortController().signal,
      isAllowed: () => true,
    });
    const key = newStashKey();
    const run = () =>
      joinStream({
        key,
        url: new URL(`/files/${path}`, location.href).href,
        format,
        name: 'stream',
        stash,
        get: (url, range) => {
          if (!alive && asked.length >= diesAfter) throw new AppError('unexpected', { cause: 'killed' });
          asked.push(`${new URL(url).pathname.split('/').at(-1)}${range ? `@${range[0]}` : ''}`);
          return plain(url, range);
        },
        mark,
        keep: async (kept) => {
          mark = structuredClone(kept);
        },
        progress: () => undefined,
        signal: new AbortController().signal,
      });
    const wasKilled = await run().then(
      () => false,
      (error) => diesAfter < 1e6 || Promise.reject(error),
    );
    alive = true;
    if (wasKilled) await run();
    const film = await stash.open(key);
    const left = (await stash.list()).filter((entry) => entry.key !== key && entry.name === 'stream').length;
    const facts = await inspect(blobBytes(film));
    await stash.remove(key);
    return { facts, asked, left, wasKilled };
  },
};

/** The colours of a picture's four quarters and of its middle, for telling that it is the right way up. */
async function colours(blob: Blob): Promise<Record<string, number[]>> {
  const bitmap = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const at = (x: number, y: number) => [
    ...(context?.getImageData(Math.floor(x * bitmap.width), Math.floor(y * bitmap.height), 1, 1).data ?? []),
  ];
  return {
    topLeft: at(0.1, 0.1),
    topRight: at(0.9, 0.1),
    middle: at(0.5, 0.5),
    bottomLeft: at(0.1, 0.9),
    bottomRight: at(0.9, 0.9),
  };
}

type Bench = typeof bench;
export type BenchName = keyof Bench;

const ask = async (name: BenchName, ...given: unknown[]): Promise<unknown> => {
  try {
    return await Reflect.apply(bench[name], bench, given);
  } catch (error) {
    if (!(error instanceof AppError)) console.error(error);
    return { error: toErrorData(error).code, cause: String(error instanceof AppError ? error.cause : error) };
  }
};
Object.assign(window, { bench: ask });
