import { AppError } from '../../errors/app-error';
import { type Bytes, blobBytes } from '../bytes';
import type { PartWriter } from '../stash';
import type { GetBytes } from './plan-stream';
import type { Piece } from './tracks';

export interface TrackOrder {
  pieces: readonly Piece[];
  writer: PartWriter;
  get: GetBytes;
  /** Where each piece that was begun ends in the file; longer than what is safely there. */
  ends: readonly number[];
  /** Persists the ends before the bytes are written. */
  keep: (ends: number[]) => Promise<void>;
  /** A piece more is there. */
  grew: (bytes: number) => void;
  signal: AbortSignal;
}

/** Fetched ahead while one is written: hides the way to the server, holds little in memory. */
const ahead = 4;

/** Appends a track's pieces to its file, going on after the last piece that is safely there. */
export async function fetchTrack(order: TrackOrder): Promise<void> {
  const { pieces, writer, keep, grew, signal } = order;
  const safe = writer.flushed;
  const ends = safe === 0 ? [] : order.ends.slice(0, order.ends.indexOf(safe) + 1);
  if (safe > 0 && ends.length === 0) throw new AppError('unexpected', { cause: 'a piece was cut' });
  const open = createOpener(order);
  const coming = new Map<number, Promise<Uint8Array<ArrayBuffer>>>();
  for (let at = ends.length; at < pieces.length; at++) {
    signal.throwIfAborted();
    for (let soon = at; soon < Math.min(at + ahead, pieces.length); soon++) {
      const piece = pieces[soon];
      if (!piece || coming.has(soon)) continue;
      const bytes = open(piece);
      // Whoever waits for it hears of the failure; until then it must not count as unheard.
      bytes.catch(() => undefined);
      coming.set(soon, bytes);
    }
    const bytes = await coming.get(at);
    coming.delete(at);
    if (!bytes) throw new AppError('stream_broken');
    ends.push((ends.at(-1) ?? 0) + bytes.byteLength);
    await keep(ends);
    await writer.write(bytes);
    grew(bytes.byteLength);
  }
}

/** The first pieces of a track: enough to know what it is. */
export async function openBeginning(pieces: readonly Piece[], get: GetBytes): Promise<Bytes> {
  const open = createOpener({ get });
  const [only] = pieces;
  const isOneFile = pieces.length === 1 && only !== undefined && !only.range && !only.key;
  const first = isOneFile ? [{ ...only, range: [0, oneFileLook] as const }] : pieces.slice(0, 2);
  return blobBytes(new Blob(await Promise.all(first.map(open))));
}

/** A track that is one plain file: its index stands at its beginning. */
const oneFileLook = 2 << 20;

function createOpener({ get }: Pick<TrackOrder, 'get'>) {
  const keys = new Map<string, Promise<CryptoKey>>();
  const keyOf = (url: string) => {
    const known = keys.get(url) ?? fetchKey(url, get);
    keys.set(url, known);
    return known;
  };
  return async ({ url, range, key }: Piece): Promise<Uint8Array<ArrayBuffer>> => {
    const { bytes } = await get(url, range);
    if (!key) return bytes;
    try {
      const plain = await crypto.subtle.decrypt({ name: 'AES-CBC', iv: key.iv }, await keyOf(key.url), bytes);
      return new Uint8Array(plain);
    } catch (cause) {
      throw cause instanceof AppError ? cause : new AppError('stream_protected', { cause });
    }
  };
}

async function fetchKey(url: string, get: GetBytes): Promise<CryptoKey> {
  const { bytes } = await get(url, undefined);
  if (bytes.byteLength !== 16) throw new AppError('stream_protected');
  return crypto.subtle.importKey('raw', bytes, 'AES-CBC', false, ['decrypt']);
}
