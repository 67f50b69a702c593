/** Why TikTok's portal refuses to register a redirect URI (tiktok-api.md §1.3); null when it takes it. */
export function refuseRegistration(uri: string): string | null {
  if (uri.length >= 512) return 'longer than 511 characters';
  if (uri.includes('*') && !/^https?:\/\/(localhost|127\.0\.0\.1):\*\//.test(uri))
    return 'a wildcard outside the port';
  let url: URL;
  try {
    url = new URL(uri.replace(':*', ':1'));
  } catch {
    return 'not an absolute URL';
  }
  if (uri.includes('?')) return 'has a query';
  if (uri.includes('#')) return 'has a fragment';
  const loopback = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  if (loopback)
    return /^https?:\/\/[^/]+:(\d+|\*)(\/|$)/.test(uri) ? null : 'a loopback address without a port';
  return url.protocol === 'https:' ? null : 'not https';
}

export function refuseRegistrations(uris: readonly string[]): string | null {
  if (uris.length > 10) return 'more than 10 redirect URIs';
  for (const uri of uris) {
    const why = refuseRegistration(uri);
    if (why) return `${uri}: ${why}`;
  }
  return null;
}

/** Exact, but for `*` as the port of a loopback address. */
export function isRegistered(uri: string, registered: readonly string[]): boolean {
  return registered.some((known) => {
    if (!known.includes(':*')) return known === uri;
    const [before = '', after = ''] = known.split(':*');
    if (!uri.startsWith(`${before}:`) || !uri.endsWith(after)) return false;
    const port = uri.slice(before.length + 1, uri.length - after.length);
    return /^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65_536;
  });
}
