import type { Bytes } from '../../bytes';
import { latin1 } from '../../format';

/** A box of an MP4 or MOV, as it stands in what was read: its header, then its content. */
export interface Box {
  type: string;
  start: number;
  content: number;
  end: number;
}

/** The boxes one after the other in these bytes. Throws a RangeError where they do not add up. */
export function boxesIn(bytes: Uint8Array, from = 0, to = bytes.length): Box[] {
  const boxes: Box[] = [];
  for (let start = from; start + 8 <= to; ) {
    const box = boxAt(bytes.subarray(start, Math.min(start + 16, to)), start, to);
    if (box.end > to) throw new RangeError(`the box ${box.type} is longer than what holds it`);
    boxes.push(box);
    start = box.end;
  }
  return boxes;
}

/** Few boxes stand at the top of a film that is not made of fragments. */
const mostTopBoxes = 64;

/** The first boxes of a whole file, of which only the headers are read. */
export async function topBoxes(bytes: Bytes): Promise<Box[]> {
  const size = (await bytes.size()) ?? 0;
  const boxes: Box[] = [];
  for (let start = 0; start + 8 <= size && boxes.length < mostTopBoxes; ) {
    const box = boxAt(await bytes.read(start, Math.min(start + 16, size)), start, size);
    boxes.push(box);
    start = box.end;
  }
  return boxes;
}

function boxAt(head: Uint8Array, start: number, to: number): Box {
  const view = viewOf(head);
  const short = view.getUint32(0);
  const content = start + (short === 1 ? 16 : 8);
  const end = short === 0 ? to : start + (short === 1 ? Number(view.getBigUint64(8)) : short);
  if (end < content) throw new RangeError('a box shorter than its own header');
  return { type: latin1(head.subarray(4, 8)), start, content, end };
}

export const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A box of this content. */
export function boxOf(type: string, ...contents: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const size = contents.reduce((sum, { length }) => sum + length, 8);
  const made = new Uint8Array(size);
  viewOf(made).setUint32(0, size);
  made.set(latin1Bytes(type), 4);
  let at = 8;
  for (const content of contents) {
    made.set(content, at);
    at += content.length;
  }
  return made;
}

/** A box of 32-bit numbers after its version and flags: what a film's tables are. */
export function tableOf(type: string, version: number, numbers: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  const content = new Uint8Array(4 + numbers.length * 4);
  const view = viewOf(content);
  content[0] = version;
  for (let at = 0; at < numbers.length; at++) view.setUint32(4 + at * 4, (numbers[at] ?? 0) >>> 0);
  return boxOf(type, content);
}

const latin1Bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
