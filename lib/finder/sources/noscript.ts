import { attributeCopies } from '../copies';
import { all, attr, closest, text } from '../dom';
import { judgePlace } from '../judge';
import { known } from '../known';
import type { Page } from '../page';
import { photo, type Sighting } from '../sighting';

const most = 400;
const longest = 20_000;

/** Where scripts run, a `noscript` holds plain text; lazy loaders keep the true `img` in there. */
export function noscripts(page: Page): Sighting[] {
  const holders = page.sweep.noscripts
    .slice(0, most)
    .map((element) => ({ element, html: text(element, 'textContent') }))
    .filter(
      ({ element, html }) =>
        html.includes('<img') && html.length < longest && judgePlace(page, element) === 'own',
    );
  // Parsed once for all, into a document of its own, where nothing loads and nothing runs.
  return imagesIn(holders.map(({ html }, index) => `<div data-at="${index}">${html}</div>`).join('')).flatMap(
    (image) => {
      const holder = closest(image, '[data-at]');
      const element = holders[Number(holder && attr(holder, 'data-at'))]?.element;
      const src = page.resolve(attr(image, 'src'));
      const copies = [...attributeCopies(image, page.resolve), ...(src ? [{ url: src }] : [])];
      // It stands where the noscript stands, so that is the place it is judged by.
      return element && copies.length > 0
        ? [photo('noscript', copies, { element, ...known({ alt: attr(image, 'alt').trim() }) })]
        : [];
    },
  );
}

function imagesIn(html: string): Element[] {
  if (html === '' || typeof DOMParser === 'undefined') return [];
  return Array.from(all(new DOMParser().parseFromString(html, 'text/html'), 'img')).slice(0, most);
}
