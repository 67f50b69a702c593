type Value = number | null | undefined;

/**
 * Which points to draw so that at most about `most` remain: of every stretch the first, last, lowest and highest,
 * so that no peak is lost; and wherever something is missing between two of them, one missing point,
 * so that a gap stays a gap.
 */
export function thin(values: readonly Value[], most: number): number[] {
  if (values.length <= most) return values.map((_, at) => at);
  const stretch = Math.ceil((values.length * 4) / most);
  const kept: number[] = [];
  for (let from = 0; from < values.length; from += stretch) {
    kept.push(...telling(values, from, Math.min(from + stretch, values.length)));
  }
  return withGaps(values, kept);
}

/** The points of one stretch that say what happened in it, in order, each once. */
function telling(values: readonly Value[], from: number, to: number): number[] {
  let [first, last, lowest, highest] = [-1, -1, -1, -1];
  for (let at = from; at < to; at += 1) {
    const value = values[at];
    if (value == null) continue;
    if (first < 0) [first, lowest, highest] = [at, at, at];
    last = at;
    if (value < (values[lowest] ?? 0)) lowest = at;
    if (value > (values[highest] ?? 0)) highest = at;
  }
  if (first < 0) return [];
  return [...new Set([first, lowest, highest, last])].sort((a, b) => a - b);
}

function withGaps(values: readonly Value[], kept: readonly number[]): number[] {
  const nextMissing = nextMissingOf(values);
  return kept.flatMap((at, index) => {
    const next = kept[index + 1];
    const missing = nextMissing[at];
    return next !== undefined && missing !== undefined && missing < next ? [at, missing] : [at];
  });
}

/** For each place the first missing one from there on. */
function nextMissingOf(values: readonly Value[]): (number | undefined)[] {
  const found: (number | undefined)[] = new Array(values.length);
  let next: number | undefined;
  for (let at = values.length - 1; at >= 0; at -= 1) {
    if (values[at] == null) next = at;
    found[at] = next;
  }
  return found;
}
