import { mediumOf } from '../address';
import { attributeCopies } from '../copies';
import { unknownWidth } from '../deduplicate';
import { all, attr, number, parentOf, tagOf, text } from '../dom';
import { judgePlace, type Verdict } from '../judge';
import { known } from '../known';
import { nearest } from '../nearest';
import type { Page } from '../page';
import { type Copy, photo, type Sighting } from '../sighting';

/** `img` in every way it names its picture: srcset, picture, lazy attributes, what is shown, what it links to. */
export const images = (page: Page): Sighting[] => seenAs(page, 'own');

/** The same, of pictures that announce other pages. */
export const announcedImages = (page: Page): Sighting[] => seenAs(page, 'other');

function seenAs(page: Page, whose: Verdict): Sighting[] {
  const { sightings, closely } = page.environment.limits;
  const fitting = nearest(page, page.sweep.images, sightings).filter(
    (element) => judgePlace(page, element) === whose,
  );
  return nearest(page, fitting, closely).flatMap((element) => {
    const copies = copiesOf(page, element);
    return copies.length > 0
      ? [photo('img', copies, { element, ...known({ alt: attr(element, 'alt').trim() }) })]
      : [];
  });
}

export function copiesOf(page: Page, element: Element): Copy[] {
  const { resolve } = page;
  const width = number(element, 'naturalWidth');
  const height = number(element, 'naturalHeight');
  const shown = resolve(text(element, 'currentSrc'));
  const written = attr(element, 'src').trim();
  const src = written === '' ? undefined : resolve(written);
  const href =
    tagOf(element) === 'image' ? resolve(attr(element, 'href') || attr(element, 'xlink:href')) : undefined;
  const copies: Copy[] = [
    ...linked(page, element, src ?? shown),
    ...attributeCopies(element, resolve),
    ...pictureCopies(page, element),
    ...(shown && width > 1 ? [{ url: shown, width, height }] : shown ? [{ url: shown }] : []),
    ...[src, href].flatMap((url) => (url ? [{ url }] : [])),
  ];
  return copies.filter(({ url }) => mediumOf(url) !== 'page' || /[?&](?:url|src|image|img|file)=/.test(url));
}

function pictureCopies({ resolve }: Page, element: Element): Copy[] {
  const picture = parentOf(element);
  if (!picture || tagOf(picture) !== 'picture') return [];
  return Array.from(all(picture, 'source'))
    .slice(0, 20)
    .flatMap((source) => {
      const type = attr(source, 'type');
      const src = resolve(attr(source, 'src') || undefined);
      return [...attributeCopies(source, resolve, type), ...(src ? [{ url: src, ...known({ type }) }] : [])];
    });
}

/** `<a href="photo.jpg"><img></a>`: the link is the better copy, whatever its thumbnail is called. */
export function linked(page: Page, element: Element, src: string | undefined): Copy[] {
  const { link } = page.placeOf(element);
  const better = link && (mediumOf(link) === 'image' || (src && page.keyOf(link) === page.keyOf(src)));
  return better ? [{ url: link, width: unknownWidth }] : [];
}
