import type { PageFindings } from './finding';

const browsersOwn =
  /^(?:chrome|chrome-extension|chrome-untrusted|edge|about|devtools|view-source|moz-extension|resource|brave|opera|vivaldi|data|javascript):/i;
const stores =
  /^https:\/\/(?:chrome\.google\.com\/webstore|chromewebstore\.google\.com|addons\.mozilla\.org|microsoftedge\.microsoft\.com\/addons)/i;
const tiktok = /^https?:\/\/(?:[\w-]+\.)*tiktok\.com(?:[/:?#]|$)/i;

/** Pages that no extension may look into, and the one that is the destination. */
export function restrictionOf(address: string | undefined): 'restricted-page' | 'tiktok-itself' | undefined {
  if (address === undefined) return undefined;
  if (tiktok.test(address)) return 'tiktok-itself';
  return browsersOwn.test(address) || stores.test(address) || /\.pdf(?:$|[?#])/i.test(address)
    ? 'restricted-page'
    : undefined;
}

export const nothing = (pageUrl: string, notice: NonNullable<PageFindings['notice']>): PageFindings => ({
  pageUrl: pageUrl.slice(0, 8_192),
  site: 'generic',
  findings: [],
  material: { hashtags: [] },
  notice,
});
