import { BlobSource, Conversion, Input, Mp4OutputFormat, Output, StreamTarget } from 'mediabunny';
import { AppError } from '../../errors/app-error';
import { videoFormats } from '../video/video-facts';

export interface MuxOrder {
  /** One file with everything, or pictures and sound apart. */
  files: readonly Blob[];
  target: WritableStream;
  signal: AbortSignal;
  progress: (part: number) => void;
}

/** Puts what was fetched into one MP4, packet by packet, its clock set to zero. Nothing is encoded anew. */
export async function mux({ files, target, signal, progress }: MuxOrder): Promise<void> {
  const inputs = files.map((file) => new Input({ source: new BlobSource(file), formats: videoFormats }));
  const output = new Output({
    format: new Mp4OutputFormat({ fastStart: false }),
    target: new StreamTarget(target, { chunked: true, chunkSize: 8 << 20 }),
  });
  try {
    // Pictures and sound share a clock: the same moment is the beginning of both.
    const start = Math.max(
      0,
      Math.min(...(await Promise.all(inputs.map((input) => input.getFirstTimestamp())))),
    );
    const conversions = await Promise.all(
      inputs.map((input, at) =>
        Conversion.init({
          input,
          output,
          composable: true,
          tracks: 'primary',
          showWarnings: false,
          trim: { start },
          copy: { mode: 'preferred', shiftTolerance: Number.POSITIVE_INFINITY },
          ...(inputs.length > 1 ? { [at === 0 ? 'audio' : 'video']: { discard: true } } : {}),
        }),
      ),
    );
    if (!output.tracks.some(({ type }) => type === 'video')) throw new AppError('stream_broken');
    const stop = () => conversions.forEach((conversion) => void conversion.cancel());
    signal.addEventListener('abort', stop, { once: true });
    for (const conversion of conversions.slice(0, 1)) conversion.onProgress = progress;
    await output.start();
    await Promise.all(conversions.map((conversion) => conversion.execute()));
    await output.finalize();
  } catch (error) {
    await output.cancel().catch(() => undefined);
    signal.throwIfAborted();
    throw error instanceof AppError ? error : new AppError('stream_broken', { cause: error });
  } finally {
    for (const input of inputs) input.dispose();
  }
}
