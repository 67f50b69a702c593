import { srcsetCopies } from '../copies';
import { attr } from '../dom';
import { known } from '../known';
import type { Page } from '../page';
import { isGeneralCard } from '../reject';
import { type Copy, photo, type Sighting } from '../sighting';

/** Pictures the page names as its own in its head: JSON-LD, Open Graph, Twitter card, microdata, preload. */
export function declaredImages(page: Page): Sighting[] {
  return [...linkedData(page), ...openGraph(page), ...microdata(page), ...preloaded(page)].filter(
    ({ copies }) => copies.length > 0,
  );
}

const own = (page: Page, from: string, copies: Copy[]): Sighting =>
  photo(
    from,
    copies.flatMap((copy) => {
      const url = page.resolve(copy.url);
      return url && !isGeneralCard(url) ? [{ ...copy, url }] : [];
    }),
    { declared: true },
  );

function linkedData(page: Page): Sighting[] {
  return page.data.images.slice(0, 300).map((image) => own(page, 'json-ld', [image]));
}

/** Blocks: an address, then its size, its type and its description, in document order; then maybe the next one. */
function openGraph(page: Page): Sighting[] {
  const blocks: Array<{ address: string; copies: Copy[]; alt?: string }> = [];
  for (const { name, content } of page.head.metas) {
    const last = blocks.at(-1);
    const [copy] = last?.copies ?? [];
    if (name === 'og:image') blocks.push({ address: content, copies: [{ url: content }] });
    else if (name === 'og:image:url' || name === 'og:image:secure_url') {
      if (last) last.copies.push({ url: content });
      else blocks.push({ address: content, copies: [{ url: content }] });
    } else if (last && copy && name === 'og:image:width') copy.width = size(content);
    else if (last && copy && name === 'og:image:height') copy.height = size(content);
    else if (last && name === 'og:image:alt') last.alt = content.slice(0, 1_000);
    else if (
      /^twitter:image(?:\d|:src)?$/.test(name) ||
      name === 'thumbnail' ||
      name === 'msapplication-tileimage:none'
    )
      blocks.push({ address: content, copies: [{ url: content }] });
  }
  return blocks.slice(0, 60).map(({ copies, alt }) => ({
    ...own(
      page,
      'og',
      copies.filter(({ url }) => url !== ''),
    ),
    ...known({ alt }),
  }));
}

const size = (written: string) => {
  const pixels = Number.parseInt(written, 10);
  return pixels > 0 && pixels < 30_000 ? pixels : 0;
};

function microdata(page: Page): Sighting[] {
  const inHead = page.head.values('image', 'image_src').map((url) => own(page, 'microdata', [{ url }]));
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
      const url = page.resolve(attr(link, 'href') || undefined);
      return { ...own(page, 'preload', [...set, ...(url ? [{ url }] : [])]), declared: false };
    });
}
