import { attributeCopies } from '../copies';
import { all, attr, text } from '../dom';
import { known } from '../known';
import type { Page } from '../page';
import { photo, type Sighting } from '../sighting';

const most = 400;

/** Where scripts run, a `noscript` holds plain text; lazy loaders keep the true `img` in there. */
export function noscripts(page: Page): Sighting[] {
  return page.sweep.noscripts
    .slice(0, most)
    .flatMap((element) => {
      const html = text(element, 'textContent');
      if (!html.includes('<img') || html.length > 20_000 || !page.budget.left()) return [];
      return imagesIn(html).map((image) => {
        const src = page.resolve(attr(image, 'src') || undefined);
        const alt = attr(image, 'alt').trim();
        const copies = [...attributeCopies(image, page.resolve), ...(src ? [{ url: src }] : [])];
        // It stands where the noscript stands, so that is the place it is judged by.
        return photo('noscript', copies, { element, ...known({ alt }) });
      });
    })
    .filter(({ copies }) => copies.length > 0);
}

/** Parsed into a document of its own: nothing loads and nothing runs there. */
function imagesIn(html: string): Element[] {
  if (typeof DOMParser === 'undefined') return [];
  const inert = new DOMParser().parseFromString(html, 'text/html');
  return Array.from(all(inert, 'img')).slice(0, 10);
}
