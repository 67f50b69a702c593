import type { PageFindings } from './finding';
import type { SiteRequest } from './sites/site';

export type SiteAnswer = { ok: true; json: unknown } | { ok: false; notice: PageFindings['notice'] };

const patience = 2_500;
const longestAnswer = 4_000_000;

/** One question to the site, with the person's own session; no second try, whatever comes back. */
export async function askSite(
  { url, headers = {} }: SiteRequest,
  fetch: typeof globalThis.fetch,
): Promise<SiteAnswer> {
  try {
    const response = await fetch(url, {
      headers,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(patience),
    });
    if (response.status === 429) return { ok: false, notice: 'rate-limited' };
    if (response.status === 401 || response.status === 403 || response.redirected)
      return { ok: false, notice: 'sign-in-wall' };
    const text = await response.text();
    if (!response.ok || text.length > longestAnswer || !/^\s*[[{]/.test(text))
      return { ok: false, notice: undefined };
    return { ok: true, json: JSON.parse(text) };
  } catch {
    return { ok: false, notice: undefined };
  }
}
