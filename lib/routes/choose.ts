import * as z from 'zod/mini';
import { AppError } from '../errors/app-error';
import { Figure, Record, Text } from '../platform/bounded';
import { isIpAddress, isPublicHost } from '../platform/public-host';
import type { Cargo } from './cargo';

/** Why a route was taken, as one quiet line: a message key and what fills it. */
export const RouteReason = z.object({
  key: z.enum([
    'route_pull',
    'route_upload_file',
    'route_upload_unverified',
    'route_upload_redirects',
    'route_upload_refused',
    'route_upload_stream',
    'route_upload_made',
    'route_relay',
  ]),
  values: Record(Text(100), z.union([Text(5_000), Figure]), 50),
});
export type RouteReason = z.infer<typeof RouteReason>;

export interface RouteFacts {
  kind: 'video' | 'photo';
  media: readonly Cargo[];
  /** As the person entered them: `https://host/path/` or a whole `host`. */
  verified: readonly string[];
  /** Addresses that answer with a redirect, which TikTok does not follow. */
  redirecting: ReadonlySet<string>;
  hasBucket: boolean;
  /** What is posted is made here first: a part cut out of a video, a film of photos. */
  isMade: boolean;
  /** TikTok has refused to pull this very post. */
  pullRefused: boolean;
}

export interface Choice {
  route: 'pull' | 'upload' | 'relay';
  reason: RouteReason;
  /** For a pull: what TikTok is given, in order. */
  urls?: string[];
}

/** How the media reaches TikTok. Deterministic: the same facts always go the same way. */
export function chooseRoute(facts: RouteFacts): Choice {
  const pulled = facts.pullRefused || facts.isMade ? undefined : pullable(facts);
  if (pulled) return { route: 'pull', reason: reason('route_pull', hostsOf(pulled)), urls: pulled };
  if (facts.kind === 'video') return { route: 'upload', reason: whyUpload(facts) };
  if (!facts.hasBucket) throw new AppError('photos_need_bucket');
  return { route: 'relay', reason: reason('route_relay') };
}

/** One address for each piece of media, all of them verified; undefined when any has none. */
function pullable({ media, verified, redirecting }: RouteFacts): string[] | undefined {
  const found = media.map(({ urls, isStream, mustChange }) =>
    isStream || mustChange
      ? undefined
      : urls.find((url) => isVerified(url, verified) && !redirecting.has(url)),
  );
  const whole = found.filter((url) => url !== undefined);
  return whole.length === found.length && whole.length > 0 ? whole : undefined;
}

function whyUpload({ media, verified, redirecting, pullRefused, isMade }: RouteFacts): RouteReason {
  if (isMade) return reason('route_upload_made');
  const [first] = media;
  const url = first?.urls[0];
  if (!first || !url) return reason('route_upload_file');
  const host = hostsOf([url]);
  if (first.isStream) return reason('route_upload_stream', host);
  if (pullRefused) return reason('route_upload_refused', host);
  const redirects = first.urls.some((address) => isVerified(address, verified) && redirecting.has(address));
  return reason(redirects ? 'route_upload_redirects' : 'route_upload_unverified', host);
}

const reason = (key: RouteReason['key'], values: RouteReason['values'] = {}): RouteReason => ({
  key,
  values,
});

const hostsOf = (urls: readonly string[]): RouteReason['values'] => {
  const [first] = urls;
  return first && URL.canParse(first) ? { host: new URL(first).host } : {};
};

/** Could TikTok pull it: public https by name, under a prefix or domain marked as verified. */
export function isVerified(address: string, verified: readonly string[]): boolean {
  return prefixOf(address, verified) !== undefined;
}

/** The mark an address is covered by. */
export function prefixOf(address: string, verified: readonly string[]): string | undefined {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:' || url.port !== '' || url.username || url.password) return undefined;
  if (isIpAddress(url.hostname) || !isPublicHost(url.hostname)) return undefined;
  return verified.find((mark) => covers(mark.trim(), url));
}

/** A domain covers its subdomains; a prefix covers only what starts with exactly it. */
function covers(mark: string, url: URL): boolean {
  if (!mark) return false;
  if (!mark.includes('/')) {
    const domain = mark.toLowerCase();
    return url.hostname === domain || url.hostname.endsWith(`.${domain}`);
  }
  const prefix = URL.parse(mark.includes('://') ? mark : `https://${mark}`);
  if (prefix?.protocol !== 'https:') return false;
  const path = prefix.pathname.endsWith('/') ? prefix.pathname : `${prefix.pathname}/`;
  return url.hostname === prefix.hostname && url.pathname.startsWith(path);
}
