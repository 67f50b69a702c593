import { boxOf, tableOf, viewOf } from './boxes';
import type { Samples } from './sample-table';

/** Packets that stay together: one after the other in the file, of one description. */
export interface Run {
  at: number;
  size: number;
  count: number;
  description: number;
}

/** What is taken of a track, in the order of decoding. */
export function runsOf(samples: Samples, taken: readonly number[]): Run[] {
  const runs: Run[] = [];
  let before = -2;
  for (const index of taken) {
    const [at, size] = [samples.at[index] ?? 0, samples.size[index] ?? 0];
    const description = samples.description[index] ?? 1;
    const last = runs.at(-1);
    if (last && index === before + 1 && samples.chunk[index] === samples.chunk[before]) {
      last.size += size;
      last.count += 1;
    } else {
      runs.push({ at, size, count: 1, description });
    }
    before = index;
  }
  return runs;
}

/** Tables of the packets that are taken, in which time begins at the first of them. */
export function timeTables(samples: Samples, taken: readonly number[], bias: number): Uint8Array[] {
  const lengths = taken.map((index, at) => {
    const next = taken[at + 1] ?? index + 1;
    return (samples.time[next] ?? 0) - (samples.time[index] ?? 0);
  });
  const shifts = taken.map((index) => (samples.shift[index] ?? 0) + bias);
  const keys = taken.flatMap((index, at) => (samples.isKey(index) ? [at + 1] : []));
  return [
    tableOf('stts', 0, counted(lengths)),
    ...(shifts.some((shift) => shift !== 0)
      ? [tableOf('ctts', shifts.some((shift) => shift < 0) ? 1 : 0, counted(shifts))]
      : []),
    ...(keys.length < taken.length ? [tableOf('stss', 0, [keys.length, ...keys])] : []),
    tableOf('stsz', 0, [0, taken.length, ...taken.map((index) => samples.size[index] ?? 0)]),
  ];
}

/** Where the runs stand in the new file. */
export function placeTables(runs: readonly Run[], places: readonly number[], isLarge: boolean): Uint8Array[] {
  const groups: number[] = [];
  runs.forEach(({ count, description }, at) => {
    const [before] = runs.slice(at - 1, at);
    if (at > 0 && before?.count === count && before.description === description) return;
    groups.push(at + 1, count, description);
  });
  return [
    tableOf('stsc', 0, [groups.length / 3, ...groups]),
    isLarge ? longOffsets(places) : tableOf('stco', 0, [places.length, ...places]),
  ];
}

function longOffsets(places: readonly number[]): Uint8Array {
  const content = new Uint8Array(8 + places.length * 8);
  const view = viewOf(content);
  view.setUint32(4, places.length);
  places.forEach((place, at) => {
    view.setBigUint64(8 + at * 8, BigInt(place));
  });
  return boxOf('co64', content);
}

/** How often, and what: a number that comes again is only counted. */
function counted(values: readonly number[]): number[] {
  const runs: number[] = [];
  for (const value of values) {
    if (runs.length > 0 && runs.at(-1) === value) runs[runs.length - 2] = (runs.at(-2) ?? 0) + 1;
    else runs.push(1, value);
  }
  return [runs.length / 2, ...runs];
}
