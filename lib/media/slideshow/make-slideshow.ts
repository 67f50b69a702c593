import {
  canEncodeVideo,
  Mp4OutputFormat,
  Output,
  Quality,
  StreamTarget,
  VideoSample,
  VideoSampleSource,
} from 'mediabunny';
import { AppError } from '../../errors/app-error';
import { openPhoto } from '../photo/fit-photo';
import { paintPhoto } from '../photo/paint';
import { filmBitrate } from './can-make';
import { contextOf, drawSlide } from './draw';
import { decodedSides, frameCount, type Shot, type SlideshowLook, shotAt, slideshowVideo } from './timeline';

export interface SlideshowOrder {
  /** In order; opened one at a time, so that never more than two are decoded. */
  photos: ReadonlyArray<() => Promise<Blob>>;
  look: SlideshowLook;
  /** Takes writes at any position, as a file does. */
  target: WritableStream;
  signal: AbortSignal;
  progress: (done: number, total: number) => void;
}

/** Makes the film. The target holds a whole MP4 when it resolves, and nothing of use when it rejects. */
export async function makeSlideshow({
  photos,
  look,
  target,
  signal,
  progress,
}: SlideshowOrder): Promise<void> {
  const { width, height, fps } = slideshowVideo;
  const quality = new Quality({ bitrate: filmBitrate });
  if (!(await canEncodeVideo('avc', { width, height, quality }))) throw new AppError('cannot_encode');
  const picture = new VideoSampleSource({ codec: 'avc', quality, keyFrameInterval: 2 });
  const output = new Output({
    format: new Mp4OutputFormat({ fastStart: false }),
    target: new StreamTarget(target, { chunked: true, chunkSize: 4 << 20 }),
  });
  output.addVideoTrack(picture, { frameRate: fps });
  const camera = createCamera(photos, look);
  const total = frameCount(photos.length, look);
  try {
    await output.start();
    for (let frame = 0; frame < total; frame++) {
      signal.throwIfAborted();
      using image = await camera.take(shotAt(frame, photos.length, look));
      image.setTimestamp(frame / fps);
      image.setDuration(1 / fps);
      await picture.add(image);
      progress(frame + 1, total);
    }
    await output.finalize();
  } catch (error) {
    await output.cancel().catch(() => undefined);
    throw error;
  } finally {
    camera.close();
  }
}

/** Takes the images of the film. One that is the same as before is not drawn again, only shown again. */
function createCamera(photos: SlideshowOrder['photos'], look: SlideshowLook) {
  const slides = createSlides(photos, look);
  const canvas = new OffscreenCanvas(slideshowVideo.width, slideshowVideo.height);
  const context = contextOf(canvas);
  let still: { photo: number; image: VideoSample } | undefined;
  const develop = () => new VideoSample(canvas, { timestamp: 0, duration: 1 / slideshowVideo.fps });
  return {
    async take({ photo, next }: Shot): Promise<VideoSample> {
      if (next === 0 && still?.photo === photo) return still.image.clone();
      context.globalAlpha = 1;
      context.drawImage(await slides.at(photo), 0, 0);
      if (next > 0) {
        context.globalAlpha = next;
        context.drawImage(await slides.at(photo + 1), 0, 0);
        return develop();
      }
      still?.image.close();
      still = { photo, image: develop() };
      slides.begin(photo + 1);
      return still.image.clone();
    },
    close: () => still?.image.close(),
  };
}

/** The slides around the present one, each drawn once, the next one while the present one is encoded. */
function createSlides(photos: SlideshowOrder['photos'], { frame }: SlideshowLook) {
  const drawn = new Map<number, Promise<OffscreenCanvas>>();
  const draw = async (open: () => Promise<Blob>): Promise<OffscreenCanvas> => {
    const photo = await openPhoto(await open(), (sides) => decodedSides(sides, frame), paintPhoto);
    try {
      return drawSlide(photo, frame);
    } finally {
      photo.close();
    }
  };
  const begun = (index: number): Promise<OffscreenCanvas> | undefined => {
    for (const old of drawn.keys()) if (old < index - 1) drawn.delete(old);
    const open = photos[index];
    const slide = drawn.get(index) ?? (open && draw(open));
    if (slide) drawn.set(index, slide);
    return slide;
  };
  return {
    async at(index: number): Promise<OffscreenCanvas> {
      const slide = await begun(index);
      if (!slide) throw new AppError('unexpected', { cause: `no photo ${index}` });
      return slide;
    },
    /** Whoever comes for it hears of a failure; until then it must not count as unheard. */
    begin(index: number): void {
      begun(index)?.catch(() => undefined);
    },
  };
}
