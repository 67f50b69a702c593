import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../fixtures/media/fit/', import.meta.url));

export const fixture = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(`${folder}${name}`));
export const fixtureBlob = (name: string): Blob => new Blob([fixture(name)]);

/** A server of one file, by ranges or, if it does not know them, whole; counts what it gave. */
export function serverOf(bytes: Uint8Array<ArrayBuffer>, { ranges = true } = {}) {
  const given = { bytes: 0, requests: 0 };
  const fetch: typeof globalThis.fetch = async (_url, init) => {
    given.requests++;
    const range = /bytes=(\d+)-(\d+)/.exec(new Headers(init?.headers).get('range') ?? '');
    if (!ranges || !range) {
      given.bytes += bytes.length;
      return new Response(bytes, { headers: { 'content-length': String(bytes.length) } });
    }
    const [start, end] = [Number(range[1]), Math.min(Number(range[2]) + 1, bytes.length)];
    if (start >= bytes.length) return new Response(null, { status: 416 });
    given.bytes += end - start;
    return new Response(bytes.slice(start, end), {
      status: 206,
      headers: { 'content-range': `bytes ${start}-${end - 1}/${bytes.length}` },
    });
  };
  return { fetch, given };
}
