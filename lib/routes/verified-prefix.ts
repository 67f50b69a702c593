import { AppError } from '../errors/app-error';
import { isVerified } from './choose';

/**
 * What a person typed as the address they proved to TikTok, in one form: a whole `host` (proved by DNS), or
 * `https://host/path/` (proved by a file). Undefined when TikTok could never take it.
 */
export function tidyPrefix(typed: string): string | undefined {
  const text = typed.trim();
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
  if (url?.protocol !== 'https:' || url.port || url.username || url.search || url.hash) return undefined;
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/i.test(url.hostname)) return undefined;
  const isWholeHost = url.pathname === '/' && !/\/$/.test(text);
  return isWholeHost ? url.hostname : `https://${url.hostname}${url.pathname.replace(/\/*$/, '/')}`;
}

export const prefixHost = (prefix: string): string =>
  prefix.startsWith('https://') ? new URL(prefix).hostname : prefix;

/**
 * Whether TikTok could fetch from it: something answers over https, and does not send visitors elsewhere. What it
 * answers does not matter, a folder need not show anything. Only TikTok knows whether it was proved.
 */
export async function checkPrefix(prefix: string, fetch: typeof globalThis.fetch): Promise<void> {
  const host = prefixHost(prefix);
  const url = prefix.startsWith('https://') ? prefix : `https://${prefix}/`;
  let response: Response;
  try {
    response = await fetch(url, { redirect: 'manual', credentials: 'omit', cache: 'no-store' });
  } catch (cause) {
    throw new AppError('public_unreachable', { facts: { host }, cause });
  }
  await response.body?.cancel();
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400))
    throw new AppError('public_redirects', { facts: { host } });
}

const mostOffered = 3;

/** Hosts that media came from and that could be proved, the one met most often first. */
export function hostsToProve(addresses: readonly string[], verified: readonly string[]): string[] {
  const met = new Map<string, number>();
  for (const address of addresses) {
    const host = URL.parse(address)?.hostname ?? '';
    // As if the host were marked: what would not pass even then cannot be proved.
    if (isVerified(address, [host]) && !isVerified(address, verified))
      met.set(host, (met.get(host) ?? 0) + 1);
  }
  return [...met.keys()].sort((a, b) => (met.get(b) ?? 0) - (met.get(a) ?? 0)).slice(0, mostOffered);
}
