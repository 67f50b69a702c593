import { mediumOf } from '../address';
import { assetKey } from '../asset-key';
import { attributeCopies } from '../copies';
import { all, attr, number, parentOf, tagOf, text } from '../dom';
import { known } from '../known';
import type { Page } from '../page';
import { type Copy, photo, type Sighting } from '../sighting';

/** `img` in every way it names its picture: srcset, picture, lazy attributes, what is shown, what it links to. */
export function images(page: Page): Sighting[] {
  return page.sweep.images
    .slice(0, page.environment.limits.sightings)
    .map((element) => seen(page, element))
    .filter((sighting) => sighting.copies.length > 0);
}

function seen(page: Page, element: Element): Sighting {
  const alt = attr(element, 'alt').trim();
  return photo('img', copiesOf(page, element), { element, ...known({ alt }) });
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

/** `<a href="photo.jpg"><img></a>`: the link is the better copy where it names the same file. */
function linked(page: Page, element: Element, src: string | undefined): Copy[] {
  const { link } = page.placeOf(element);
  if (!link || !src) return [];
  const same = assetKey(link) === assetKey(src);
  return mediumOf(link) === 'image' || same ? [{ url: link, ...(same ? { width: 9_000 } : {}) }] : [];
}
