import { statSync } from 'node:fs';
import {
  EncodedPacketSink,
  FilePathSource,
  Input,
  type InputVideoTrack,
  MATROSKA,
  MP4,
  QTFF,
  WEBM,
} from 'mediabunny';
import type { MediaFacts } from './facts.ts';

export interface Inspection {
  facts: MediaFacts | null;
  /** A fail_reason, or null when TikTok takes it. */
  problem: string | null;
}

const CODECS: readonly string[] = ['avc', 'hevc', 'vp8', 'vp9'];
/** Beyond this a sample of the packets stands for all. */
const FULL_SCAN_BYTES = 200_000_000;

/** Looks into a video's bytes for what TikTok restricts (tiktok-api.md §6), but its duration: that is the account's. */
export async function inspectVideo(path: string): Promise<Inspection> {
  const refused = { facts: null, problem: 'file_format_check_failed' };
  const input = new Input({ source: new FilePathSource(path), formats: [MP4, QTFF, WEBM, MATROSKA] });
  try {
    if (!(await input.canRead())) return refused;
    const format = await input.getFormat();
    const track = await input.getPrimaryVideoTrack();
    if (!track) return refused;
    const audio = await input.getPrimaryAudioTrack();
    const count = statSync(path).size > FULL_SCAN_BYTES ? 2_000 : undefined;
    const facts: MediaFacts = {
      format: { [MP4.name]: 'mp4', [QTFF.name]: 'mov', [WEBM.name]: 'webm' }[format.name] ?? format.name,
      codec: await track.getCodec(),
      width: await track.getDisplayWidth(),
      height: await track.getDisplayHeight(),
      durationSeconds: await input.computeDuration(),
      frameRate: (await track.computePacketStats(count)).averagePacketRate,
      hasAudio: audio !== null,
    };
    return { facts, problem: (await isWhole(track)) ? refuseVideo(facts) : 'file_format_check_failed' };
  } catch {
    return refused;
  } finally {
    input.dispose();
  }
}

/** A file cut short still has its index; the bytes of its last frame are missing. */
async function isWhole(track: InputVideoTrack): Promise<boolean> {
  const last = await new EncodedPacketSink(track).getPacket(Number.POSITIVE_INFINITY);
  return last !== null && last.data.byteLength > 0;
}

function refuseVideo(facts: MediaFacts): string | null {
  if (!['mp4', 'mov', 'webm'].includes(facts.format)) return 'file_format_check_failed';
  if (facts.codec === null || !CODECS.includes(facts.codec)) return 'file_format_check_failed';
  const short = Math.min(facts.width, facts.height);
  if (short < 360 || Math.max(facts.width, facts.height) > 4096) return 'picture_size_check_failed';
  // A thousandth of leeway: 59.94 and 23.976 are measured, not exact.
  const rate = facts.frameRate ?? 0;
  if (rate < 22.98 || rate > 60.06) return 'frame_rate_check_failed';
  return null;
}
