import { isOwn, ownMark } from './own';

/** What a page says about who made it. */
export interface PageOwner {
  pageUrl?: string | undefined;
  handle?: string | undefined;
  author?: string | undefined;
  /** The site's own word that the signed-in viewer owns this page. */
  ownedByViewer?: boolean | undefined;
}

export interface Ownership {
  whose: 'own' | 'unknown';
  /** Who the page is by: a handle, else the site it is on. */
  owner: string;
  /** What is learnt when the person says "mine": a name counts on the site where it was seen, and on no other. */
  mark: string;
}

/**
 * Is this page's media the person's own? Known from the names and sites they confirmed before,
 * or from the site itself. Unknown is a question to ask, never a refusal: they may have permission.
 */
export function ownershipOf(page: PageOwner, ownHandles: readonly string[]): Ownership | undefined {
  const own = { name: page.handle || undefined, site: hostOf(page.pageUrl) };
  const owner = own.name ?? own.site;
  const mark = ownMark(own);
  if (!owner || !mark) return undefined;
  const whose = page.ownedByViewer === true || isOwn(ownHandles, own) ? 'own' : 'unknown';
  return { whose, owner, mark };
}

function hostOf(url: string | undefined): string | undefined {
  return URL.parse(url ?? '')?.hostname.replace(/^www\./, '') || undefined;
}
