import { attr } from '../dom';
import { films } from '../film';
import type { Page } from '../page';
import type { Sighting } from '../sighting';

const fileLink = /\.(?:mp4|webm|mov|m4v|m3u8)(?:$|[?#])/i;

/** `<a href="film.mp4">`: a download, seldom the page's subject, but a whole file. */
export function links(page: Page): Sighting[] {
  return page.sweep.links
    .filter((element) => fileLink.test(attr(element, 'href')))
    .slice(0, 40)
    .flatMap((element) => films(page, 'link', [{ url: attr(element, 'href') }], { element }));
}
