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
  const centred = values.map((value) => value - mean);
  const roots = rootsOf(dealt);
  const found = strengths(centred, dealt, roots);

  const random = randomFrom(values.length);
  const luckiest = Array.from({ length: deals }, () => {
    shuffle(centred, random);
    return strengths(centred, dealt, roots).reduce((most, one) => Math.max(most, one), 0);
  }).sort((a, b) => a - b);
  const luck = luckiest[Math.floor(deals * rarely)] ?? 0;

  // Sums of the same numbers in another order differ in their last digits.
  return new Map(
    [...found].flatMap((strength, group) => (strength > luck + 1e-9 ? [[group, strength]] : [])),
  );
}

/** The root of how many each group has; none where there are too few to judge. */
function rootsOf({ groupsOf, groups, least }: Dealt): number[] {
  const counts = new Array<number>(groups).fill(0);
  for (const some of groupsOf) for (const group of some) counts[group] = (counts[group] ?? 0) + 1;
  return counts.map((count) => (count < least ? 0 : Math.sqrt(count)));
}

/** How far each group lies above the mean, in units that chance treats alike whatever its size. */
function strengths(centred: readonly number[], { groupsOf, groups }: Dealt, roots: readonly number[]) {
  const sums = new Float64Array(groups);
  groupsOf.forEach((some, at) => {
    for (const group of some) sums[group] = (sums[group] ?? 0) + (centred[at] ?? 0);
  });
  return sums.map((sum, group) => (roots[group] ? sum / roots[group] : 0));
}

/** Fisher and Yates: every order equally likely. */
function shuffle(values: number[], random: () => number): void {
  for (let last = values.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [values[last], values[other]] = [values[other] ?? 0, values[last] ?? 0];
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
