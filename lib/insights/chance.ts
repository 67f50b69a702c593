/** Things that belong to several groups at once, each with how far it lies from the usual. */
export interface Dealt {
  /** The groups of each thing, as numbers from 0. */
  groupsOf: readonly (readonly number[])[];
  groups: number;
  /** Smaller groups are not judged. */
  least: number;
}

const deals = 200;
/** Once in twenty, as is the custom. */
const rarely = 0.95;

/**
 * How clearly each group lies above the rest. One is only there where chance would rarely bring any group so far:
 * the values are dealt out anew some hundred times, and what the luckiest group of a deal reaches says nothing.
 * The same values always get the same answer.
 */
export function beyondChance(values: readonly number[], dealt: Dealt): Map<number, number> {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const centred = Float64Array.from(values, (value) => value - mean);
  const strengths = strengthsIn(dealt);
  const found = strengths(centred);

  const random = randomFrom(values.length);
  const luckiest = Array.from({ length: deals }, () => {
    shuffle(centred, random);
    return Math.max(...strengths(centred));
  }).sort((a, b) => a - b);
  const luck = luckiest[Math.floor(deals * rarely)] ?? 0;

  // Sums of the same numbers in another order differ in their last digits.
  return new Map(
    [...found].flatMap((strength, group) => (strength > luck + 1e-9 ? [[group, strength]] : [])),
  );
}

/** How far each group lies above the mean, in units that chance treats alike whatever the group's size. */
function strengthsIn({ groupsOf, groups, least }: Dealt): (centred: Float64Array) => Float64Array {
  // Gone through some hundred times: one flat list of who belongs where.
  const things = Int32Array.from(groupsOf.flatMap((some, at) => some.map(() => at)));
  const places = Int32Array.from(groupsOf.flat());
  const counts = new Float64Array(groups);
  for (const place of places) counts[place] = (counts[place] ?? 0) + 1;
  const roots = counts.map((count) => (count < least ? Number.POSITIVE_INFINITY : Math.sqrt(count)));

  return (centred) => {
    const sums = new Float64Array(groups);
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] ?? 0;
      sums[place] = (sums[place] ?? 0) + (centred[things[at] ?? 0] ?? 0);
    }
    return sums.map((sum, group) => sum / (roots[group] ?? 1));
  };
}

/** Fisher and Yates: every order equally likely. */
function shuffle(values: Float64Array, random: () => number): void {
  for (let last = values.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const value = values[last] ?? 0;
    values[last] = values[other] ?? 0;
    values[other] = value;
  }
}

/** Mulberry32: small, quick, and the same on every device. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
