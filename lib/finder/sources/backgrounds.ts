import { attributeCopies, lazySelector, srcsetCopies } from '../copies';
import { all, attr, boxOf, number } from '../dom';
import type { Page } from '../page';
import { photo, type Sighting } from '../sighting';

/** Pictures painted behind boxes: written in the element, kept by a lazy loader, or given by a style sheet. */
export function backgrounds(page: Page): Sighting[] {
  return [...written(page), ...lazy(page), ...styled(page)];
}

const mostWritten = 1_000;

export function addressesIn(css: string, page: Page): string[] {
  if (!css.includes('url(')) return [];
  return [...css.slice(0, 20_000).matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]+))\s*\)/g)].flatMap(
    ([, double, single, bare]) => page.resolve(double ?? single ?? bare) ?? [],
  );
}

function sightings(page: Page, element: Element, css: string): Sighting[] {
  return addressesIn(css, page)
    .slice(0, 3)
    .map((url) => photo('background', [{ url }], { element }));
}

function written(page: Page): Sighting[] {
  return Array.from(all(page.document, '[style*="url("]'))
    .slice(0, mostWritten)
    .flatMap((element) => {
      const style = attr(element, 'style');
      return /background|--[\w-]*(?:image|img|bg|photo)/i.test(style) ? sightings(page, element, style) : [];
    });
}

function lazy(page: Page): Sighting[] {
  return Array.from(all(page.document, lazySelector))
    .slice(0, mostWritten)
    .flatMap((element) => {
      const copies = [
        ...attributeCopies(element, page.resolve),
        ...srcsetCopies(attr(element, 'data-bgset'), page.resolve),
      ];
      return copies.length > 0 ? [photo('background', copies, { element })] : [];
    });
}

const mostMeasured = 400;
const leastBox = 200;

/**
 * Computed styles are dear: only boxes that hold nothing, or are named after a picture, and are large on the screen.
 */
function styled(page: Page): Sighting[] {
  const { styleOf } = page.environment;
  if (!styleOf) return [];
  const candidates: Element[] = [];
  for (const element of page.sweep.boxes) {
    if (candidates.length >= mostMeasured || !page.budget.spend()) break;
    if (mayPaint(element)) candidates.push(element);
  }
  const large = candidates.filter((element) => {
    const { width, height } = boxOf(element);
    return width >= leastBox && height >= leastBox;
  });
  return large.flatMap((element) => {
    if (!page.budget.left()) return [];
    return sightings(page, element, styleOf(element).backgroundImage);
  });
}

const named =
  /bg|background|hero|banner|cover|image|img|photo|pic|slide|poster|gallery|parallax|thumb|media/i;

function mayPaint(element: Element): boolean {
  const name = attr(element, 'class');
  return name !== '' && number(element, 'childElementCount') <= 6 && named.test(name);
}
