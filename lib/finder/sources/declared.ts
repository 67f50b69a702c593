import { srcsetCopies } from '../copies';
import { attr } from '../dom';
import type { Page } from '../page';
import { isGeneralCard } from '../reject';
import { type Copy, photo, type Sighting } from '../sighting';

/** Pictures the page names as its own in its head: JSON-LD, Open Graph, Twitter card, microdata, preload. */
export function declaredImages(page: Page): Sighting[] {
  return [...linkedData(page), ...openGraph(page), ...microdata(page), ...preloaded(page)].filter(
    ({ copies }) => copies.length > 0,
  );
}

const leastDeclared = 150;

const own = (page: Page, from: string, copies: Copy[]): Sighting =>
  photo(
    from,
    copies.flatMap((copy) => {
      const url = page.resolve(copy.url);
      // An icon's size says so even where its name does not.
      return url && !isGeneralCard(url) && !(copy.width && copy.width < leastDeclared)
        ? [{ ...copy, url }]
        : [];
    }),
    { declared: true },
  );

function linkedData(page: Page): Sighting[] {
  return page.data.images.slice(0, 300).map((image) => own(page, 'json-ld', [image]));
}

/** Blocks: an address, then its size, in document order; then maybe the next one. */
function openGraph(page: Page): Sighting[] {
  const blocks: Copy[][] = [];
  for (const { name, content } of page.head.metas) {
    const [copy] = blocks.at(-1) ?? [];
    const pixels = Number.parseInt(content, 10) || 0;
    // A secure address need not stand beside its plain one; what they name tells that they are one.
    if (/^(?:og:image(?::(?:secure_)?url)?|twitter:image(?:\d|:src)?|thumbnail)$/.test(name))
      blocks.push([{ url: content }]);
    else if (copy && name === 'og:image:width') copy.width = pixels;
    else if (copy && name === 'og:image:height') copy.height = pixels;
  }
  return blocks.slice(0, 100).map((copies) => own(page, 'og', copies));
}

function microdata(page: Page): Sighting[] {
  const inHead = page.head.values('image').map((url) => own(page, 'microdata', [{ url }]));
  const links = page.head.links
    .filter((link) => attr(link, 'rel') === 'image_src' || attr(link, 'itemprop') === 'image')
    .map((link) => own(page, 'link', [{ url: attr(link, 'href') }]));
  return [...inHead, ...links].slice(0, 40);
}

/** What a page fetches first is seldom its least important picture; but it does not say that it is its own. */
function preloaded(page: Page): Sighting[] {
  return page.head.links
    .filter((link) => attr(link, 'rel') === 'preload' && attr(link, 'as') === 'image')
    .slice(0, 20)
    .map((link) => {
      const set = srcsetCopies(attr(link, 'imagesrcset'), page.resolve);
      const url = page.resolve(attr(link, 'href'));
      return { ...own(page, 'preload', [...set, ...(url ? [{ url }] : [])]), declared: false };
    });
}
