import { attr, words } from '../dom';
import { films } from '../film';
import { known } from '../known';
import type { Page } from '../page';
import type { Sighting } from '../sighting';

const fileLink = /\.(?:mp4|webm|mov|m4v|m3u8)(?:$|[?#])/i;

/** `<a href="film.mp4">`: a download, seldom the page's subject, but a whole file. */
export function links(page: Page): Sighting[] {
  const files = page.sweep.links.filter((element) => fileLink.test(attr(element, 'href')));
  return files.slice(0, 40).flatMap((element) =>
    films(page, 'link', [{ url: attr(element, 'href') }], {
      element,
      ...known({ alt: words(element, 120) }),
    }),
  );
}
