import type { Budget } from './budget';
import { all, has, shadowOf } from './dom';

/** Every element of the page that could matter, in document order, open shadow roots included. */
export interface Sweep {
  images: Element[];
  videos: Element[];
  frames: Element[];
  /** Links that lead somewhere. */
  links: Element[];
  headings: Element[];
  scripts: Element[];
  noscripts: Element[];
  /** Elements of other kinds that name a source: players, and what stands for one. */
  players: Element[];
  metas: Element[];
}

/** One tag at a time is what a browser finds fastest. */
const wanted: ReadonlyArray<[keyof Sweep, string]> = [
  ['images', 'img'],
  ['images', 'amp-img'],
  ['images', 'image'],
  ['videos', 'video'],
  ['videos', 'amp-video'],
  ['frames', 'iframe'],
  ['frames', 'embed'],
  ['links', 'a[href]'],
  ['headings', 'h1'],
  ['scripts', 'script'],
  ['noscripts', 'noscript'],
  ['metas', 'meta,link'],
  ['players', 'div[data-youtube-id],div[data-id][class*="youtube"],div[class^="wistia_embed"]'],
];

/** What pages are made of, most frequent first. What is none of these may be an element of the page's own making. */
const uncommon =
  ':not(div,span,p,a,img,li,i,b,h2,h3,path,svg,td,tr,br,em,strong,ul,picture,source,button,script,link,meta,section,article,g,use,option,style)';
const namesFilm = ['src', 'playback-id', 'videoid', 'data-videoid'];

/** A plain box that carries a root of its own holds nothing else, or has a name by which a script found it. */
const boxes = ':is(div,section,article,aside,main,header,footer,nav):is([id],:not(:has(>*)))';

/** How many elements are looked at before the page gets the main thread back. */
const slice = 2_000;
const deepestRoot = 20;
const mostOfAKind = 5_000;

/** What matters is picked out by the browser itself; of the rest, what may carry a shadow root is asked one by one. */
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
  };
  const roots: Array<{ root: Document | ShadowRoot; depth: number }> = [{ root: document, depth: 0 }];
  for (let next = roots.pop(); next; next = roots.pop()) {
    for (const [kind, selector] of wanted) take(all(next.root, selector), found[kind]);
    yield;
    const made = Array.from(all(next.root, uncommon));
    take(
      made.slice(0, mostOfAKind).filter((element) => namesFilm.some((name) => has(element, name))),
      found.players,
    );
    if (next.depth >= deepestRoot) continue;
    const carriers = [...made, ...Array.from(all(next.root, boxes))];
    for (let index = 0; index < carriers.length && budget.spend(slice); index += slice) {
      for (const element of carriers.slice(index, index + slice)) {
        const root = shadowOf(element);
        if (root) roots.push({ root, depth: next.depth + 1 });
      }
      yield;
    }
  }
  return found;
}

function take(elements: ArrayLike<Element>, into: Element[]): void {
  const room = Math.min(elements.length, mostOfAKind - into.length);
  for (let index = 0; index < room; index += 1) {
    const element = elements[index];
    if (element) into.push(element);
  }
}
