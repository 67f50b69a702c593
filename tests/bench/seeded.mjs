/** Numbers from 0 to 1 that look random and are the same in every run. */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A number between two others, as likely near the small one as near the large one. */
export const between = (random, least, most) => least * (most / least) ** random();

/** The value that this part of all values does not exceed. */
export function at(values, part) {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
export const median = (values) => at(values, 0.5);
export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
