import type { PageFindings } from './finding';
import type { SiteRequest } from './sites/site';

export interface SiteAnswer {
  answer?: unknown;
  notice?: PageFindings['notice'];
}

const patience = 2_500;
const longestAnswer = 4_000_000;

/** One question to the site, with the person's own session; no second try, whatever comes back. */
export async function askSite(
  { url, headers = {} }: SiteRequest,
  fetch: typeof globalThis.fetch,
): Promise<SiteAnswer> {
  try {
    const signal = AbortSignal.timeout(patience);
    const response = await fetch(url, { headers, credentials: 'same-origin', signal });
    if (response.status === 429) return { notice: 'rate-limited' };
    if (response.status === 401 || response.status === 403 || response.redirected)
      return { notice: 'sign-in-wall' };
    const text = await response.text();
    return response.ok && text.length <= longestAnswer && /^\s*[[{]/.test(text)
      ? { answer: JSON.parse(text) }
      : {};
  } catch {
    return {};
  }
}
