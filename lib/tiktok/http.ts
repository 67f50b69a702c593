import { AppError } from '../errors/app-error';
import { firstBytes } from '../platform/bounded-body';
import type { Clock } from '../platform/clock';

export const apiOrigin = 'https://open.tiktokapis.com';
export type ApiPath = `/v2/${string}/`;

/** Nothing TikTok sends is near this; a body that is, is not TikTok's. */
const bodyLimit = 1_000_000;

/** What came back, as plain data, so that judging it is a pure function. */
export interface Reply {
  status: number;
  text: string;
  /** The body was longer than we were willing to read. */
  truncated: boolean;
  receivedAt: number;
  /** The server's own time, from its Date header. */
  serverTime?: number;
  retryAfterMs?: number;
  logId?: string;
}

export interface ApiCall {
  token: string;
  query?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
}

export type JsonCall = ApiCall & { body?: unknown };

export interface Http {
  get(path: ApiPath, call: ApiCall): Promise<Reply>;
  post(path: ApiPath, call: JsonCall): Promise<Reply>;
  /** For OAuth only: the fields go in the body, never in the address. */
  postForm(address: string, fields: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<Reply>;
}

export interface HttpParts {
  fetch: typeof globalThis.fetch;
  clock: Clock;
  isOnline: () => boolean;
  timeoutMs?: number;
}

export type Send = (address: URL, init: RequestInit, signal?: AbortSignal) => Promise<Reply>;

/** One request over https that follows no redirect, takes no cookie along unless told to, and ends in time. */
export function createSend({ fetch, clock, isOnline, timeoutMs = 30_000 }: HttpParts): Send {
  return async (address, init, signal) => {
    if (address.protocol !== 'https:') throw new AppError('unexpected', { cause: 'only https is spoken' });
    const deadline = new AbortController();
    const settled = new AbortController();
    clock.sleep(timeoutMs, settled.signal).then(
      () => deadline.abort(),
      () => {},
    );
    try {
      const response = await fetch(address.href, {
        ...init,
        // A redirect would carry a token or a secret to a host nobody chose.
        redirect: 'error',
        credentials: init.credentials ?? 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: signal ? AbortSignal.any([signal, deadline.signal]) : deadline.signal,
      });
      return { ...headersOf(response, clock.now()), ...(await readBounded(response)) };
    } catch (cause) {
      if (signal?.aborted) throw signal.reason;
      if (deadline.signal.aborted) throw new AppError('timeout', { facts: { host: address.host }, cause });
      throw new AppError(isOnline() ? 'network' : 'offline', { facts: { host: address.host }, cause });
    } finally {
      settled.abort();
    }
  };
}

/** Sends and reads; says nothing about what the answer means (that is `judge`). */
export function createHttp(parts: HttpParts): Http {
  const send = createSend(parts);
  return {
    get: (path, { token, query, signal }) =>
      send(addressOf(path, query), { method: 'GET', headers: { Authorization: `Bearer ${token}` } }, signal),
    post: (path, call) => send(addressOf(path, call.query), jsonPost(call), call.signal),
    postForm: (address, fields, signal) =>
      send(
        new URL(address),
        {
          method: 'POST',
          headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams(fields).toString(),
        },
        signal,
      ),
  };
}

export const addressOf = (path: ApiPath, query: ApiCall['query'] = {}) =>
  new URL(`${apiOrigin}${path}?${new URLSearchParams(query)}`.replace(/\?$/, ''));

export const jsonPost = ({ token, body }: JsonCall) => ({
  method: 'POST',
  headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json; charset=UTF-8' },
  body: JSON.stringify(body ?? {}),
});

function headersOf({ status, headers }: Response, receivedAt: number): Omit<Reply, 'text' | 'truncated'> {
  const serverTime = Date.parse(headers.get('date') ?? '');
  const retryAfterMs = readRetryAfter(headers.get('retry-after'), receivedAt);
  const logId = headers.get('x-tt-logid');
  return {
    status,
    receivedAt,
    ...(Number.isNaN(serverTime) ? {} : { serverTime }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(logId ? { logId } : {}),
  };
}

/** Nobody waits longer on a server's word alone: a slip of its clock must not lay an account to rest for years. */
const longestRetryAfter = 24 * 60 * 60_000;

/** Seconds or a date, as HTTP allows; anything else is as good as absent. */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  const value = header?.trim();
  if (!value) return undefined;
  if (/^\d{1,9}$/.test(value)) return Math.min(Number(value) * 1_000, longestRetryAfter);
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.min(Math.max(0, at - now), longestRetryAfter);
}

async function readBounded(response: Response): Promise<Pick<Reply, 'text' | 'truncated'>> {
  const bytes = await firstBytes(response, bodyLimit + 1);
  return { text: new TextDecoder().decode(bytes), truncated: bytes.length > bodyLimit };
}
