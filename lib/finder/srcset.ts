export interface SrcsetCandidate {
  url: string;
  /** Of a `w` descriptor. */
  width?: number;
  /** Of an `x` descriptor; 1 where nothing is written. */
  density?: number;
}

const longestList = 60;

/**
 * Splits a srcset. Addresses may hold commas (Cloudinary, Substack), so a comma parts two candidates only
 * where white space follows it or a descriptor stands before it.
 */
export function parseSrcset(srcset: string): SrcsetCandidate[] {
  const found: SrcsetCandidate[] = [];
  const pattern = /\s*([^\s,][^\s]*)(?:\s+([\d.]+)([wx]))?(?:\s+[\d.]+h)?\s*(?:,|$)/gy;
  const list = srcset.slice(0, 60_000);
  while (found.length < longestList && pattern.lastIndex < list.length) {
    const match = pattern.exec(list);
    if (!match?.[1]) break;
    found.push(candidate(match[1], Number(match[2]), match[3]));
  }
  return found;
}

function candidate(written: string, amount: number, unit: string | undefined): SrcsetCandidate {
  const url = written.replace(/,+$/, '');
  if (unit === 'w' && amount > 0) return { url, width: amount };
  return { url, density: unit === 'x' && amount > 0 ? amount : 1 };
}

/** Largest first: `w` compared with `w`, `x` with `x`; `sizes` is for this screen and ignored. */
export function largestFirst(candidates: readonly SrcsetCandidate[]): SrcsetCandidate[] {
  return [...candidates].sort(
    (a, b) => (b.width ?? 0) - (a.width ?? 0) || (b.density ?? 0) - (a.density ?? 0),
  );
}
