import { mediumOf } from '../address';
import { attr, words } from '../dom';
import { filmOf } from '../film';
import { known } from '../known';
import type { Page } from '../page';
import { type Sighting, video } from '../sighting';

const fileLink = /\.(?:mp4|webm|mov|m4v|m3u8)(?:$|[?#])/i;

/** `<a href="film.mp4">`: a download, seldom the page's subject, but a whole file. */
export function links(page: Page): Sighting[] {
  const files = page.sweep.links.filter((element) => fileLink.test(attr(element, 'href')));
  return files.slice(0, 40).flatMap((element) => {
    const url = page.resolve(attr(element, 'href'));
    const film = url && mediumOf(url) !== 'page' ? filmOf(page, [{ url }]) : undefined;
    const alt = words(element, 120);
    return film ? [video('link', film.copies, { element, status: film.status, ...known({ alt }) })] : [];
  });
}
