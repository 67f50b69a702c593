import type { Budget } from './budget';
import { all, shadowOf, tagOf } from './dom';
import type { Environment } from './environment';

/** Every element of the page that could matter, in document order, open shadow roots included. */
export interface Sweep {
  images: Element[];
  videos: Element[];
  frames: Element[];
  links: Element[];
  headings: Element[];
  scripts: Element[];
  noscripts: Element[];
  players: Element[];
  /** Boxes that may carry a picture as their background. */
  boxes: Element[];
  metas: Element[];
}

type Bin = keyof Sweep;

const bins: Readonly<Record<string, Bin>> = {
  img: 'images',
  'amp-img': 'images',
  image: 'images',
  video: 'videos',
  'amp-video': 'videos',
  iframe: 'frames',
  embed: 'frames',
  a: 'links',
  h1: 'headings',
  script: 'scripts',
  noscript: 'noscripts',
  meta: 'metas',
  link: 'metas',
  div: 'boxes',
  section: 'boxes',
  figure: 'boxes',
  span: 'boxes',
  li: 'boxes',
  header: 'boxes',
};

/** How many elements are looked at before the page gets the main thread back. */
const slice = 4_000;
const deepestRoot = 20;

/** One walk over all elements. Pauses between slices; what it holds grows with the page only in what matters. */
export function* sweep(document: Document, environment: Environment, budget: Budget): Generator<void, Sweep> {
  const found: Sweep = {
    images: [],
    videos: [],
    frames: [],
    links: [],
    headings: [],
    scripts: [],
    noscripts: [],
    players: [],
    boxes: [],
    metas: [],
  };
  const roots: Array<{ root: Document | ShadowRoot; depth: number }> = [{ root: document, depth: 0 }];
  let seen = 0;
  for (let next = roots.pop(); next; next = roots.pop()) {
    const elements = all(next.root, '*');
    for (let index = 0; index < elements.length; index += 1) {
      if (!budget.spend()) return found;
      seen += 1;
      if (seen % slice === 0) yield;
      const element = elements[index];
      if (!element) continue;
      const root = collect(element, found, environment);
      if (root && next.depth < deepestRoot) roots.push({ root, depth: next.depth + 1 });
    }
  }
  return found;
}

/** Puts an element into its bin; gives back the root it carries, if any. */
function collect(element: Element, found: Sweep, { shadowOf: reachIn }: Environment): ShadowRoot | undefined {
  const tag = tagOf(element);
  const bin = bins[tag];
  if (bin) found[bin].push(element);
  else if (!tag.includes('-')) return undefined;
  else found.players.push(element);
  if (bin && bin !== 'boxes') return undefined;
  return shadowOf(element) ?? (bin ? undefined : (reachIn?.(element) ?? undefined));
}
