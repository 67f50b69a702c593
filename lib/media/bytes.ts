import { AppError } from '../errors/app-error';
import { firstBytes } from '../platform/bounded-body';
import { isPublicAddress } from '../platform/public-host';

/** A file read in parts: the whole of it is never needed to know what it is. */
export interface Bytes {
  /** Undefined where the server does not say. */
  size(): Promise<number | undefined>;
  /** The bytes of [start, end), or as many of them as there are. */
  read(start: number, end: number): Promise<Uint8Array>;
}

export function blobBytes(blob: Blob): Bytes {
  return {
    size: async () => blob.size,
    read: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  };
}

/** The same bytes, of which no part is read twice: for a look that comes by the same places again. */
export function remembered(bytes: Bytes): Bytes {
  const known: { start: number; data: Uint8Array }[] = [];
  const at = (place: number) =>
    known.find(({ start, data }) => start <= place && place < start + data.length);
  return {
    size: bytes.size,
    async read(start, end) {
      const whole = new Uint8Array(Math.max(0, end - start));
      let place = start;
      while (place < end) {
        const there = at(place);
        const next = Math.min(end, ...known.flatMap((one) => (one.start > place ? [one.start] : [])));
        const data = there ? there.data.subarray(place - there.start) : await bytes.read(place, next);
        if (!there) known.push({ start: place, data });
        if (data.length === 0) break;
        whole.set(data.subarray(0, end - place), place - start);
        place += data.length;
      }
      return whole.subarray(0, Math.min(place, end) - start);
    },
  };
}

export interface UrlBytesOptions {
  fetch: typeof fetch;
  signal?: AbortSignal | undefined;
  /** How much may be fetched in all before it is given up as too costly for a look. */
  budget?: number;
}

/** A server that ignores ranges is read from the start, this far and no further. */
const prefixBytes = 1 << 20;

/** An address read by range requests. */
export function urlBytes(url: string, { fetch, signal, budget = 32 << 20 }: UrlBytesOptions): Bytes {
  const host = new URL(url).host;
  let size: number | undefined;
  let asked = false;
  let prefix: Uint8Array | undefined;
  let spent = 0;

  const read = async (start: number, end: number): Promise<Uint8Array> => {
    if (end <= start) return new Uint8Array();
    if (prefix) return fromPrefix(prefix, start, end, size, host);
    spent += end - start;
    if (spent > budget) throw new AppError('media_needs_whole_file', { facts: { host } });
    const response = await request(start, end);
    asked = true;
    if (response.status === 416) return new Uint8Array();
    if (!response.ok) throw refusal(response.status, host);
    if (response.status === 206) {
      size ??= totalOf(response.headers.get('content-range'));
      return firstBytes(response, end - start);
    }
    const length = Number(response.headers.get('content-length') ?? Number.NaN);
    if (Number.isSafeInteger(length) && !response.headers.has('content-encoding')) size = length;
    prefix = await firstBytes(response, prefixBytes);
    if (prefix.length < prefixBytes) size = prefix.length;
    return fromPrefix(prefix, start, end, size, host);
  };

  const request = async (start: number, end: number) => {
    let response: Response;
    try {
      response = await fetch(url, {
        headers: { Range: `bytes=${start}-${end - 1}` },
        credentials: 'omit',
        ...(signal ? { signal } : {}),
      });
    } catch (cause) {
      signal?.throwIfAborted();
      throw new AppError('media_unreachable', { facts: { host }, cause });
    }
    // A redirect may lead where the page could not.
    if (!isPublicAddress(response.url || url)) {
      await response.body?.cancel();
      throw new AppError('address_not_public', { facts: { host } });
    }
    return response;
  };

  return {
    read,
    async size() {
      if (!asked) await read(0, 1);
      return size;
    },
  };
}

function fromPrefix(
  prefix: Uint8Array,
  start: number,
  end: number,
  size: number | undefined,
  host: string,
): Uint8Array {
  const known = Math.min(end, size ?? end);
  if (known > prefix.length) throw new AppError('media_needs_whole_file', { facts: { host } });
  return prefix.subarray(start, known);
}

function refusal(status: number, host: string): AppError {
  const facts = { host, status };
  if (status === 404 || status === 410) return new AppError('media_gone', { facts });
  if (status === 401 || status === 403) return new AppError('media_forbidden', { facts });
  return new AppError('media_unreachable', { facts });
}

function totalOf(contentRange: string | null): number | undefined {
  const total = /\/(\d+)$/.exec(contentRange ?? '')?.[1];
  return total === undefined ? undefined : Number(total);
}
