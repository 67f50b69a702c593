import type { Budget } from './budget';
import { all, shadowOf, tagOf } from './dom';

/** Every element of the page that could matter, in document order, open shadow roots included. */
export interface Sweep {
  images: Element[];
  videos: Element[];
  frames: Element[];
  links: Element[];
  headings: Element[];
  scripts: Element[];
  noscripts: Element[];
  /** Elements of other kinds that name a source: players. */
  players: Element[];
  metas: Element[];
  /** Where each of these stands in the page. */
  order: Map<Element, number>;
}

type Bin = Exclude<keyof Sweep, 'order'>;

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
};
const fileLinks = ['mp4', 'webm', 'mov', 'm4v', 'm3u8'].map((ending) => `a[href*=".${ending}"]`);
const wanted = [
  ...Object.keys(bins).filter((tag) => tag !== 'a'),
  ...fileLinks,
  '[playback-id]',
  '[src]:not(input):not(audio):not(source):not(track)',
].join(',');

/** The most frequent of the tags to which no browser attaches a shadow root. */
const mayHoldRoot = `:not(${['a', 'img', 'picture', 'source', 'b', 'i', 'em', 'li', 'ul', 'svg', 'path', 'br', 'script', 'button'].join(',')})`;

/** How many elements are looked at before the page gets the main thread back. */
const slice = 2_000;
const deepestRoot = 20;
const mostOfAKind = 5_000;

/** What matters is picked out by the browser itself; only shadow roots have to be looked for one by one. */
export function* sweep(document: Document, budget: Budget): Generator<void, Sweep> {
  const found: Sweep = {
    images: [],
    videos: [],
    frames: [],
    links: [],
    headings: [],
    scripts: [],
    noscripts: [],
    players: [],
    metas: [],
    order: new Map(),
  };
  const roots: Array<{ root: Document | ShadowRoot; depth: number }> = [{ root: document, depth: 0 }];
  for (let next = roots.pop(); next; next = roots.pop()) {
    collect(all(next.root, wanted), found);
    yield;
    if (next.depth >= deepestRoot) continue;
    const elements = all(next.root, mayHoldRoot);
    for (let index = 0; index < elements.length && budget.spend(slice); index += slice) {
      const deeper = shadowRoots(elements, index, Math.min(index + slice, elements.length));
      for (const root of deeper) roots.push({ root, depth: next.depth + 1 });
      yield;
    }
  }
  return found;
}

function shadowRoots(elements: ArrayLike<Element>, from: number, to: number): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  for (let index = from; index < to; index += 1) {
    const element = elements[index];
    const root = element && shadowOf(element);
    if (root) found.push(root);
  }
  return found;
}

function collect(elements: ArrayLike<Element>, found: Sweep): void {
  for (let index = 0; index < elements.length; index += 1) {
    const element = elements[index];
    if (!element) continue;
    const bin = found[bins[tagOf(element)] ?? 'players'];
    if (bin.length >= mostOfAKind) continue;
    bin.push(element);
    found.order.set(element, found.order.size);
  }
}
