import { attributeCopies, lazySelector } from '../copies';
import { all, attr, stackAt, tagOf } from '../dom';
import { judgePlace, type Verdict } from '../judge';
import { nearest } from '../nearest';
import type { Page } from '../page';
import { photo, type Sighting } from '../sighting';
import { linked } from './images';

/** Pictures painted behind boxes: written in the element, kept by a lazy loader, or given by a style sheet. */
export const backgrounds = (page: Page): Sighting[] => [...painted(page, 'own'), ...styled(page)];

/** The same, of boxes that announce other pages, as album grids are built. */
export const announcedBackgrounds = (page: Page): Sighting[] => painted(page, 'other');

const mostSeen = 2_000;

function painted(page: Page, whose: Verdict): Sighting[] {
  const { sightings, closely } = page.environment.limits;
  const boxes = Array.from(all(page.document, `[style*="url("],${lazySelector}`)).slice(0, mostSeen);
  const fitting = nearest(page, boxes, sightings).filter((element) => judgePlace(page, element) === whose);
  return nearest(page, fitting, closely).flatMap((element) => {
    const style = attr(element, 'style');
    const written = /background|--[\w-]*(?:image|img|bg|photo)/i.test(style) ? style : '';
    const lazy = /^(?:img|source|link)$/.test(tagOf(element)) ? [] : attributeCopies(element, page.resolve);
    return [
      ...inStyle(page, element, written),
      ...(lazy.length > 0 ? [photo('background', lazy, { element })] : []),
    ];
  });
}

/** Also inside `image-set()`; of several layers, the first few. */
function inStyle(page: Page, element: Element, css: string): Sighting[] {
  return [...css.slice(0, 5_000).matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]+))\s*\)/g)]
    .slice(0, 3)
    .flatMap(([, double, single, bare]) => page.resolve(double ?? single ?? bare) ?? [])
    .map((url) => photo('background', [...linked(page, element, url), { url }], { element }));
}

const leastBox = 200;
const steps = [0.15, 0.5, 0.85];

/**
 * What style sheets paint shows in computed styles only, and those are dear: asked of the boxes that lie under a
 * few points of the window, not of every box there is.
 */
function styled(page: Page): Sighting[] {
  const { styleOf, viewport } = page.environment;
  if (!styleOf) return [];
  const points = steps.flatMap((x) =>
    steps.map((y) => stackAt(page.document, viewport.width * x, viewport.height * y)),
  );
  return [...new Set(points.flat())].flatMap((element) => {
    const { width, height } = page.boxOf(element);
    return width >= leastBox && height >= leastBox
      ? inStyle(page, element, styleOf(element).backgroundImage)
      : [];
  });
}
