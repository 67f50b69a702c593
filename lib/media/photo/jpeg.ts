import { latin1 } from '../format';
import { type Exif, readExif, xmpHasLocation } from './tiff';

/** One marker of a JPEG with what belongs to it; for a scan that includes the coded picture. */
export interface Segment {
  marker: number;
  start: number;
  end: number;
}

export interface Jpeg {
  segments: Segment[];
  /** Whether the end of the picture was reached. */
  complete: boolean;
}

const SOS = 0xda;
const EOI = 0xd9;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const COM = 0xfe;
const isApp = (marker: number) => marker >= APP0 && marker <= 0xef;
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;
/** Start of frame: all of C0…CF but the tables that live among them. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Arithmetic and lossless coding are in the standard, and in no browser. */
export const isCodedAsUsual = ({ segments }: Jpeg): boolean =>
  segments.every(({ marker }) => !isFrame(marker) || marker <= 0xc2);

/** Walks the markers of as much of a JPEG as is given. */
export function walkJpeg(bytes: Uint8Array): Jpeg {
  const segments: Segment[] = [];
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) {
      at++;
      continue;
    }
    const marker = bytes[at + 1] ?? 0;
    if (marker === EOI) {
      segments.push({ marker, start: at, end: at + 2 });
      return { segments, complete: true };
    }
    if (marker === 0xff || marker === 0 || marker === 1 || marker === 0xd8 || isRestart(marker)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const headEnd = at + 2 + Math.max(2, length);
    if (headEnd > bytes.length) break;
    const end = marker === SOS ? endOfScan(bytes, headEnd) : headEnd;
    segments.push({ marker, start: at, end });
    at = end;
  }
  return { segments, complete: false };
}

function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0) {
    const marker = bytes[at + 1];
    if (marker !== undefined && marker !== 0 && marker !== 0xff && !isRestart(marker)) return at;
    at = bytes.indexOf(0xff, at + 1);
  }
  return bytes.length;
}

export interface JpegFacts extends Exif {
  width: number;
  height: number;
  cmyk: boolean;
  hasMetadata: boolean;
}

/** Undefined until enough of the file is there to hold the frame header. */
export function jpegFacts(bytes: Uint8Array): JpegFacts | undefined {
  const { segments } = walkJpeg(bytes);
  const frame = segments.find(({ marker }) => isFrame(marker));
  if (!frame) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + frame.start, frame.end - frame.start);
  if (view.byteLength < 10) return undefined;
  const facts: JpegFacts = {
    height: view.getUint16(5),
    width: view.getUint16(7),
    cmyk: view.getUint8(9) === 4,
    orientation: 1,
    hasLocation: false,
    hasMetadata: segments.some((segment) => !isKept(bytes, segment)),
  };
  for (const segment of segments) {
    if (segment.marker !== APP1) continue;
    const payload = bytes.subarray(segment.start + 4, segment.end);
    const name = latin1(payload.subarray(0, 29));
    if (name.startsWith('Exif\0')) {
      const exif = readExif(payload.subarray(6));
      facts.orientation = exif.orientation;
      facts.hasLocation ||= exif.hasLocation;
    } else if (name.startsWith('http://ns.adobe.com/xap/1.0/')) {
      facts.hasLocation ||= xmpHasLocation(latin1(payload));
    }
  }
  return facts;
}

/** What a viewer needs: the picture itself, its colour profile and Adobe's colour transform. Nothing that tells. */
function isKept(bytes: Uint8Array, { marker, start }: Segment): boolean {
  if (marker === COM) return false;
  if (!isApp(marker)) return true;
  const name = latin1(bytes.subarray(start + 4, start + 16));
  if (marker === APP0) return name.startsWith('JFIF\0');
  if (marker === APP2) return name.startsWith('ICC_PROFILE\0');
  return marker === APP14 && name.startsWith('Adobe');
}

/**
 * The same picture, bit for bit, without anything that tells about its maker. What follows the end of the
 * picture (a second picture, a hidden film) goes too. Undefined when the file is not whole.
 */
export function stripJpeg(bytes: Uint8Array): Uint8Array[] | undefined {
  const { segments, complete } = walkJpeg(bytes);
  if (!complete || !segments.some(({ marker }) => marker === SOS)) return undefined;
  const kept = segments.filter((segment) => isKept(bytes, segment));
  return [bytes.subarray(0, 2), ...kept.map(({ start, end }) => bytes.subarray(start, end))];
}
