import type { PhotoFormat } from '../facts';
import { latin1 } from '../format';
import { readExif } from './tiff';

/** Formats TikTok does not take: only their size matters, and whether they move or let light through. */
export interface OtherFacts {
  width: number;
  height: number;
  animated?: boolean;
  transparent?: boolean;
  orientation?: number;
  hasLocation?: boolean;
  hasMetadata?: boolean;
}

type Reader = (bytes: Uint8Array, view: DataView) => OtherFacts | undefined;

const png: Reader = (bytes, view) => {
  if (bytes.length < 33) return undefined;
  const facts: OtherFacts = { width: view.getUint32(16), height: view.getUint32(20) };
  const colour = bytes[25] ?? 0;
  facts.transparent = colour === 4 || colour === 6;
  for (let at = 8; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at);
    const name = latin1(bytes.subarray(at + 4, at + 8));
    if (name === 'IDAT') break;
    if (name === 'acTL') facts.animated = true;
    if (name === 'tRNS') facts.transparent = true;
    if (name === 'eXIf') {
      Object.assign(facts, readExif(bytes.subarray(at + 8, at + 8 + length)));
      facts.hasMetadata = true;
    }
    if (['tEXt', 'iTXt', 'zTXt'].includes(name)) facts.hasMetadata = true;
    at += 12 + length;
  }
  return facts;
};

const gif: Reader = (bytes, view) =>
  bytes.length < 10
    ? undefined
    : {
        width: view.getUint16(6, true),
        height: view.getUint16(8, true),
        animated: latin1(bytes.subarray(0, 4_096)).includes('NETSCAPE2.0'),
        transparent: true,
      };

const bmp: Reader = (bytes, view) =>
  bytes.length < 26
    ? undefined
    : { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };

/** AVIF and HEIC: the largest of the sizes its parts declare. */
const heif: Reader = (bytes, view) => {
  const text = latin1(bytes);
  let best: OtherFacts | undefined;
  for (let at = text.indexOf('ispe'); at >= 0 && at + 16 <= bytes.length; at = text.indexOf('ispe', at + 4)) {
    const found = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (!best || found.width * found.height > best.width * best.height) best = found;
  }
  if (!best) return undefined;
  const turned = text.includes('irot') && ((bytes[text.indexOf('irot') + 4] ?? 0) & 1) === 1;
  const { width, height } = best;
  return {
    ...(turned ? { width: height, height: width } : best),
    animated: text.slice(8, 12) === 'avis',
    transparent: text.includes('auxC'),
    hasMetadata: text.includes('Exif'),
  };
};

const svg: Reader = (bytes) => {
  const text = latin1(bytes);
  const box = /viewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(text);
  return { width: Math.round(Number(box?.[1] ?? 300)), height: Math.round(Number(box?.[2] ?? 150)) };
};

const readers: Partial<Record<PhotoFormat, Reader>> = { png, gif, bmp, avif: heif, heic: heif, svg };

/** Whether a photo of this kind can be measured here: of the others not even its size is known. */
export const isMeasured = (format: PhotoFormat): boolean => format in readers;

/** Undefined when more of the file is needed, or when it is beyond us. */
export function otherFacts(format: PhotoFormat, bytes: Uint8Array): OtherFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return readers[format]?.(bytes, view);
}
