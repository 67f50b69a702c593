/** Chance that is the same in every run: a seed gives one row of numbers between 0 and 1. */
export function createChance(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    between: (low: number, high: number) => low + next() * (high - low),
    of: <T>(choices: readonly T[], fallback: T): T =>
      choices[Math.floor(next() * choices.length)] ?? fallback,
    /** Around 1, now and then far above: how well a video does. */
    luck: () => Math.exp((next() + next() + next() - 1.5) * 2.2),
  };
}
