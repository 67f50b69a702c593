import type { Page } from './page';

/** Of an endless feed, what stands around the window; in the order of the page. */
export function nearest(page: Page, elements: readonly Element[], most: number): readonly Element[] {
  if (elements.length <= most) return elements;
  const middle = page.environment.viewport.height / 2;
  const distances = elements.map((element) => {
    const { top, height } = page.boxOf(element);
    return { element, distance: Math.abs(top + height / 2 - middle) };
  });
  distances.sort((a, b) => a.distance - b.distance);
  const near = new Set(distances.slice(0, most).map(({ element }) => element));
  return elements.filter((element) => near.has(element));
}
