import { mediumOf } from '../address';
import { unknownWidth } from '../deduplicate';
import { all, attr, text, words } from '../dom';
import { films } from '../film';
import type { Page } from '../page';
import { photo, type Sighting } from '../sighting';

const fileLink = /\.(?:mp4|webm|mov|m4v|m3u8|jpe?g|png|webp|avif)(?:$|[?#&])/i;
const most = 120;

/** `<a href="film.mp4">`: a download, seldom the page's subject, but a whole file. */
export function links(page: Page): Sighting[] {
  return page.sweep.links
    .filter((element) => fileLink.test(attr(element, 'href')))
    .slice(0, most)
    .flatMap((element) => {
      const url = page.resolve(attr(element, 'href')) ?? '';
      return mediumOf(url) === 'image' ? enlarged(element, url) : films(page, 'link', [{ url }], { element });
    });
}

const opensLarge = /lightbox|fancybox|gallery|pswp|zoom|photoswipe/i;

/**
 * A gallery whose thumbnails are painted or come late has the pictures in its links. With an `img` inside, the
 * picture is seen there; a link of words leads to a file that the page does not show.
 */
function enlarged(element: Element, url: string): Sighting[] {
  const shows = words(element) === '' || opensLarge.test(text(element, 'outerHTML').slice(0, 1_000));
  return shows && all(element, 'img').length === 0
    ? [photo('gallery', [{ url, width: unknownWidth }], { element })]
    : [];
}
