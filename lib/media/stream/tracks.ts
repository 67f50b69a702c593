/** A stretch of bytes of a stream, in the order of playing. */
export interface Piece {
  url: string;
  /** [start, end) of the address; absent for all of it. */
  range?: readonly [start: number, end: number];
  /** AES-128: where the key is and the vector it was begun with. */
  key?: { url: string; iv: Uint8Array<ArrayBuffer> };
}

/** One track of a stream: its pieces, put one after the other, are a file that can be read. */
export interface StreamTrack {
  kind: 'video' | 'audio';
  pieces: Piece[];
}

/** A stream as it will be fetched: one track with everything in it, or pictures and sound apart. */
export interface StreamPlan {
  tracks: StreamTrack[];
  /** Seconds, where the stream says. */
  duration?: number | undefined;
}

/** How good a version of a stream is for us: H.264 that needs no re-encoding first, then the sharpest up to 1080p. */
export interface Version {
  bandwidth: number;
  width?: number | undefined;
  height?: number | undefined;
  codecs?: string | undefined;
}

const mostShortSide = 1_080;

function rank({ width, height, codecs, bandwidth }: Version): number[] {
  const isH264 = codecs === undefined || /(^|,)\s*avc[13]\b/.test(codecs);
  const isKnown = codecs !== undefined;
  const isSound = codecs !== undefined && !/avc|hvc|hev|vp0?[89]|av01/.test(codecs) && !height;
  const isSmallEnough = Math.min(width ?? 0, height ?? 0) <= mostShortSide;
  return [
    isSound ? 0 : 1,
    isH264 ? 1 : 0,
    isSmallEnough ? 1 : 0,
    isKnown ? 1 : 0,
    isSmallEnough ? bandwidth : -bandwidth,
  ];
}

/** The best of the versions a stream offers. */
export function bestVersion<V extends Version>(versions: readonly V[]): V | undefined {
  return versions.toSorted((a, b) => {
    const [left, right] = [rank(a), rank(b)];
    const at = left.findIndex((value, index) => value !== right[index]);
    return at < 0 ? 0 : (right[at] ?? 0) - (left[at] ?? 0);
  })[0];
}
