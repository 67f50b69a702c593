import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Http2ServerRequest } from 'node:http2';
import type { Writable } from 'node:stream';

/** By HTTP/1.1 or by HTTP/2. */
export type Incoming = IncomingMessage | Http2ServerRequest;
export interface Outgoing extends Writable {
  readonly headersSent: boolean;
  writeHead(status: number, headers?: Readonly<Record<string, string | number>>): unknown;
}

export interface SandboxRequest {
  readonly id: number;
  readonly method: string;
  readonly host: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  /** Empty for a route that streams: it reads `incoming` itself. */
  readonly body: Buffer;
  readonly incoming: Incoming;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** In place of `body`: bytes `start` to `end` (inclusive) of a file. */
  readonly file?: { readonly path: string; readonly start: number; readonly end: number };
}

export interface Route {
  /** What faults, holds, latency and the log call it, such as `video.init`. */
  readonly name: string;
  /** `*` answers every method. `GET` answers HEAD as well. */
  readonly method: string;
  /** A text matches the whole path exactly. */
  readonly path: string | { test(path: string): boolean };
  readonly streams?: boolean;
  handle(request: SandboxRequest): Reply | Promise<Reply>;
}

/** Host name, or `*.suffix`, to what it answers. */
export type HostTable = Readonly<Record<string, readonly Route[]>>;

export function html(text: string, status = 200, headers: Record<string, string> = {}): Reply {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body: text };
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Reply {
  const body = typeof value === 'string' ? value : JSON.stringify(value);
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body };
}

export function redirect(location: string, status = 302): Reply {
  return { status, headers: { location, 'cache-control': 'no-store' }, body: '' };
}

export function text(body: string, status = 200): Reply {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}

export function escapeHtml(value: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return value.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

export async function readBody(incoming: Incoming, limit: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of incoming) {
    size += part.length;
    if (size > limit) throw new BodyTooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

export class BodyTooLarge extends Error {}
