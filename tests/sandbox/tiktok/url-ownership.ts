import { isIP } from 'node:net';
import type { App } from './apps.ts';
import { Refusal } from './envelope.ts';

/** TikTok's own test files, which need no verification. */
export const TEST_FILES_HOST = 'sf16-va.tiktokcdn.com';

/** Throws unless the app has proven that it owns the address (tiktok-api.md §5). */
export function refuseUrl(text: string, app: App): void {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'https:') throw new Refusal('invalid_params', 'The URL is not a valid https URL.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const owned =
    isIP(host) === 0 && (host === TEST_FILES_HOST || app.verified.some((property) => covers(property, url)));
  if (!owned) {
    throw new Refusal('url_ownership_unverified', 'Please verify the URL ownership in the developer portal.');
  }
}

/** A prefix covers what starts with exactly it; a domain covers its paths and subdomains. */
function covers(property: string, url: URL): boolean {
  if (property.startsWith('https://')) return property.endsWith('/') && url.href.startsWith(property);
  return url.port === '' && (url.hostname === property || url.hostname.endsWith(`.${property}`));
}
