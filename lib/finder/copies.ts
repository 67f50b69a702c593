import { secured } from './address';
import { attr, attributesOf } from './dom';
import { known } from './known';
import { originalsOf } from './originals';
import type { Copy } from './sighting';
import { largestFirst, parseSrcset } from './srcset';

/**
 * Lazy loaders keep the true address in an attribute of their own, and each names it differently. What shows on
 * hover, or while the picture loads, is another picture.
 */
const lazySet = /srcset|bgset/;
const lazyAddress =
  /^data-.*(?:src|image|img|zoom|full|orig|large|hi-?res|lazy|bg|background|pin-media|flickity|delayed)/;
const otherAddress =
  /hover|second|placeholder|lqip|blur|thumb|avatar|logo|icon|poster|video|mp4|set$|link|href/;
export const lazySelector = '[data-bg],[data-bgset],[data-background],[data-background-image],[data-bg-src]';

type Resolve = (raw: string | undefined) => string | undefined;

export function srcsetCopies(srcset: string, resolve: Resolve, type = ''): Copy[] {
  return largestFirst(parseSrcset(srcset))
    .slice(0, 12)
    .flatMap(({ url, width }) => {
      const address = resolve(url);
      return address ? [{ url: address, ...known({ width, type }) }] : [];
    });
}

/** All that an element's own attributes name, true addresses before shown ones. */
export function attributeCopies(element: Element, resolve: Resolve, type = ''): Copy[] {
  const names = attributesOf(element);
  const widths = attr(element, 'data-widths').match(/\d+/g) ?? [];
  const sets = names
    .filter((name) => lazySet.test(name))
    .flatMap((name) => srcsetCopies(attr(element, name), resolve, type));
  const lone = names
    .filter((name) => lazyAddress.test(name) && !otherAddress.test(name))
    .flatMap((name) => {
      // `photo_{width}x.jpg`: the loader fills in one of the widths that stand beside it.
      const written = attr(element, name).replace('{width}', widths.at(-1) ?? '{width}');
      const url = looksLikeAddress.test(written) ? resolve(written) : undefined;
      return url ? [{ url }] : [];
    });
  return [...sets, ...lone];
}

/** A path or an address; not a list, a number, a flag or an object. */
const looksLikeAddress = /^\s*(?:https?:|\/|[^\s[{}]*\.\w{3,4}(?:$|\?))/i;

const widthOf = (copy: Copy): number => copy.width ?? 0;

const stillLoading = /lqip|placeholder|[?&](?:blur|w|width)=\d{1,2}(?:&|$)|[/,]blur|e_blur|e_pixelate/i;

/** Where no width is told, `large` says more than `standard`. */
const saysLarge = ({ url }: Copy): number => Number(/[-_./](?:original|full|large)(?=[-_./]|$)/i.test(url));

/**
 * The addresses to try, best first: guessed originals, then the largest the page names, then the one it shows.
 * AVIF goes behind the others of its size, since it has to be converted.
 */
export function bestFirst(copies: readonly Copy[], most = 8): Copy[] {
  const named = copies.filter(({ url }) => !stillLoading.test(url));
  const usable = named.length > 0 ? named : copies;
  const isAvif = (copy: Copy) => Number(/avif/i.test(copy.type ?? '') || /[./=]avif\b/i.test(copy.url));
  const sorted = [...usable].sort(
    (a, b) =>
      Math.round(widthOf(b) / 64) - Math.round(widthOf(a) / 64) ||
      isAvif(a) - isAvif(b) ||
      saysLarge(b) - saysLarge(a),
  );
  const best = sorted.slice(0, 4);
  const guesses: Copy[] = best
    .slice(0, 2)
    .flatMap(({ url }) => originalsOf(url))
    .slice(0, 3)
    .map((url) => ({ url, guessed: true }));
  const shown = usable.at(-1);
  const all = [...guesses, ...best, ...(shown ? [shown] : [])];
  const secure = all.flatMap((copy) => secured(copy.url).map((url) => ({ ...copy, url })));
  return secure
    .filter((copy, index) => secure.findIndex(({ url }) => url === copy.url) === index)
    .slice(0, most);
}
