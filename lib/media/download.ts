import { AppError, asAppError } from '../errors/app-error';
import type { Clock } from '../platform/clock';
import { isPublicHost } from '../platform/public-host';
import { formatOf } from './format';
import { joined } from './joined';
import type { PartWriter, Stash, StashEntry } from './stash';

/** How far the fetching of one file is. */
export interface Progressed {
  url: string;
  key: string;
  /** ETag or date of what was begun: going on is only right while it is the same. */
  validator?: string | undefined;
}

export interface DownloadParts {
  fetch: typeof globalThis.fetch;
  stash: Pick<Stash, 'append' | 'remove'>;
  clock: Clock;
  isOnline: () => boolean;
  /** Bytes that may still be stored; undefined where the browser does not say. */
  room: () => Promise<number | undefined>;
}

export interface Wanted {
  url: string;
  kind: 'video' | 'photo';
  key: string;
  /** What an earlier run noted about this very key. */
  validator: string | undefined;
  /** Ferry may read this address whatever its server says. */
  isGranted: boolean;
  most: number;
}

export interface DownloadTools {
  signal: AbortSignal;
  progress: (done: number, total: number) => void;
  begun: (progressed: Progressed) => Promise<void>;
}

/** Nothing comes for this long: the line is dead. */
const patience = 30_000;
/** Enough of a file to know what it is. */
const headSize = 4_096;

/** Brings one address into the stash, from where an earlier run left off. Memory stays flat whatever its size. */
export async function download(
  parts: DownloadParts,
  wanted: Wanted,
  tools: DownloadTools,
): Promise<StashEntry> {
  const { host } = assertPublic(wanted.url);
  const about = { name: nameOf(wanted.url), type: '' };
  let writer = await parts.stash.append(wanted.key, about);
  const response = await request(parts, wanted, writer.flushed, tools.signal);
  assertPublic(response.url || wanted.url);
  if (response.status === 416 && writer.flushed > 0) {
    await response.body?.cancel();
    if (totalOf(response, 0) === writer.flushed)
      return writer.finish({ type: typeOf(response, wanted.kind) });
    // What is there now is shorter than what was begun: another file.
    await parts.stash.remove(wanted.key);
    throw new AppError('media_unreachable', { facts: { host } });
  }
  if (!response.ok) throw refusal(response.status, host);
  if (response.status === 206 && writer.flushed > 0 && isOther(wanted.validator, validatorOf(response))) {
    // Two halves of two files: begun anew when it is tried again.
    await response.body?.cancel();
    await parts.stash.remove(wanted.key);
    throw new AppError('media_unreachable', { facts: { host } });
  }
  if (response.status !== 206 && writer.flushed > 0) {
    // The server begins anew, and what was begun may be another file.
    await parts.stash.remove(wanted.key);
    writer = await parts.stash.append(wanted.key, about);
  }
  const total = totalOf(response, writer.flushed);
  await assertRoom(parts, wanted, total, writer.flushed);
  await tools.begun({ url: wanted.url, key: wanted.key, validator: validatorOf(response) });
  await pour(parts, response, writer, { ...wanted, total, host }, tools);
  return writer.finish({ type: typeOf(response, wanted.kind) });
}

async function request(
  { fetch, isOnline }: DownloadParts,
  { url, isGranted, validator }: Wanted,
  from: number,
  signal: AbortSignal,
): Promise<Response> {
  const { host } = new URL(url);
  // If-Range would make a server that was not granted refuse the whole request; there the range alone must do.
  const resume =
    from > 0 ? { Range: `bytes=${from}-`, ...(isGranted && validator ? { 'If-Range': validator } : {}) } : {};
  const ask = (credentials: RequestCredentials) => fetch(url, { headers: resume, credentials, signal });
  try {
    const response = await ask('omit');
    // The person is looking at it, so their own session may well be what opens it.
    return isGranted && (response.status === 401 || response.status === 403)
      ? await ask('include')
      : response;
  } catch (cause) {
    signal.throwIfAborted();
    if (!isOnline()) throw new AppError('offline', { facts: { host }, cause });
    throw new AppError(await whyUnreadable(fetch, url, isGranted), { facts: { host }, cause });
  }
}

/** A browser tells only that it failed; what can be seen of the reason without reading anything is seen here. */
async function whyUnreadable(fetch: typeof globalThis.fetch, url: string, isGranted: boolean) {
  try {
    const how: RequestInit = isGranted ? { redirect: 'manual' } : { mode: 'no-cors' };
    const { type } = await fetch(url, { method: 'HEAD', credentials: 'omit', ...how });
    if (!isGranted) return 'site_not_granted';
    return type === 'opaqueredirect' ? 'site_redirects' : 'media_unreachable';
  } catch {
    return isGranted ? 'media_unreachable' : 'network';
  }
}

