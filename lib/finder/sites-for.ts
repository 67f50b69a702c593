import { knownSites } from './sites/known-sites';
import { videoIdOf } from './sites/youtube';

/** What a page's address asks for beside the finder itself. */
export interface SiteNeeds {
  /** A site we know. Where the address is not told, it might be one. */
  adapters: boolean;
  /** A site whose truth is only in its scripts' own variables. */
  pageData: boolean;
}

export function sitesFor(address: string | undefined): SiteNeeds {
  try {
    const url = new URL(address ?? '');
    const [site] = Object.entries(knownSites).find(([, matches]) => matches(url)) ?? [];
    const pageData =
      (site === 'youtube' && videoIdOf(url) !== undefined) ||
      (site === 'x' && /\/status\//.test(url.pathname));
    return { adapters: site !== undefined, pageData };
  } catch {
    return { adapters: true, pageData: false };
  }
}
