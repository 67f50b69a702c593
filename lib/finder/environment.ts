/** What the finder may know besides the document itself. Everything is handed in, so the same code runs in tests. */
export interface Environment {
  /** The address in the bar: the only word on *which* page this is that in-app navigation keeps fresh. */
  url: string;
  /** Unix ms, for addresses that carry their own end. */
  now: number;
  /** Monotonic ms, for the time budget. */
  clock: () => number;
  viewport: { width: number; height: number };
  /** Requests the page has already made, oldest first. */
  resources: readonly Resource[];
  styleOf?: (element: Element) => { backgroundImage: string; position: string };
  /** What the MAIN-world reader brought: written by the page, believed by nobody. */
  pageData?: unknown;
  /** What the site answered to the one question its adapter wanted asked. */
  answer?: unknown;
  /** The item the person right-clicked. */
  focus?: Focus;
  limits: Limits;
}

export interface Resource {
  name: string;
}

export interface Focus {
  src?: string;
  link?: string;
}

export interface Limits {
  /** Elements asked for a shadow root, over all roots. */
  nodes: number;
  /** Time on the main thread, ms, in runs of a dozen: a busy machine should not cost a page its pictures. */
  time: number;
  /** Pictures and videos whose place is looked at. */
  sightings: number;
  /** Pictures looked at closely. */
  closely: number;
  findings: number;
  /** Characters of one JSON block, and of all of them together. */
  jsonBlock: number;
  jsonTotal: number;
  jsonDepth: number;
  jsonNodes: number;
}

export const defaultLimits: Limits = {
  nodes: 60_000,
  time: 300,
  sightings: 300,
  closely: 120,
  findings: 200,
  jsonBlock: 3_000_000,
  jsonTotal: 8_000_000,
  jsonDepth: 60,
  jsonNodes: 200_000,
};
