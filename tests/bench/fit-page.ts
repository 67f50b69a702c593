import { blobBytes } from '../../lib/media/bytes';
import { inspect } from '../../lib/media/inspect';
import { fitPhoto } from '../../lib/media/photo/fit-photo';
import { paintPhoto } from '../../lib/media/photo/paint';
import { createPrepareWork } from '../../lib/media/prepare';
import { makeSlideshow } from '../../lib/media/slideshow/make-slideshow';
import { createStash } from '../../lib/media/stash';
import { fitVideo } from '../../lib/media/video/fit-video';
import { planVideo } from '../../lib/media/video/video-plan';
import { openDatabase } from '../../lib/platform/database';

/** A photo with as much in it as a camera's: soft shapes, hard edges and grain. */
async function cameraPhoto(width: number, height: number, seed: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const sky = context.createLinearGradient(0, 0, width, height);
  sky.addColorStop(0, `hsl(${seed * 37} 60% 60%)`);
  sky.addColorStop(1, `hsl(${seed * 91} 50% 30%)`);
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);
  for (let shape = 0; shape < 400; shape++) {
    context.fillStyle = `hsl(${(shape * 53 + seed) % 360} 50% 50% / 40%)`;
    const [x, y] = [(shape * 7_919 + seed * 131) % width, (shape * 6_271 + seed * 17) % height];
    context.fillRect(x, y, 40 + (shape % 90) * 6, 30 + (shape % 70) * 5);
  }
  const grain = new ImageData(512, 512);
  for (let at = 0; at < grain.data.length; at += 4) {
    const value = (Math.imul(at + seed, 2_654_435_761) >>> 24) & 255;
    grain.data.set([value, value, value, 28], at);
  }
  const pattern = context.createPattern(await createImageBitmap(grain), 'repeat');
  if (pattern) context.fillStyle = pattern;
  context.fillRect(0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
}

const root = () => navigator.storage.getDirectory();
const stash = createStash({ database: openDatabase('bench'), root, now: () => Date.now() });
let photos: File[] = [];
let film = '';

const bench = {
  /** Kept on disk, as fetched photos are. */
  async makePhotos(count: number, width: number, height: number): Promise<number> {
    photos = [];
    for (let index = 0; index < count; index++) {
      const handle = await (await root()).getFileHandle(`photo-${index}.jpg`, { create: true });
      const writer = await handle.createWritable();
      await writer.write(await cameraPhoto(width, height, index));
      await writer.close();
      photos.push(await handle.getFile());
    }
    return photos.reduce((sum, { size }) => sum + size, 0);
  },
  async fitPhotos(): Promise<{ ms: number[]; bytes: number }> {
    const ms: number[] = [];
    let bytes = 0;
    for (const photo of photos) {
      const began = performance.now();
      bytes += (await fitPhoto(photo, paintPhoto)).blob.size;
      ms.push(performance.now() - began);
    }
    return { ms, bytes };
  },
  async slideshow(secondsEach: number): Promise<{ seconds: number; length: number; bytes: number }> {
    const handle = await (await root()).getFileHandle('film.mp4', { create: true });
    const began = performance.now();
    await makeSlideshow({
      photos: photos.map((photo) => async () => photo),
      look: { secondsEach, frame: 'fit', fade: 0.5 },
      target: await handle.createWritable(),
      signal: new AbortController().signal,
      progress: () => undefined,
    });
    const seconds = (performance.now() - began) / 1_000;
    return { seconds, length: photos.length * secondsEach, bytes: (await handle.getFile()).size };
  },
  /** The picked film, kept as Ferry keeps it. */
  async keepFilm(): Promise<void> {
    const file = document.querySelector<HTMLInputElement>('input')?.files?.[0];
    if (!file) throw new Error('no file');
    await stash.remove(film);
    film = (await stash.put(file)).key;
  },
  /** As a post does it: from the kept film to one that can be sent. */
  async cut(start: number, end: number): Promise<{ seconds: number; bytes: number }> {
    const began = performance.now();
    const { keys } = await createPrepareWork(stash).run(
      { kind: 'video', mode: 'inbox', keys: [film], trim: { start, end } },
      { mark: undefined, keep: async () => {}, progress: () => {}, signal: new AbortController().signal },
    );
    const seconds = (performance.now() - began) / 1_000;
    const [made = ''] = keys;
    const bytes = (await stash.open(made)).size;
    await stash.remove(made);
    return { seconds, bytes };
  },
  /** What is done to a film whose index alone will not do: every packet is copied. */
  async repack(start: number, end: number): Promise<{ seconds: number; bytes: number }> {
    const video = await stash.open(film);
    const began = performance.now();
    const facts = await inspect(blobBytes(video));
    if (facts.kind !== 'video') throw new Error('no video');
    const plan = planVideo(facts, { start, end });
    if (plan.do !== 'copy') throw new Error(`it would ${plan.do}`);
    const handle = await (await root()).getFileHandle('cut.mp4', { create: true });
    await fitVideo({
      video,
      facts,
      plan,
      target: await handle.createWritable(),
      signal: new AbortController().signal,
      progress: () => undefined,
    });
    return { seconds: (performance.now() - began) / 1_000, bytes: (await handle.getFile()).size };
  },
};

document.body.append(Object.assign(document.createElement('input'), { type: 'file' }));
Object.assign(window, {
  bench: (name: keyof typeof bench, ...given: unknown[]) => Reflect.apply(bench[name], bench, given),
});
