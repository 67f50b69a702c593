import type { PhotoFormat } from './facts';

/** What a file is by its first bytes; its name and its Content-Type are only claims. */
export type Format =
  | { kind: 'photo'; format: PhotoFormat }
  | { kind: 'video' }
  | { kind: 'playlist'; format: 'hls' | 'dash' }
  | { kind: 'other'; format: string };

const signatures: ReadonlyArray<readonly [prefix: string, Format]> = [
  ['\xff\xd8\xff', { kind: 'photo', format: 'jpeg' }],
  ['\x89PNG\r\n\x1a\n', { kind: 'photo', format: 'png' }],
  ['GIF87a', { kind: 'photo', format: 'gif' }],
  ['GIF89a', { kind: 'photo', format: 'gif' }],
  ['BM', { kind: 'photo', format: 'bmp' }],
  ['II*\0', { kind: 'photo', format: 'tiff' }],
  ['MM\0*', { kind: 'photo', format: 'tiff' }],
  ['\xff\x0a', { kind: 'photo', format: 'jxl' }],
  ['\0\0\0\x0cJXL ', { kind: 'photo', format: 'jxl' }],
  ['\x1a\x45\xdf\xa3', { kind: 'video' }],
  ['#EXTM3U', { kind: 'playlist', format: 'hls' }],
  ['PK\x03\x04', { kind: 'other', format: 'zip' }],
  ['%PDF', { kind: 'other', format: 'pdf' }],
  ['Rar!', { kind: 'other', format: 'rar' }],
  ['FLV', { kind: 'other', format: 'flv' }],
  ['\x30\x26\xb2\x75', { kind: 'other', format: 'wmv' }],
  ['\0\0\x01\xba', { kind: 'other', format: 'mpeg' }],
  ['ID3', { kind: 'other', format: 'mp3' }],
  ['OggS', { kind: 'other', format: 'ogg' }],
];

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);
const isoBoxes = new Set(['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'styp', 'moof', 'sidx', 'pnot']);

export function formatOf(head: Uint8Array): Format {
  const text = latin1(head.subarray(0, 1_024));
  const known = signatures.find(([prefix]) => text.startsWith(prefix));
  if (known) return known[1];
  if (text.startsWith('RIFF')) return riff(text.slice(8, 12));
  if (isoBoxes.has(text.slice(4, 8))) return isoFile(text);
  if (isTransportStream(head)) return { kind: 'video' };
  return markup(text);
}

function riff(form: string): Format {
  if (form === 'WEBP') return { kind: 'photo', format: 'webp' };
  return { kind: 'other', format: form === 'AVI ' ? 'avi' : form === 'WAVE' ? 'wav' : 'riff' };
}

function isoFile(text: string): Format {
  if (text.slice(4, 8) !== 'ftyp') return { kind: 'video' };
  const size = text.charCodeAt(2) * 256 + text.charCodeAt(3);
  const brands = [text.slice(8, 12), ...(text.slice(16, size).match(/.{4}/gs) ?? [])];
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) return { kind: 'photo', format: 'avif' };
  if (heicBrands.has(text.slice(8, 12))) return { kind: 'photo', format: 'heic' };
  return { kind: 'video' };
}

function isTransportStream(head: Uint8Array): boolean {
  const packets = [0, 188, 376].filter((at) => at < head.length);
  return packets.length > 0 && head.length >= 188 && packets.every((at) => head[at] === 0x47);
}

function markup(text: string): Format {
  const start = text
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  if (/^(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<svg[\s>]/s.test(start)) return { kind: 'photo', format: 'svg' };
  if (/^(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<mpd[\s>]/s.test(start))
    return { kind: 'playlist', format: 'dash' };
  if (/^<(!doctype html|html|head|body)/.test(start)) return { kind: 'other', format: 'html' };
  if (start.startsWith('{') || start.startsWith('[')) return { kind: 'other', format: 'json' };
  return { kind: 'other', format: 'unknown' };
}

export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
