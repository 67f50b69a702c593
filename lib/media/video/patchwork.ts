import { joined } from '../joined';

/** A film put together of stretches of another, which are not copied, and of some bytes of its own. */
export interface Patchwork {
  own: Uint8Array<ArrayBuffer>;
  pieces: readonly Patch[];
}

export interface Patch {
  from: 'own' | 'film';
  start: number;
  end: number;
}

/** What is to stand in a film's stretch: these bytes first, and nothing but zeros behind them. */
export interface Hole {
  start: number;
  end: number;
  header: Uint8Array;
}

const emptyRun = 64 << 10;

/** The same film with its holes made empty: of the same length, so that nothing else moves. */
export function emptied(size: number, holes: readonly Hole[]): Patchwork {
  const headers = joined(holes.map(({ header }) => header));
  const own = joined([headers, new Uint8Array(emptyRun)]);
  const pieces: Patch[] = [];
  let header = 0;
  const filled = holes.map(({ start, end, header: { length } }) => {
    const from = header;
    header += length;
    const patches: Patch[] = length > 0 ? [{ from: 'own', start: from, end: header }] : [];
    return { start, end, patches: [...patches, ...zeros(end - start - length, headers.length)] };
  });
  let at = 0;
  for (const { start, end, patches } of filled.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    if (start > at) pieces.push({ from: 'film', start: at, end: start });
    pieces.push(...patches);
    at = end;
  }
  if (at < size) pieces.push({ from: 'film', start: at, end: size });
  return { own, pieces };
}

function zeros(size: number, at: number): Patch[] {
  return Array.from({ length: Math.ceil(size / emptyRun) }, (_, run) => ({
    from: 'own' as const,
    start: at,
    end: at + Math.min(emptyRun, size - run * emptyRun),
  }));
}
