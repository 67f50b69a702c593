import { AppError } from '../../errors/app-error';
import type { Clock } from '../../platform/clock';
import type { GetBytes, Got } from './plan-stream';

export interface GetOptions {
  fetch: typeof globalThis.fetch;
  clock: Pick<Clock, 'sleep'>;
  signal: AbortSignal;
  /** Which addresses may be asked at all: a page must not aim Ferry at the person's own network. */
  isAllowed: (url: string) => boolean;
}

const waits = [500, 2_000, 6_000];

/** Fetches a piece, and again when the line drops or the server is busy. */
export function createGetBytes({ fetch, clock, signal, isAllowed }: GetOptions): GetBytes {
  return async (url, range) => {
    const { host } = new URL(url);
    if (!isAllowed(url)) throw new AppError('media_forbidden', { facts: { host } });
    for (const wait of [...waits, undefined]) {
      const got = await once(url, range, fetch, signal).catch((error: unknown) => {
        signal.throwIfAborted();
        if (wait === undefined || (error instanceof AppError && error.code !== 'media_unreachable'))
          throw error;
        return undefined;
      });
      // A redirect may lead where the page could not.
      if (got && !isAllowed(got.url)) throw new AppError('media_forbidden', { facts: { host } });
      if (got) return got;
      await clock.sleep(wait ?? 0, signal);
    }
    throw new AppError('media_unreachable', { facts: { host } });
  };
}

async function once(
  url: string,
  range: Parameters<GetBytes>[1],
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<Got> {
  const { host } = new URL(url);
  let response: Response;
  try {
    const headers: HeadersInit = range ? { Range: `bytes=${range[0]}-${range[1] - 1}` } : {};
    response = await fetch(url, { headers, credentials: 'omit', signal });
  } catch (cause) {
    throw new AppError('media_unreachable', { facts: { host }, cause });
  }
  const facts = { host, status: response.status };
  if (response.status === 404 || response.status === 410) throw new AppError('media_gone', { facts });
  if (response.status === 401 || response.status === 403) throw new AppError('media_forbidden', { facts });
  if (!response.ok) throw new AppError('media_unreachable', { facts });
  const whole = new Uint8Array(await response.arrayBuffer());
  const bytes = range && response.status === 200 ? whole.slice(range[0], range[1]) : whole;
  const total = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
  return { bytes, url: response.url || url, ...(total ? { total: Number(total) } : {}) };
}
