import { AppError } from '../../errors/app-error';
import { firstBytes, wholeBody } from '../../platform/bounded-body';
import type { Clock } from '../../platform/clock';
import type { GetBytes, Got } from './plan-stream';

export interface GetOptions {
  fetch: typeof globalThis.fetch;
  clock: Pick<Clock, 'sleep'>;
  signal: AbortSignal;
  /** Which addresses may be asked at all: a page must not aim Ferry at the person's own network. */
  isAllowed: (url: string) => boolean;
}

/** Pieces are seconds long; one that is larger than this would only fill the memory. */
export const largestPiece = 256_000_000;

const waits = [500, 2_000, 6_000];

/** Fetches a piece, and again when the line drops or the server is busy. */
export function createGetBytes({ fetch, clock, signal, isAllowed }: GetOptions): GetBytes {
  return async (url, range) => {
    const { host } = new URL(url);
    if (!isAllowed(url)) throw new AppError('media_forbidden', { facts: { host } });
    for (const wait of [...waits, undefined]) {
      const got = await once(url, range, { fetch, signal, isAllowed }).catch((error: unknown) => {
        signal.throwIfAborted();
        if (wait === undefined || (error instanceof AppError && error.code !== 'media_unreachable'))
          throw error;
        return undefined;
      });
      if (got) return got;
      await clock.sleep(wait ?? 0, signal);
    }
    throw new AppError('media_unreachable', { facts: { host } });
  };
}

async function once(
  url: string,
  range: Parameters<GetBytes>[1],
  { fetch, signal, isAllowed }: Omit<GetOptions, 'clock'>,
): Promise<Got> {
  const { host } = new URL(url);
  let response: Response;
  try {
    const headers: HeadersInit = range ? { Range: `bytes=${range[0]}-${range[1] - 1}` } : {};
    response = await fetch(url, { headers, credentials: 'omit', signal });
  } catch (cause) {
    throw new AppError('media_unreachable', { facts: { host }, cause });
  }
  // A redirect may lead where the page could not.
  const last = response.url || url;
  if (!isAllowed(last)) {
    await response.body?.cancel();
    throw new AppError('media_forbidden', { facts: { host } });
  }
  const facts = { host, status: response.status };
  if (response.status === 404 || response.status === 410) throw new AppError('media_gone', { facts });
  if (response.status === 401 || response.status === 403) throw new AppError('media_forbidden', { facts });
  if (!response.ok) throw new AppError('media_unreachable', { facts });
  const bytes = await bytesOf(response, range, host);
  if (!bytes) throw new AppError('stream_broken');
  const total = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
  return { bytes, url: last, ...(total ? { total: Number(total) } : {}) };
}

/** The piece that was asked for, also of a server that ignores ranges; undefined where it is too large. */
async function bytesOf(response: Response, range: Parameters<GetBytes>[1], host: string) {
  try {
    if (!range || response.status !== 200) return await wholeBody(response, largestPiece);
    if (range[1] > largestPiece) {
      await response.body?.cancel();
      return undefined;
    }
    return (await firstBytes(response, range[1])).slice(range[0]);
  } catch (cause) {
    throw new AppError('media_unreachable', { facts: { host }, cause });
  }
}
