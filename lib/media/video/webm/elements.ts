import type { Bytes } from '../../bytes';

/** An element of a WebM or MKV, as it stands in what was read: its header, then its content. */
export interface Element {
  id: number;
  start: number;
  content: number;
  end: number;
}

/** As long as a header can be: a name of four bytes, a length of eight. */
const longestHeader = 12;

/** The element whose header these bytes begin with; undefined where that is none, or says of no end. */
function elementAt(head: Uint8Array, start: number): Element | undefined {
  const first = head[0] ?? 0;
  const idLength = Math.clz32(first) - 23;
  const sizeFirst = head[idLength] ?? 0;
  const sizeLength = Math.clz32(sizeFirst) - 23;
  if (idLength > 4 || sizeLength > 8 || head.length < idLength + sizeLength) return undefined;
  const id = numberIn(head.subarray(0, idLength));
  // Its first one-bit only says how long the number is; kept in, eight bytes would be more than a number holds.
  const size = numberIn(
    Uint8Array.of(sizeFirst & (0xff >> sizeLength), ...head.subarray(idLength + 1, idLength + sizeLength)),
  );
  const content = start + idLength + sizeLength;
  // All ones: it goes on until something else begins.
  return { id, start, content, end: size >= 2 ** (7 * sizeLength) - 1 ? Infinity : content + size };
}

export async function readElement(film: Bytes, start: number): Promise<Element | undefined> {
  const end = Math.min(start + longestHeader, (await film.size()) ?? 0);
  return end > start ? elementAt(await film.read(start, end), start) : undefined;
}

const segment = 0x18538067;

/** What holds everything but the word of what kind of file it is. */
export async function segmentOf(film: Bytes): Promise<Element | undefined> {
  const header = await readElement(film, 0);
  const whole = header && (await readElement(film, header.end));
  return whole?.id === segment ? whole : undefined;
}

/** The elements one after the other in these bytes, as far as they add up. */
export function elementsIn(bytes: Uint8Array, from = 0, to = bytes.length): Element[] {
  const elements: Element[] = [];
  for (let start = from; start < to; ) {
    const element = elementAt(bytes.subarray(start, Math.min(start + longestHeader, to)), start);
    if (!element || element.end > to) break;
    elements.push(element);
    start = element.end;
  }
  return elements;
}

export const numberIn = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

/** The header of an empty element that is as long as this one with all that is in it. */
export function voidHeader({ start, end }: Pick<Element, 'start' | 'end'>): Uint8Array {
  const size = end - start;
  if (size < 9) return Uint8Array.of(0xec, 0x80 | (size - 2));
  const header = new Uint8Array(9);
  new DataView(header.buffer).setBigUint64(1, BigInt(size - 9) | (1n << 56n));
  header[0] = 0xec;
  return header;
}
