import { hostOf, mediumOf, mediumOfType } from './address';
import { embedOf, manifestOf } from './embeds';
import type { FindingStatus } from './finding';
import { known } from './known';
import type { Page } from './page';
import type { Copy, Sighting } from './sighting';

/** What an address said to be a film turns out to be; nothing where it is no film at all. */
export function filmStatus(address: string, type = '', trusted = false): FindingStatus | undefined {
  if (address.startsWith('blob:')) return 'blob';
  // YouTube's streams: their addresses are not even looked at.
  if (/(?:^|\.)googlevideo\.com$/.test(hostOf(address))) return undefined;
  if (embedOf(address)) return 'embed-only';
  const byPath = mediumOf(address);
  const medium = byPath === 'unknown' ? mediumOfType(type) : byPath;
  if (medium === 'video') return 'direct';
  if (medium === 'hls') return 'hls';
  if (medium === 'dash') return 'dash';
  return medium === 'unknown' && trusted && byPath === 'unknown' ? 'direct' : undefined;
}

export const ease: Readonly<Record<FindingStatus, number>> = {
  direct: 0,
  hls: 1,
  dash: 2,
  blob: 3,
  'embed-only': 4,
  'policy-refused': 5,
};

type Said = Copy & { trusted?: boolean };

/**
 * One film by all its addresses: the kind easiest to carry decides what it is; of that kind, the best goes first.
 * Nothing where none of them is a film.
 */
export function films(
  page: Page,
  from: string,
  said: readonly Said[],
  rest: Partial<Sighting> = {},
): Sighting[] {
  const judged = said.flatMap((copy) => {
    const url = page.resolve(copy.url);
    const address = url && mediumOf(url) !== 'video' ? (manifestOf(url) ?? url) : url;
    const status = address && filmStatus(address, copy.type, copy.trusted);
    // An empty `src` is the page itself to some.
    return address && status && address !== page.url.href
      ? [{ status, copy: { ...copy, url: address } }]
      : [];
  });
  judged.sort((a, b) => ease[a.status] - ease[b.status] || quality(b.copy) - quality(a.copy));
  const [best] = judged;
  if (!best) return [];
  const { status } = best;
  const carried = judged.filter((one) => one.status === status);
  const embed = status === 'embed-only' ? embedOf(best.copy.url) : undefined;
  return [
    {
      kind: 'video',
      status,
      from,
      copies: embed ? [] : carried.map(({ copy }) => copy),
      ...known({ ...embed }),
      ...known(rest),
    },
  ];
}

/** MP4 goes before WebM and AV1, which have to be converted; then the larger of `480` and `720`, `hd` before `sd`. */
export function quality(copy: Copy): number {
  const name = (copy.url.split('?')[0] ?? '').toLowerCase();
  const kind = /webm|og[gv]|av0?1/.test(`${copy.type ?? ''} ${name.slice(-8)}`) ? 0 : 1;
  return kind * 100_000 + (copy.height ?? lines(name) ?? 0);
}

function lines(name: string): number | undefined {
  const size = /(\d{3,4})x(\d{3,4})/.exec(name);
  if (size) return Math.min(Number(size[1]), Number(size[2]));
  const height = /(?:^|[^\da-z])(144|240|320|360|480|540|576|640|720|1080|1440|2160)p?(?=[^\d]|$)/.exec(name);
  if (height) return Number(height[1]);
  if (/[-_./](?:hd|high|hq|large|1080p?)(?=[-_./]|$)/.test(name)) return 700;
  if (/[-_./](?:sd|low|lq|small|mobile|preview)(?=[-_./]|$)/.test(name)) return 300;
  return undefined;
}
