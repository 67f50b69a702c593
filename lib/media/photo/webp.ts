import { latin1 } from '../format';
import { readExif, xmpHasLocation } from './tiff';

interface Chunk {
  name: string;
  start: number;
  /** Where its payload ends, without the byte that pads it. */
  end: number;
}

const animatedFlag = 0x02;
const xmpFlag = 0x04;
const exifFlag = 0x08;
const alphaFlag = 0x10;
const picture = new Set(['VP8 ', 'VP8L', 'ALPH', 'VP8X', 'ICCP', 'ANIM', 'ANMF']);

function walkWebp(bytes: Uint8Array): { chunks: Chunk[]; complete: boolean } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  const total = bytes.length >= 8 ? view.getUint32(4, true) + 8 : Number.POSITIVE_INFINITY;
  let at = 12;
  while (at + 8 <= Math.min(bytes.length, total)) {
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size;
    chunks.push({ name: latin1(bytes.subarray(at, at + 4)), start: at, end: Math.min(end, bytes.length) });
    if (end > bytes.length) return { chunks, complete: false };
    at = end + (size % 2);
  }
  return { chunks, complete: bytes.length >= total - 1 };
}

export interface WebpFacts {
  width: number;
  height: number;
  animated: boolean;
  transparent: boolean;
  orientation: number;
  hasLocation: boolean;
  hasMetadata: boolean;
}

export function webpFacts(bytes: Uint8Array): WebpFacts | undefined {
  const { chunks } = walkWebp(bytes);
  const first = chunks[0];
  if (!first) return undefined;
  const body = bytes.subarray(first.start + 8, first.end);
  const frame = frameOf(first.name, body);
  if (!frame) return undefined;
  const exif = chunks.find(({ name }) => name === 'EXIF');
  const xmp = chunks.find(({ name }) => name === 'XMP ');
  const said = exif && readExif(withoutPrefix(bytes.subarray(exif.start + 8, exif.end)));
  const flags = first.name === 'VP8X' ? (body[0] ?? 0) : 0;
  return {
    ...frame,
    animated: (flags & animatedFlag) !== 0,
    transparent: frame.transparent || (flags & alphaFlag) !== 0,
    orientation: said?.orientation ?? 1,
    hasLocation:
      (said?.hasLocation ?? false) ||
      (xmp !== undefined && xmpHasLocation(latin1(bytes.subarray(xmp.start + 8, xmp.end)))),
    hasMetadata: (flags & (exifFlag | xmpFlag)) !== 0 || chunks.some(({ name }) => !picture.has(name)),
  };
}

/** Some writers put JPEG's `Exif\0\0` before the block. */
const withoutPrefix = (exif: Uint8Array) =>
  latin1(exif.subarray(0, 6)) === 'Exif\0\0' ? exif.subarray(6) : exif;

function frameOf(name: string, body: Uint8Array) {
  if (body.length < 10) return undefined;
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const three = (at: number) => view.getUint16(at, true) + ((body[at + 2] ?? 0) << 16) + 1;
  if (name === 'VP8X') return { width: three(4), height: three(7), transparent: false };
  if (name === 'VP8 ')
    return {
      width: view.getUint16(6, true) & 0x3fff,
      height: view.getUint16(8, true) & 0x3fff,
      transparent: false,
    };
  if (name !== 'VP8L') return undefined;
  const bits = view.getUint32(1, true);
  return {
    width: (bits & 0x3fff) + 1,
    height: ((bits >>> 14) & 0x3fff) + 1,
    transparent: ((bits >>> 28) & 1) === 1,
  };
}

/** The same picture without EXIF, XMP and unknown chunks. Undefined when the file is not whole. */
export function stripWebp(bytes: Uint8Array): Uint8Array[] | undefined {
  const { chunks, complete } = walkWebp(bytes);
  const kept = chunks.filter(({ name }) => picture.has(name));
  if (!complete || kept.length === 0) return undefined;
  const parts = kept.flatMap((chunk) => {
    const whole = bytes.slice(chunk.start, chunk.end);
    if (chunk.name === 'VP8X' && whole.length > 8) whole[8] = (whole[8] ?? 0) & ~(exifFlag | xmpFlag);
    return whole.length % 2 === 0 ? [whole] : [whole, new Uint8Array(1)];
  });
  const head = bytes.slice(0, 12);
  const size = parts.reduce((sum, part) => sum + part.length, 4);
  new DataView(head.buffer).setUint32(4, size, true);
  return [head, ...parts];
}
