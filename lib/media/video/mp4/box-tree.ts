import { type Box, boxesIn, boxOf, viewOf } from './boxes';

/** A box with its content at hand, and what it holds found by name. */
export interface Node {
  type: string;
  /** All of it, its header too. */
  whole: Uint8Array;
  content: Uint8Array;
}

export function nodesIn(bytes: Uint8Array): Node[] {
  return boxesIn(bytes).map(({ type, start, content, end }: Box) => ({
    type,
    whole: bytes.subarray(start, end),
    content: bytes.subarray(content, end),
  }));
}

export const childOf = (parent: Uint8Array, type: string): Node | undefined =>
  nodesIn(parent).find((node) => node.type === type);

/** A film without it is none that can be cut here. */
export function needed(parent: Uint8Array, ...path: readonly string[]): Uint8Array {
  return path.reduce((bytes, type) => {
    const found = childOf(bytes, type);
    if (!found) throw new RangeError(`no ${type}`);
    return found.content;
  }, parent);
}

/** The same box with some of what it holds made anew, or left out where there is nothing in its place. */
export function rebuilt(
  type: string,
  content: Uint8Array,
  change: (child: Node) => Uint8Array | undefined,
): Uint8Array {
  return boxOf(
    type,
    ...nodesIn(content).flatMap((child) => {
      const made = change(child);
      return made ? [made] : [];
    }),
  );
}

/** Where the header boxes of film, track and media keep their clock and their length. */
const places = {
  mvhd: { short: { scale: 12, length: 16 }, long: { scale: 20, length: 24 } },
  mdhd: { short: { scale: 12, length: 16 }, long: { scale: 20, length: 24 } },
  tkhd: { short: { scale: 12, length: 20 }, long: { scale: 20, length: 28 } },
} as const;
type Header = keyof typeof places;

const placeOf = (type: Header, content: Uint8Array) => places[type][content[0] === 1 ? 'long' : 'short'];

/** Units a second; of a track's header, where a clock would stand, its number. */
export const scaleOf = (type: Header, content: Uint8Array): number =>
  viewOf(content).getUint32(placeOf(type, content).scale);

export function withLength(type: Header, content: Uint8Array, length: number): Uint8Array {
  const copy = content.slice();
  const { length: at } = placeOf(type, content);
  if (content[0] === 1) viewOf(copy).setBigUint64(at, BigInt(length));
  else viewOf(copy).setUint32(at, length);
  return boxOf(type, copy);
}
