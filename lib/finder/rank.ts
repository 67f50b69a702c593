import type { Group } from './deduplicate';
import { sizeOf } from './deduplicate';
import { precedes } from './dom';
import type { Page } from './page';
import { isDecoration, isPlaying } from './sources/videos';

/** How likely this is what the person came for, 0…1. */
export interface Ranked {
  group: Group;
  score: number;
}

const within = (value: number) => Math.max(0, Math.min(1, value));

/** Best picture first; the rest stay in the order of the page, since a gallery's order is the order to post in. */
export function rankPhotos(page: Page, groups: readonly Group[]): Ranked[] {
  const ranked = groups.map((group) => ({ group, score: photoScore(page, group) }));
  const most = Math.max(...ranked.map(({ score }) => score));
  const best = ranked.find(({ score }) => score === most);
  const rest = ranked.filter((entry) => entry !== best);
  return best ? [best, ...inPageOrder(page, rest)] : [];
}

/**
 * Agreement is what tells: a picture that the page names as its own, in more than one way, and shows as well.
 */
function photoScore(page: Page, group: Group): number {
  const { sightings } = group;
  const from = new Set(sightings.map(({ from }) => from));
  const shown = sightings.flatMap(({ element }) => (element ? [element] : []));
  const declared = sightings.some((sighting) => sighting.declared);
  const places = shown.map(page.placeOf);
  const { width = 0 } = sizeOf(group);
  return within(
    0.15 +
      (declared ? 0.2 : 0) +
      (from.has('og') ? 0.1 : 0) +
      (from.has('json-ld') ? 0.1 : 0) +
      (shown.length > 0 ? 0.1 : 0) +
      (places.some(({ main, article }) => main || article) ? 0.1 : 0) +
      0.1 * within(width / 1_500) +
      0.15 * Math.max(0, ...shown.slice(0, 3).map((element) => visibleShare(page, element))),
  );
}

/** How much of the window an element fills, as it stands now. */
export function visibleShare(page: Page, element: Element): number {
  const { left, top, width, height } = page.boxOf(element);
  const view = page.environment.viewport;
  const [x, y] = [
    Math.min(left + width, view.width) - Math.max(left, 0),
    Math.min(top + height, view.height) - Math.max(top, 0),
  ];
  return x > 0 && y > 0 ? within((x * y) / (view.width * view.height || 1)) : 0;
}

/** 1 in the middle of the window, 0 at its edge or beyond: feeds play what stands in the middle. */
function centrality(page: Page, element: Element): number {
  const { viewport } = page.environment;
  const { top, height } = page.boxOf(element);
  if (height === 0 || viewport.height === 0) return 0;
  return within(1 - Math.abs(top + height / 2 - viewport.height / 2) / (viewport.height / 2));
}

export function rankVideos(page: Page, groups: readonly Group[]): Ranked[] {
  const ranked = inPageOrder(
    page,
    groups.map((group) => ({ group, score: videoScore(page, group) })),
  );
  return ranked.sort((a, b) => b.score - a.score);
}

function videoScore(page: Page, { sightings }: Group): number {
  const shown = sightings.flatMap(({ element, from }) => (element && from !== 'link' ? [element] : []));
  const declared = sightings.some((sighting) => sighting.declared);
  if (
    shown.some((element) => isDecoration(element, page.environment.styleOf?.(element).position ?? '')) &&
    !declared
  )
    return 0.15;
  const lowTrust = sightings.every(({ from }) => from === 'request' || from === 'link');
  return within(
    (lowTrust ? 0.35 : 0.6) +
      (declared ? 0.15 : 0) +
      (shown.some(isPlaying) ? 0.15 : 0) +
      0.1 * Math.max(0, ...shown.map((element) => centrality(page, element))) +
      0.1 * Math.max(0, ...shown.map((element) => visibleShare(page, element))),
  );
}

/** By where the first sighting stands; what stands nowhere comes behind, in the order in which it was declared. */
function inPageOrder({ sweep }: Page, ranked: readonly Ranked[]): Ranked[] {
  const order = new Map(sweep.images.map((image, index) => [image, index]));
  return ranked
    .map((entry) => {
      const element = entry.group.sightings.find((sighting) => sighting.element)?.element;
      return { entry, element, order: element && order.get(element) };
    })
    .sort((a, b) => {
      if (a.order !== undefined && b.order !== undefined) return a.order - b.order;
      if (a.element && b.element) return precedes(a.element, b.element);
      return Number(!a.element) - Number(!b.element);
    })
    .map(({ entry }) => entry);
}
