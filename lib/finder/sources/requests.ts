import { mediumOf } from '../address';
import { filmStatus } from '../film';
import type { Page } from '../page';
import { isAdHost } from '../reject';
import { type Sighting, video } from '../sighting';

const piece =
  /\.(?:ts|m4s|aac|vtt|key)(?:$|\?)|\/init[^/]*\.mp4|\/seg(?:ment)?[-_]|\/range\/|\/sq\/\d|[?&](?:range|bytes)=|\/frag/i;
const mostAlike = 3;

/**
 * Films among the requests already made. Pieces of a stream are not the stream: what is left is one manifest,
 * the first asked for being the master, or files that are not one of a long row.
 */
export function requests(page: Page): Sighting[] {
  const films = page.environment.resources.slice(0, 1_000).flatMap(({ name }) => {
    const url = page.resolve(name);
    if (!url || piece.test(url) || isAdHost(url)) return [];
    const medium = mediumOf(url);
    if (medium !== 'video' && medium !== 'hls' && medium !== 'dash') return [];
    const status = filmStatus(url);
    return status === 'direct' || status === 'hls' || status === 'dash' ? [{ url, status }] : [];
  });
  const rows = new Map<string, number>();
  const rowOf = (url: string) => url.replace(/\?.*$/, '').replace(/\d+/g, '#');
  for (const { url } of films) rows.set(rowOf(url), (rows.get(rowOf(url)) ?? 0) + 1);
  const manifests = new Set<string>();
  return films
    .filter(({ url }) => (rows.get(rowOf(url)) ?? 0) <= mostAlike)
    .filter(({ url, status }) => {
      if (status === 'direct') return true;
      const folder = url.replace(/\?.*$/, '').split('/').slice(0, 4).join('/');
      if (manifests.has(folder)) return false;
      manifests.add(folder);
      return true;
    })
    .slice(0, 10)
    .map(({ url, status }) => video('request', [{ url }], { status }));
}
