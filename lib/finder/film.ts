import { mediumOf, mediumOfType } from './address';
import { embedOf, manifestOf } from './embeds';
import type { FindingStatus } from './finding';
import { known } from './known';
import type { Page } from './page';
import type { Copy } from './sighting';

/** What an address said to be a film turns out to be; nothing where it is no film at all. */
export function filmStatus(address: string, type = '', trusted = false): FindingStatus | undefined {
  if (address.startsWith('blob:')) return 'blob';
  if (/(?:^|\.)googlevideo\.com$/.test(new URL(address).hostname)) return 'policy-refused';
  if (embedOf(address)) return 'embed-only';
  const byPath = mediumOf(address);
  const medium = byPath === 'unknown' ? mediumOfType(type) : byPath;
  if (medium === 'video') return 'direct';
  if (medium === 'hls') return 'hls';
  if (medium === 'dash') return 'dash';
  return medium === 'unknown' && trusted && byPath === 'unknown' ? 'direct' : undefined;
}

export interface Film {
  status: FindingStatus;
  copies: Copy[];
  /** Of a player of another house. */
  poster?: string;
  key?: string;
}

const ease: Readonly<Record<FindingStatus, number>> = {
  direct: 0,
  hls: 1,
  dash: 2,
  blob: 3,
  'embed-only': 4,
  'policy-refused': 5,
};

/** Sorts all addresses of one film: the kind easiest to carry decides; of that kind, the best first. */
export function filmOf(page: Page, addresses: ReadonlyArray<Copy & { trusted?: boolean }>): Film | undefined {
  const judged = addresses.flatMap((copy) => {
    const url = page.resolve(copy.url);
    if (!url) return [];
    const manifest = manifestOf(url);
    const address = manifest && mediumOf(url) !== 'video' ? manifest : url;
    const status = filmStatus(address, copy.type, copy.trusted);
    return status ? [{ status, copy: { ...copy, url: address } }] : [];
  });
  judged.sort((a, b) => ease[a.status] - ease[b.status] || quality(b.copy) - quality(a.copy));
  const best = judged[0];
  if (!best) return undefined;
  if (best.status === 'embed-only') {
    const embed = embedOf(best.copy.url);
    return {
      status: 'embed-only',
      copies: [],
      ...known({ ...embed }),
    };
  }
  if (best.status === 'policy-refused')
    return { status: 'policy-refused', copies: [], key: best.copy.url.slice(0, 100) };
  const carried = judged.filter(({ status }) => ease[status] < ease.blob || best.status === 'blob');
  return { status: best.status, copies: carried.map(({ copy }) => copy) };
}

/** MP4 needs no conversion, so it goes before WebM; then the larger of `480` and `720`, `hd` before `sd`. */
export function quality(copy: Copy): number {
  const name = (copy.url.split('?')[0] ?? '').toLowerCase();
  const kind = /webm|ogg|ogv/.test(`${copy.type ?? ''} ${name.slice(-5)}`) ? 0 : 1;
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
