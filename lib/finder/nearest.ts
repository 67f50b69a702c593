import type { Page } from './page';

const mostMeasured = 150;

/**
 * Of an endless feed, what stands around the window. A page is laid out in the order of its elements, nearly: where
 * the window is among thousands is told by measuring some of them.
 */
export function nearest(page: Page, elements: readonly Element[], most: number): readonly Element[] {
  if (elements.length <= most) return elements;
  const step = Math.ceil(elements.length / mostMeasured);
  const distances = elements
    .filter((_, index) => index % step === 0)
    .map(page.boxOf)
    .map(({ top, height }) => Math.abs(top + (height - page.environment.viewport.height) / 2));
  const closest = distances.indexOf(Math.min(...distances)) * step;
  const start = Math.max(0, Math.min(closest - most / 2, elements.length - most));
  return elements.slice(start, start + most);
}
