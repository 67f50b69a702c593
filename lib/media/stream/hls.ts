import { AppError } from '../../errors/app-error';
import type { Piece, Version } from './tracks';

/** One line of a playlist that means something: a tag with its attributes, or an address. */
interface Line {
  tag: string | undefined;
  text: string;
  attributes: Readonly<Record<string, string>>;
}

/** A playlist longer than any film TikTok takes is no playlist for us. */
const maxLines = 200_000;

function linesOf(text: string): Line[] {
  const lines = text.split(/\r?\n/);
  if (lines[0]?.trim().replace(/^\ufeff/, '') !== '#EXTM3U' || lines.length > maxLines)
    throw new AppError('stream_broken');
  return lines.flatMap((raw): Line[] => {
    const line = raw.trim();
    if (line === '') return [];
    if (!line.startsWith('#')) return [{ tag: undefined, text: line, attributes: {} }];
    if (!line.startsWith('#EXT')) return [];
    const colon = line.indexOf(':');
    const [tag, rest] = colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 1)];
    return [{ tag, text: rest, attributes: attributesOf(rest) }];
  });
}

function attributesOf(text: string): Record<string, string> {
  const found = text.matchAll(/([A-Z0-9-]+)=(?:"([^"]*)"|([^,]*))/g);
  return Object.fromEntries([...found].map(([, name = '', quoted, plain]) => [name, quoted ?? plain ?? '']));
}

export interface HlsVersion extends Version {
  url: string;
  /** Where its sound is, when it is apart. */
  audioUrl?: string | undefined;
}

/** The versions a master playlist offers; undefined when it is the playlist of one version itself. */
export function readMaster(text: string, base: string): HlsVersion[] | undefined {
  const lines = linesOf(text);
  if (!lines.some(({ tag }) => tag === '#EXT-X-STREAM-INF')) return undefined;
  for (const { tag, attributes } of lines) if (tag === '#EXT-X-SESSION-KEY') assertOpen(attributes);
  const sounds = lines.filter(
    ({ tag, attributes }) => tag === '#EXT-X-MEDIA' && attributes.TYPE === 'AUDIO' && attributes.URI,
  );
  return lines.flatMap(({ tag, attributes }, at): HlsVersion[] => {
    const next = lines[at + 1];
    if (tag !== '#EXT-X-STREAM-INF' || !next || next.tag !== undefined) return [];
    const [width, height] = (attributes.RESOLUTION ?? '').split('x').map(Number);
    const group = sounds.filter((sound) => sound.attributes['GROUP-ID'] === attributes.AUDIO);
    const sound = group.find((one) => one.attributes.DEFAULT === 'YES') ?? group[0];
    return [
      {
        url: new URL(next.text, base).href,
        bandwidth: Number(attributes.BANDWIDTH) || 0,
        width: width || undefined,
        height: height || undefined,
        codecs: attributes.CODECS,
        audioUrl: sound && new URL(sound.attributes.URI ?? '', base).href,
      },
    ];
  });
}

export interface HlsTrack {
  pieces: Piece[];
  duration: number;
}

/** The pieces of one version. Refuses what is still going on, what is protected, and what has breaks in its time. */
export function readMedia(text: string, base: string): HlsTrack {
  const lines = linesOf(text);
  if (!lines.some(({ tag }) => tag === '#EXT-X-ENDLIST')) throw new AppError('stream_live');
  const reader = createReader(base);
  for (const line of lines) reader.take(line);
  if (reader.pieces.length === 0) throw new AppError('stream_broken');
  return { pieces: reader.pieces, duration: reader.duration() };
}

function createReader(base: string) {
  const pieces: Piece[] = [];
  let duration = 0;
  let sequence = 0;
  let range: string | undefined;
  let end = 0;
  let key: Line['attributes'] | undefined;

  const rangeOf = (text: string, from: number): readonly [number, number] => {
    const [length = 0, start = from] = text.split('@').map(Number);
    if (!Number.isSafeInteger(start + length) || length <= 0) throw new AppError('stream_broken');
    return [start, start + length];
  };
  const keyOf = (): Pick<Piece, 'key'> =>
    key?.METHOD === 'AES-128'
      ? { key: { url: new URL(key.URI ?? '', base).href, iv: vectorOf(key.IV, sequence) } }
      : {};

  const takeTag: Record<string, (line: Line) => void> = {
    '#EXTINF': ({ text }) => {
      duration += Number.parseFloat(text) || 0;
    },
    '#EXT-X-MEDIA-SEQUENCE': ({ text }) => {
      sequence = Number(text) || 0;
    },
    '#EXT-X-BYTERANGE': ({ text }) => {
      range = text;
    },
    '#EXT-X-KEY': ({ attributes }) => {
      assertOpen(attributes);
      key = attributes;
    },
    '#EXT-X-MAP': ({ attributes }) => {
      if (pieces.length > 0) throw new AppError('stream_with_breaks');
      const url = new URL(attributes.URI ?? '', base).href;
      const bytes = attributes.BYTERANGE;
      pieces.push({ url, ...(bytes ? { range: rangeOf(bytes, 0) } : {}), ...keyOf() });
    },
    '#EXT-X-DISCONTINUITY': () => {
      if (duration > 0) throw new AppError('stream_with_breaks');
    },
  };

  return {
    pieces,
    duration: () => duration,
    take(line: Line): void {
      if (line.tag !== undefined) {
        takeTag[line.tag]?.(line);
        return;
      }
      const bytes = range === undefined ? undefined : rangeOf(range, end);
      pieces.push({ url: new URL(line.text, base).href, ...(bytes ? { range: bytes } : {}), ...keyOf() });
      end = bytes?.[1] ?? 0;
      range = undefined;
      sequence += 1;
    },
  };
}

/** AES-128 with an open key guards the way, not the work: whoever may watch it is given the key. The rest is DRM. */
function assertOpen({ METHOD, KEYFORMAT = 'identity' }: Line['attributes']): void {
  if (METHOD === 'NONE' || METHOD === undefined) return;
  if (METHOD !== 'AES-128' || KEYFORMAT !== 'identity') throw new AppError('stream_protected');
}

function vectorOf(written: string | undefined, sequence: number): Uint8Array<ArrayBuffer> {
  const vector = new Uint8Array(16);
  const digits = written?.replace(/^0x/i, '').padStart(32, '0');
  if (digits && /^[0-9a-f]{32}$/i.test(digits))
    for (let at = 0; at < 16; at++) vector[at] = Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16);
  else new DataView(vector.buffer).setUint32(12, sequence);
  return vector;
}
