import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Reply, SandboxRequest } from '../http.ts';

export const FIXTURES = fileURLToPath(new URL('../../fixtures/media/', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.jpg': 'image/jpeg',
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.mp4': 'video/mp4',
  '.mpd': 'application/dash+xml',
  '.png': 'image/png',
  '.ts': 'video/mp2t',
  '.webm': 'video/webm',
  '.webp': 'image/webp',
};

export interface ServeOptions {
  type?: string;
  headers?: Readonly<Record<string, string>>;
}

/** A file as an ordinary CDN gives it: ETag, Range, If-Range, If-None-Match. */
export function serveFile(request: SandboxRequest, path: string, options: ServeOptions = {}): Reply {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not found' };
  const etag = `"${createHash('sha1').update(`${path} ${stat.size} ${stat.mtimeMs}`).digest('hex').slice(0, 16)}"`;
  const headers = {
    'content-type': options.type ?? TYPES[extname(path)] ?? 'application/octet-stream',
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=3600',
    etag,
    ...options.headers,
  };
  if (request.headers['if-none-match'] === etag) return { status: 304, headers };
  const range = rangeOf(request, etag, stat.size);
  if (range === 'unsatisfiable')
    return { status: 416, headers: { ...headers, 'content-range': `bytes */${stat.size}` } };
  if (!range) return { status: 200, headers, ...slice(path, 0, stat.size - 1) };
  const contentRange = `bytes ${range.start}-${range.end}/${stat.size}`;
  return {
    status: 206,
    headers: { ...headers, 'content-range': contentRange },
    ...slice(path, range.start, range.end),
  };
}

/** One of the committed media files, such as `photos/vase-sage.jpg`. */
export function serveFixture(request: SandboxRequest, name: string, options: ServeOptions = {}): Reply {
  return serveFile(request, join(FIXTURES, name.replace(/\.\./g, '')), options);
}

function slice(path: string, start: number, end: number): Pick<Reply, 'body' | 'file'> {
  if (end < start) return { body: '' };
  if (end - start < 1_000_000 && start === 0) return { body: readFileSync(path).subarray(0, end + 1) };
  return { file: { path, start, end } };
}

function rangeOf(
  request: SandboxRequest,
  etag: string,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return null;
  const condition = request.headers['if-range'];
  if (condition !== undefined && condition !== etag) return null;
  const start = match[1] ? Number(match[1]) : Math.max(0, size - Number(match[2]));
  const end = match[1] && match[2] ? Math.min(Number(match[2]), size - 1) : size - 1;
  return start > end || start >= size ? 'unsatisfiable' : { start, end };
}
