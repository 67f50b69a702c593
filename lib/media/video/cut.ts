import { EncodedPacketSink, type Input } from 'mediabunny';
import type { Trim } from './video-plan';

/** Where a cut really falls, in the file's own time. */
export interface Cut extends Trim {
  /** The pictures have to be encoded anew for the cut to fall there. */
  exact: boolean;
}

/** More than this of what is wanted is not given up for a quick cut. */
const mostLost = 2;

/**
 * Without re-encoding a video can only begin at a key image. The next one is taken, for what was cut away must not
 * be seen; sound and pictures begin together. Where the next one is too far, the cut is made exactly, if it can be.
 */
export async function cutOf(input: Input, wanted: Trim, canEncode: boolean): Promise<Cut> {
  const first = Math.max(0, await input.getFirstTimestamp());
  const cut = { start: wanted.start + first, end: wanted.end + first };
  const video = await input.getPrimaryVideoTrack();
  if (!video || wanted.start <= 0) return { ...cut, exact: false };
  const sink = new EncodedPacketSink(video);
  const before = await sink.getKeyPacket(cut.start, { metadataOnly: true });
  if (before && cut.start - before.timestamp < 0.001)
    return { ...cut, start: before.timestamp, exact: false };
  const next = before
    ? await sink.getNextKeyPacket(before, { metadataOnly: true })
    : await sink.getFirstKeyPacket({ metadataOnly: true });
  const isNear = next !== null && next.timestamp - cut.start <= mostLost && next.timestamp < cut.end;
  if (isNear) return { ...cut, start: next.timestamp, exact: false };
  if (canEncode) return { ...cut, exact: true };
  return { ...cut, start: (next ?? before)?.timestamp ?? cut.start, exact: false };
}
