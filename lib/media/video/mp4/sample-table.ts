import { childOf, needed } from './box-tree';
import { viewOf } from './boxes';

/** Where every packet of a track stands in the file and when it is shown, in the track's own units. */
export interface Samples {
  count: number;
  at: Float64Array;
  size: Uint32Array;
  chunk: Uint32Array;
  /** Which description of its track a packet belongs to. */
  description: Uint32Array;
  /** When it is decoded; one more than there are packets, the last being the end. */
  time: Float64Array;
  /** How much later than decoded it is shown. */
  shift: Int32Array;
  isKey: (index: number) => boolean;
}

/** More packets than ten hours have, and few enough for the memory. */
const mostSamples = 4_000_000;

/** Reads a track's tables. Throws a RangeError where they do not add up or are of an unusual kind. */
export function readSamples(stbl: Uint8Array): Samples {
  const size = readSizes(needed(stbl, 'stsz'));
  const count = size.length;
  return {
    count,
    size,
    ...readPlaces(stbl, size),
    time: readTimes(needed(stbl, 'stts'), count),
    shift: readShifts(childOf(stbl, 'ctts')?.content, count),
    isKey: readKeys(childOf(stbl, 'stss')?.content),
  };
}

function readSizes(stsz: Uint8Array): Uint32Array {
  const view = viewOf(stsz);
  const count = view.getUint32(8);
  // Equal sizes mean uncompressed sound, whose tables count differently in MP4 and MOV.
  if (view.getUint32(4) !== 0 || count === 0 || count > mostSamples) throw new RangeError('unusual sizes');
  return Uint32Array.from({ length: count }, (_, index) => view.getUint32(12 + index * 4));
}

function readPlaces(stbl: Uint8Array, size: Uint32Array): Pick<Samples, 'at' | 'chunk' | 'description'> {
  const long = childOf(stbl, 'co64')?.content;
  const offsets = viewOf(long ?? needed(stbl, 'stco'));
  const chunks = offsets.getUint32(4);
  const offsetOf = (chunk: number) =>
    long ? Number(offsets.getBigUint64(8 + chunk * 8)) : offsets.getUint32(8 + chunk * 4);
  const runs = viewOf(needed(stbl, 'stsc'));
  const runCount = runs.getUint32(4);
  const count = size.length;
  const at = new Float64Array(count);
  const chunk = new Uint32Array(count);
  const description = new Uint32Array(count);
  let sample = 0;
  for (let run = 0; run < runCount; run++) {
    const entry = 8 + run * 12;
    const first = runs.getUint32(entry) - 1;
    const next = run + 1 < runCount ? runs.getUint32(entry + 12) - 1 : chunks;
    const inEach = runs.getUint32(entry + 4);
    for (let number = first; number < next && sample < count; number++) {
      let place = offsetOf(number);
      for (let turn = 0; turn < inEach && sample < count; turn++, sample++) {
        at[sample] = place;
        chunk[sample] = number;
        description[sample] = runs.getUint32(entry + 8);
        place += size[sample] ?? 0;
      }
    }
  }
  if (sample !== count) throw new RangeError('packets without a place');
  return { at, chunk, description };
}

function readTimes(stts: Uint8Array, count: number): Float64Array {
  const time = new Float64Array(count + 1);
  let sample = 0;
  eachRun(stts, (turns, length) => {
    for (let turn = 0; turn < turns && sample < count; turn++, sample++)
      time[sample + 1] = (time[sample] ?? 0) + length;
  });
  if (sample !== count) throw new RangeError('packets without a time');
  return time;
}

function readShifts(ctts: Uint8Array | undefined, count: number): Int32Array {
  const shift = new Int32Array(count);
  let sample = 0;
  if (ctts)
    eachRun(ctts, (turns, by) => {
      shift.fill(by | 0, sample, sample + turns);
      sample += turns;
    });
  return shift;
}

function readKeys(stss: Uint8Array | undefined): Samples['isKey'] {
  if (!stss) return () => true;
  const view = viewOf(stss);
  const keys = new Set(Array.from({ length: view.getUint32(4) }, (_, at) => view.getUint32(8 + at * 4) - 1));
  return (index) => keys.has(index);
}

function eachRun(table: Uint8Array, take: (count: number, value: number) => void): void {
  const view = viewOf(table);
  const runs = view.getUint32(4);
  for (let run = 0; run < runs; run++) take(view.getUint32(8 + run * 8), view.getUint32(12 + run * 8));
}
