import type { Finding, FindingStatus } from './finding';
import { known } from './known';
import { widthHint } from './width-hint';

/** One address of something seen, with what was said about it where it stood. */
export interface Copy {
  url: string;
  width?: number;
  height?: number;
  type?: string;
  /** Made by a rule, not read from the page. */
  guessed?: boolean;
}

/** Something seen once in one place. Several sightings of one thing become one Finding. */
export interface Sighting {
  kind: Finding['kind'];
  status: FindingStatus;
  copies: Copy[];
  from: string;
  element?: Element;
  /** The page itself says that this is what it is about. */
  declared?: boolean;
  alt?: string;
  duration?: number;
  poster?: string;
  /** The name by which a thing is known that has no address of its own. */
  key?: string;
}

/** How wide each copy is, is read off its address once, where nobody said it. */
export function photo(from: string, copies: Copy[], rest: Partial<Sighting> = {}): Sighting {
  const sized = copies.map((copy) =>
    copy.width ? copy : { ...copy, ...known({ width: widthHint(copy.url) }) },
  );
  return { kind: 'photo', status: 'direct', from, copies: sized, ...rest };
}

export function video(from: string, copies: Copy[], rest: Partial<Sighting> = {}): Sighting {
  return { kind: 'video', status: 'direct', from, copies, ...rest };
}
