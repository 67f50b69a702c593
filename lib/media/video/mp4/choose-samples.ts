import type { Trim } from '../video-plan';
import type { Samples } from './sample-table';

/** A track's clock: its units a second, and how much later than its packets say the film begins for it. */
export interface TrackClock {
  scale: number;
  offset: number;
}

/** When a packet is shown, in the track's units, as players count. */
export const shownAt = ({ time, shift }: Samples, { offset }: TrackClock, index: number): number =>
  (time[index] ?? 0) + (shift[index] ?? 0) - offset;

const lengthOf = ({ time }: Samples, index: number) => (time[index + 1] ?? 0) - (time[index] ?? 0);

/**
 * The pictures of a cut: from the key image it begins with to the last one that has ended by its end. What is decoded
 * after the key image but shown before it belongs to what was cut away.
 */
export function choosePictures(samples: Samples, clock: TrackClock, cut: Trim): number[] {
  const first = keyFor(samples, clock, cut.start * clock.scale + 1);
  const end = cut.end * clock.scale + 1;
  const taken = [first];
  const shown = shownAt(samples, clock, first);
  for (let index = first + 1; index < samples.count; index++) {
    const at = shownAt(samples, clock, index);
    if (at + lengthOf(samples, index) > end) break;
    if (at > shown) taken.push(index);
  }
  return taken;
}

/** The last key image up to there, or the first of all. */
function keyFor(samples: Samples, clock: TrackClock, start: number): number {
  let found: number | undefined;
  for (let index = 0; index < samples.count; index++) {
    if (!samples.isKey(index)) continue;
    if (found !== undefined && shownAt(samples, clock, index) > start) break;
    found = index;
  }
  if (found === undefined) throw new RangeError('no key image');
  return found;
}

/** The sound of a cut, from the packet that sounds at its start. */
export function chooseSound(samples: Samples, clock: TrackClock, cut: Trim): number[] {
  const [start, end] = [cut.start * clock.scale, cut.end * clock.scale + 1];
  const taken: number[] = [];
  for (let index = 0; index < samples.count; index++) {
    const at = shownAt(samples, clock, index);
    const stop = at + lengthOf(samples, index);
    if (stop > end) break;
    if (stop > start) taken.push(index);
  }
  return taken;
}
