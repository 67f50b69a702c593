import { all } from '../dom';
import { amount, at, list, string } from '../json';
import { known } from '../known';
import { type Copy, photo, type Sighting, video } from '../sighting';
import { knownSites } from './known-sites';
import type { Site } from './site';

/** Every Shopify shop answers for its own product, which leaves out the menus' and the neighbours' media. */
export const shopify: Site = {
  name: 'shopify',
  matches: knownSites.shopify,
  read(page) {
    const isShopify =
      all(
        page.document,
        'link[href*="cdn.shopify.com"], link[href*="/cdn/shop/"], script[src*="cdn.shopify.com"], script[src*="/cdn/shop"]',
      ).length > 0;
    if (!isShopify) return undefined;
    const product = page.environment.answer;
    const handle = /\/products\/([^/]+)/.exec(page.url.pathname)?.[1] ?? '';
    const path = `${page.url.pathname.split('/products/')[0] ?? ''}/products/${handle}.js`;
    if (!product || at(product, 'handle') !== decodeURIComponent(handle))
      return { request: { url: new URL(path, page.url).href } };
    const media = list(at(product, 'media')).flatMap(sightingOf);
    const images = list(at(product, 'images')).flatMap((url) =>
      string(url) ? [photo('', [{ url: string(url) ?? '' }])] : [],
    );
    return { offer: 'alone', sightings: media.length > 0 ? media : images };
  },
};

function sightingOf(media: unknown): Sighting[] {
  const [src, alt, type] = [string(at(media, 'src')), string(at(media, 'alt')), at(media, 'media_type')];
  const [width, height] = [amount(at(media, 'width')), amount(at(media, 'height'))];
  const rest = alt ? { alt } : {};
  if (type === 'image' && src) return [photo('', [{ url: src, ...known({ width, height }) }], rest)];
  if (type !== 'video') return [];
  const files = list(at(media, 'sources')).flatMap((source): Copy[] => {
    const [url, tall] = [string(at(source, 'url')), amount(at(source, 'height'))];
    return url?.includes('.mp4') ? [{ url, ...known({ height: tall }) }] : [];
  });
  files.sort((a, b) => (b.height ?? 0) - (a.height ?? 0));
  const duration = amount(at(media, 'duration'));
  const poster = string(at(media, 'preview_image', 'src'));
  return files.length > 0
    ? [
        video('', files, {
          ...rest,
          ...(duration ? { duration: duration / 1_000 } : {}),
          ...known({ poster }),
        }),
      ]
    : [];
}
