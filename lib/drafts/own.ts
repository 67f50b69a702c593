/** Something that is the person's own: a whole site, or a name, on one site or wherever it is found. */
export interface Own {
  name?: string | undefined;
  site?: string | undefined;
}

const isHost = /^[^.\s@]+(\.[^.\s@]+)+$/;
const sameName = (name: string) => name.trim().toLowerCase().replace(/^@/, '');

/** As settings keep it: `shop.example`, `@mara`, `@mara@social.example`. */
export function ownMark({ name, site }: Own): string | undefined {
  if (!name) return site;
  return site ? `@${sameName(name)}@${site}` : `@${sameName(name)}`;
}

/** What is kept, in its parts. A name may hold an @ itself, a site may not. */
export function ownOf(mark: string): Own {
  if (!mark.startsWith('@')) return mark.includes('.') ? { site: mark } : { name: mark };
  const cut = mark.lastIndexOf('@');
  const site = mark.slice(cut + 1);
  return cut > 0 && isHost.test(site) ? { name: mark.slice(0, cut), site } : { name: mark };
}

/** A name as it was typed, and the site it is on, as it is kept; undefined where nothing is named. */
export function readOwn(name: string, site: string | undefined): string | undefined {
  const clean = sameName(name);
  return /\s/.test(clean) || clean.length > 200 ? undefined : ownMark({ name: clean, site });
}

/** Whether these say that a page of this name, on this site, is the person's. */
export function isOwn(marks: readonly string[], { name, site }: Own): boolean {
  return marks.some((mark) => {
    const own = ownOf(mark);
    if (name === undefined) return own.name === undefined && own.site === site;
    if (own.name === undefined || sameName(own.name) !== sameName(name)) return false;
    return own.site === undefined || own.site === site;
  });
}
