import { CanvasSource, canEncodeVideo, Mp4OutputFormat, Output, Quality, StreamTarget } from 'mediabunny';
import { AppError } from '../../errors/app-error';
import { openPhoto } from '../photo/fit-photo';
import { paintPhoto } from '../photo/paint';
import { contextOf, drawSlide } from './draw';
import { decodedSides, frameCount, type SlideshowLook, shotAt, slideshowVideo } from './timeline';

export interface SlideshowOrder {
  /** In order; opened one at a time, so that never more than two are decoded. */
  photos: ReadonlyArray<() => Promise<Blob>>;
  look: SlideshowLook;
  /** Takes writes at any position, as a file does. */
  target: WritableStream;
  signal: AbortSignal;
  progress: (done: number, total: number) => void;
}

/** Sharp enough for a still picture at 1080p, whatever the encoder. */
const bitrate = 8_000_000;

/** Makes the film. The target holds a whole MP4 when it resolves, and nothing of use when it rejects. */
export async function makeSlideshow({
  photos,
  look,
  target,
  signal,
  progress,
}: SlideshowOrder): Promise<void> {
  const { width, height, fps } = slideshowVideo;
  const quality = new Quality({ bitrate });
  if (!(await canEncodeVideo('avc', { width, height, quality }))) throw new AppError('cannot_encode');
  const canvas = new OffscreenCanvas(width, height);
  const picture = new CanvasSource(canvas, { codec: 'avc', quality, keyFrameInterval: 2 });
  const output = new Output({
    format: new Mp4OutputFormat({ fastStart: false }),
    target: new StreamTarget(target, { chunked: true, chunkSize: 4 << 20 }),
  });
  output.addVideoTrack(picture, { frameRate: fps });
  const slides = createSlides(photos, look);
  const context = contextOf(canvas);
  const total = frameCount(photos.length, look);
  try {
    await output.start();
    for (let frame = 0; frame < total; frame++) {
      signal.throwIfAborted();
      const { photo, next } = shotAt(frame, photos.length, look);
      context.globalAlpha = 1;
      context.drawImage(await slides.at(photo), 0, 0);
      if (next > 0) {
        context.globalAlpha = next;
        context.drawImage(await slides.at(photo + 1), 0, 0);
      }
      await picture.add(frame / fps, 1 / fps);
      progress(frame + 1, total);
    }
    await output.finalize();
  } catch (error) {
    await output.cancel().catch(() => undefined);
    throw error;
  }
}

/** The slides around the present one, each drawn once. */
function createSlides(photos: SlideshowOrder['photos'], { frame }: SlideshowLook) {
  const drawn = new Map<number, OffscreenCanvas>();
  return {
    async at(index: number): Promise<OffscreenCanvas> {
      for (const old of drawn.keys()) if (old < index - 1) drawn.delete(old);
      const known = drawn.get(index);
      if (known) return known;
      const open = photos[index];
      if (!open) throw new AppError('unexpected', { cause: `no photo ${index}` });
      const photo = await openPhoto(await open(), (sides) => decodedSides(sides, frame), paintPhoto);
      const slide = drawSlide(photo, frame);
      photo.close();
      drawn.set(index, slide);
      return slide;
    },
  };
}
