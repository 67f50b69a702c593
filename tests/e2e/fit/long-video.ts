import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FilePathSource,
  FilePathTarget,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
} from 'mediabunny';

const clip = resolve(import.meta.dirname, '../../fixtures/media/fit/no-audio.mp4');

/** A film of any length, without an encoder: a short clip's packets, again and again. Resolves with its path. */
export async function makeLongVideo(seconds: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ferry-long-'));
  const path = join(folder, 'long.mp4');
  const input = new Input({ source: new FilePathSource(clip), formats: [MP4] });
  const track = await input.getPrimaryVideoTrack();
  const decoderConfig = await track?.getDecoderConfig();
  if (!track || !decoderConfig) throw new Error('the clip has no picture');
  const source = new EncodedVideoPacketSource('avc');
  const output = new Output({
    format: new Mp4OutputFormat({ fastStart: false }),
    target: new FilePathTarget(path),
  });
  output.addVideoTrack(source);
  await output.start();
  const sink = new EncodedPacketSink(track);
  const length = await track.computeDuration();
  for (let turn = 0; turn * length < seconds; turn++) {
    for await (const packet of sink.packets())
      await source.add(packet.clone({ timestamp: packet.timestamp + turn * length, sequenceNumber: -1 }), {
        decoderConfig,
      });
  }
  await output.finalize();
  input.dispose();
  return path;
}