interface Pouring extends Wanted {
  total: number | undefined;
  host: string;
}

async function pour(
  { clock }: DownloadParts,
  response: Response,
  writer: PartWriter,
  { kind, total, most, host }: Pouring,
  { signal, progress }: DownloadTools,
): Promise<void> {
  const reader = response.body?.getReader();
  if (!reader) throw new AppError('media_empty');
  let done = writer.flushed;
  let head: Uint8Array<ArrayBuffer> | undefined = done === 0 ? new Uint8Array() : undefined;
  try {
    for (;;) {
      const chunk = await inTime(reader.read(), clock, signal, host);
      if (head && (chunk.done || head.length + chunk.value.length >= headSize)) {
        assertKind(chunk.done ? head : joined([head, chunk.value]), kind);
        head = undefined;
      } else if (head && chunk.value) {
        head = joined([head, chunk.value]);
      }
      if (chunk.done) break;
      done += chunk.value.length;
      if (done > most) throw tooBig(done, most);
      await writer.write(chunk.value);
      progress(done, total ?? 0);
    }
  } catch (error) {
    await reader.cancel().catch(() => {});
    await writer.pause().catch(() => {});
    signal.throwIfAborted();
    throw error instanceof AppError
      ? error
      : new AppError('media_unreachable', { facts: { host }, cause: error });
  }
  if (total !== undefined && done < total) throw new AppError('media_unreachable', { facts: { host } });
}

/** Waits for bytes, but not for ever. */
async function inTime<T>(read: Promise<T>, clock: Clock, signal: AbortSignal, host: string): Promise<T> {
  const arrived = new AbortController();
  const late = clock.sleep(patience, AbortSignal.any([arrived.signal, signal])).then(() => {
    throw new AppError('timeout', { facts: { host } });
  });
  try {
    return await Promise.race([read, late]);
  } finally {
    arrived.abort();
    late.catch(() => {});
  }
}

function assertPublic(address: string): URL {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) throw new AppError('page_only_media');
  if (!isPublicHost(url.hostname)) throw new AppError('address_not_public', { facts: { host: url.host } });
  return url;
}

function assertKind(head: Uint8Array, kind: Wanted['kind']): void {
  if (head.length === 0) throw new AppError('media_empty');
  const found = formatOf(head);
  if (found.kind === kind) return;
  if (found.kind === 'playlist') throw new AppError('media_is_playlist');
  const format = found.kind === 'other' || found.kind === 'photo' ? found.format : found.kind;
  throw new AppError(format === 'html' ? 'media_is_page' : 'media_unsupported', { facts: { format } });
}

async function assertRoom(
  { room }: DownloadParts,
  { most }: Wanted,
  total: number | undefined,
  have: number,
) {
  if (total === undefined) return;
  if (total > most) throw tooBig(total, most);
  const free = await room();
  if (free !== undefined && total - have > free) throw new AppError('storage_full');
}

const tooBig = (size: number, most: number) =>
  new AppError('video_too_big', { facts: { gigabytes: Math.round(size / 1e8) / 10, limit: most / 1e9 } });

function refusal(status: number, host: string): AppError {
  const facts = { host, status };
  if (status === 404 || status === 410) return new AppError('media_gone', { facts });
  return new AppError(status === 401 || status === 403 ? 'media_forbidden' : 'media_unreachable', { facts });
}

/** The size of the whole, where the server says it and what it says counts the bytes we get. */
function totalOf({ status, headers }: Response, flushed: number): number | undefined {
  const range = /\/(\d{1,15})$/.exec(headers.get('content-range') ?? '')?.[1];
  if (range !== undefined) return Number(range);
  const length = headers.get('content-length');
  if (!length || headers.has('content-encoding')) return undefined;
  return status === 206 ? flushed + Number(length) : Number(length);
}

const validatorOf = ({ headers }: Response): string | undefined => {
  const etag = headers.get('etag');
  // A weak tag does not promise the same bytes.
  return etag && !etag.startsWith('W/') ? etag : (headers.get('last-modified') ?? undefined);
};

const isOther = (begun: string | undefined, now: string | undefined): boolean =>
  begun !== undefined && now !== undefined && begun !== now;

function typeOf({ headers }: Response, kind: Wanted['kind']): string {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  const family = kind === 'photo' ? 'image/' : 'video/';
  return type.startsWith(family) ? type : kind === 'photo' ? 'image/jpeg' : 'video/mp4';
}

const nameOf = (url: string): string => {
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  return last.replace(/[^\w.-]+/g, '-').slice(-100) || 'media';
};

/** Another address of the same picture may do where this one did not. */
export function isAddressAtFault(error: unknown): boolean {
  return !['storage_full', 'offline', 'publish_cancelled', 'video_too_big'].includes(asAppError(error).code);
}
