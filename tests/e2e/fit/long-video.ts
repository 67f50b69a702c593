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

/**
 * A film of any length and size, without an encoder: a short clip's packets, again and again, stuffed as the codec
 * allows. Resolves with its path.
 */
export async function makeLongVideo(seconds: number, bytes = 0): Promise<string> {
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
  const stuffing = filler(Math.floor(bytes / (seconds * 30)));
  for (let turn = 0; turn * length < seconds; turn++) {
    for await (const packet of sink.packets()) {
      const data = joined(packet.data, stuffing);
      const timestamp = packet.timestamp + turn * length;
      await source.add(packet.clone({ data, timestamp, sequenceNumber: -1 }), { decoderConfig });
    }
  }
  await output.finalize();
  input.dispose();
  return path;
}

/** H.264's own filler unit of this size, with its length before it as MP4 wants; nothing when it is 0. */
function filler(size: number): Uint8Array {
  if (size < 16) return new Uint8Array();
  const unit = new Uint8Array(size).fill(0xff);
  new DataView(unit.buffer).setUint32(0, size - 4);
  unit[4] = 0x0c;
  unit[size - 1] = 0x80;
  return unit;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
