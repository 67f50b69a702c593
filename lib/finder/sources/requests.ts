import { films } from '../film';
import type { Page } from '../page';
import { isAdHost } from '../reject';
import type { Sighting } from '../sighting';

const piece =
  /\.(?:ts|m4s|aac|vtt|key)(?:$|\?)|\/init[^/]*\.mp4|\/seg(?:ment)?[-_]|\/range\/|\/sq\/\d|[?&](?:range|bytes)=|\/frag/i;
const mostAlike = 3;

/**
 * Films among the requests already made. Pieces of a stream are not the stream: what is left is one manifest,
 * the first asked for being the master, or files that are not one of a long row.
 */
export function requests(page: Page): Sighting[] {
  const addresses = page.environment.resources
    .map(({ name }) => name)
    .filter(
      (name) => /\.(?:mp4|webm|mov|m4v|m3u8|mpd)(?:$|\?)/i.test(name) && !piece.test(name) && !isAdHost(name),
    );
  const rows = new Map<string, number>();
  const rowOf = (url: string) => url.replace(/\?.*$/, '').replace(/\d+/g, '#');
  for (const url of addresses) rows.set(rowOf(url), (rows.get(rowOf(url)) ?? 0) + 1);
  const masters = new Set<string>();
  return addresses
    .filter((url) => (rows.get(rowOf(url)) ?? 0) <= mostAlike)
    .flatMap((url) => films(page, 'request', [{ url }]))
    .filter(({ status, copies: [copy] }) => {
      const folder = copy?.url.split('/').slice(0, 4).join('/') ?? '';
      return status === 'direct' || (!masters.has(folder) && masters.add(folder));
    })
    .slice(0, 10);
}
