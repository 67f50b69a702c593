import type { Budget } from './budget';
import type { Box } from './dom';
import type { Environment } from './environment';
import type { Head } from './head';
import type { LinkedData } from './linked-data';
import type { PlaceOf } from './place';
import type { Sweep } from './sweep';

/** Everything that was read from the page once, for sources and sites to look into. */
export interface Page {
  document: Document;
  environment: Environment;
  budget: Budget;
  url: URL;
  /** What relative addresses stand on. */
  base: string;
  sweep: Sweep;
  head: Head;
  data: LinkedData;
  placeOf: PlaceOf;
  /** Where an element stands in the window, as it was when first asked. */
  boxOf(element: Element): Box;
  /** The key of an address, see `assetKey`. */
  keyOf(address: string): string;
  /** An address made absolute, or nothing where it is not one we would follow. */
  resolve(raw: string | undefined): string | undefined;
  /** Inline scripts and JSON blocks, bounded, in document order. */
  scripts: Scripts;
}

export interface Scripts {
  /** The text of inline scripts that hold `needle`. */
  holding(needle: string): string[];
  /** Parsed JSON blocks (`type=application/json` and its kin) that hold `needle`. */
  blocks(needle: string): unknown[];
  /** The text of every script, JSON or not, that holds one of these. */
  texts(...needles: string[]): string;
  byId(id: string): unknown;
  /** These very elements, parsed. */
  parsed(elements: readonly Element[]): unknown[];
}
