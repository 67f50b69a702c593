import {
  BlobSource,
  Conversion,
  ConversionCanceledError,
  type ConversionOptions,
  Input,
  Mp4OutputFormat,
  Output,
  Quality,
  StreamTarget,
  WebMOutputFormat,
} from 'mediabunny';
import { AppError, isAppError } from '../../errors/app-error';
import type { VideoFacts } from '../facts';
import { type Cut, cutOf } from './cut';
import { encodedBitrate } from './encoded-bitrate';
import { outputContainer } from './output-container';
import { videoFormats } from './video-facts';
import type { Reencode, VideoPlan } from './video-plan';

export interface VideoOrder {
  video: Blob;
  facts: VideoFacts;
  plan: Exclude<VideoPlan, { do: 'nothing' | 'clean' }>;
  /** Takes writes at any position, as a file does. */
  target: WritableStream;
  signal: AbortSignal;
  progress: (done: number, total: number) => void;
}

/**
 * Cuts, repacks or re-encodes. The target holds a whole file of the type it resolves with, and nothing of use when it
 * rejects.
 */
export async function fitVideo(order: VideoOrder): Promise<'video/mp4' | 'video/webm'> {
  const { video, plan, target, signal, facts } = order;
  signal.throwIfAborted();
  using input = new Input({ source: new BlobSource(video), formats: videoFormats });
  try {
    const cut = plan.trim && (await cutOf(input, plan.trim, facts.canConvert));
    const container = cut?.exact ? 'mp4' : outputContainer(facts, plan);
    const output = new Output({
      format: container === 'webm' ? new WebMOutputFormat() : new Mp4OutputFormat({ fastStart: false }),
      target: new StreamTarget(target, { chunked: true, chunkSize: 8 << 20 }),
    });
    await convert(await Conversion.init({ input, output, ...instructions(order, cut) }), order);
    return `video/${container}`;
  } catch (error) {
    signal.throwIfAborted();
    if (isAppError(error) || isFull(error)) throw error;
    throw new AppError('conversion_failed', { cause: error });
  }
}

function instructions(
  { plan, facts }: VideoOrder,
  cut: Cut | undefined,
): Omit<ConversionOptions, 'input' | 'output'> {
  return {
    tracks: 'primary',
    showWarnings: false,
    // A video's tags may tell where it was taken and by whom.
    tags: {},
    ...(cut ? { trim: { start: cut.start, end: cut.end } } : {}),
    copy: { mode: 'preferred', shiftTolerance: Number.POSITIVE_INFINITY, boundaryPolicy: 'shrink' },
    ...(plan.do === 'encode' ? { video: reencoding(plan.reencode, facts) } : {}),
    ...(plan.do === 'copy' && cut?.exact ? { video: reencoding({}, facts) } : {}),
  };
}

function reencoding(reencode: Reencode, facts: VideoFacts) {
  const sides = reencode.sides ?? evenSides(facts);
  const fps = reencode.fps ?? facts.fps;
  return {
    codec: 'avc' as const,
    forceTranscode: true,
    ...sides,
    fit: 'fill' as const,
    ...(reencode.fps ? { frameRate: reencode.fps } : {}),
    keyFrameInterval: 2,
    quality: new Quality({ bitrate: encodedBitrate(sides, fps) }),
  };
}

const evenSides = ({ width, height }: VideoFacts) => ({ width: width & ~1, height: height & ~1 });

async function convert(conversion: Conversion, { signal, progress }: VideoOrder): Promise<void> {
  const lost = conversion.discardedTracks.find(({ track }) => track.isVideoTrack());
  if (!conversion.isValid || lost) throw new AppError('conversion_failed', { cause: lost?.reason });
  conversion.onProgress = (part) => progress(Math.round(part * 1_000), 1_000);
  const stop = () => void conversion.cancel();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await conversion.execute();
  } catch (error) {
    if (error instanceof ConversionCanceledError) signal.throwIfAborted();
    else await conversion.cancel();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

const isFull = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError';
