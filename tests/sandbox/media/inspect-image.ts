import type { MediaFacts } from './facts.ts';
import type { Inspection } from './inspect-video.ts';

const MAX_BYTES = 20_000_000;

interface Picture {
  format: string;
  width: number;
  height: number;
}

/** Looks into a picture's bytes for what TikTok restricts (tiktok-api.md §6). Its name and type say nothing. */
export function inspectImage(bytes: Buffer): Inspection {
  const picture = readJpeg(bytes) ?? readWebp(bytes);
  if (!picture || bytes.length > MAX_BYTES) return { facts: null, problem: 'file_format_check_failed' };
  const facts: MediaFacts = {
    ...picture,
    codec: null,
    durationSeconds: null,
    frameRate: null,
    hasAudio: false,
  };
  const short = Math.min(picture.width, picture.height);
  const long = Math.max(picture.width, picture.height);
  return { facts, problem: short > 1080 || long > 1920 || short < 1 ? 'picture_size_check_failed' : null };
}

function readJpeg(bytes: Buffer): Picture | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  let at = 2;
  let found: Picture | null = null;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda) break;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      found = { format: 'jpeg', height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  const ended = bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > at;
  return ended ? found : null;
}

function readWebp(bytes: Buffer): Picture | null {
  if (bytes.length < 30 || bytes.toString('latin1', 0, 4) !== 'RIFF') return null;
  if (bytes.toString('latin1', 8, 12) !== 'WEBP' || bytes.readUInt32LE(4) + 8 > bytes.length + 1) return null;
  const kind = bytes.toString('latin1', 12, 16);
  if (kind === 'VP8 ') {
    return {
      format: 'webp',
      width: bytes.readUInt16LE(26) & 0x3fff,
      height: bytes.readUInt16LE(28) & 0x3fff,
    };
  }
  if (kind === 'VP8L') {
    const bits = bytes.readUInt32LE(21);
    return { format: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  const animated = ((bytes[20] ?? 0) & 2) !== 0;
  if (kind !== 'VP8X' || animated) return null;
  return { format: 'webp', width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
}
