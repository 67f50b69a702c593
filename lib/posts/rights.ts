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
  /** Who the page is by: a handle, else the site it is on. This is what is learnt when the person says "mine". */
  owner: string;
}

/**
 * Is this page's media the person's own? Known from the handles and sites they confirmed before,
 * or from the site itself. Unknown is a question to ask, never a refusal: they may have permission.
 */
export function ownershipOf(page: PageOwner, ownHandles: readonly string[]): Ownership | undefined {
  const host = hostOf(page.pageUrl);
  const owner = page.handle ?? host;
  if (!owner) return undefined;
  const known = new Set(ownHandles.map(sameWriting));
  const own = page.ownedByViewer === true || known.has(sameWriting(owner));
  return { whose: own ? 'own' : 'unknown', owner };
}

const sameWriting = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/^@|^www\./, '');

function hostOf(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  return new URL(url).hostname.replace(/^www\./, '') || undefined;
}
