import type { CaptionMaterial, PageFindings } from '../finding';
import type { Page } from '../page';
import type { Sighting } from '../sighting';

/** What a site's own data says of the page. All of it may be missing: the generic finder fills what is not there. */
export interface SiteReading {
  /** The subject's media in posting order. */
  sightings?: Sighting[];
  /**
   * `alone`: where the site named anything, nothing else on the page is offered. `first`: what the generic finder
   * saw comes behind. `nothing`: this page has nothing to offer, whatever stands on it.
   */
  offer?: 'alone' | 'first' | 'nothing';
  material?: Partial<CaptionMaterial>;
  ownedByViewer?: boolean | undefined;
  videoId?: string;
  notice?: NonNullable<PageFindings['notice']>;
  /** Judges what the generic finder saw: false throws it out. */
  keep?: (sighting: Sighting) => boolean;
  /** The one question that would tell more; its answer comes back as `page.environment.answer`. */
  request?: SiteRequest;
}

/** Asked from the page's own origin, with the person's own session, once a click. */
export interface SiteRequest {
  url: string;
  headers?: Readonly<Record<string, string>>;
}

export interface Site {
  name: string;
  matches(url: URL): boolean;
  /** Never has to succeed: undefined leaves the page to the generic finder. */
  read(page: Page): SiteReading | undefined;
}
