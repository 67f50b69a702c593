import type { Stash } from '../media/stash';
import type { LastingAlarms } from '../platform/alarms';
import type { Clock } from '../platform/clock';
import type { Locks } from '../platform/locks';
import type { PostingApi } from '../tiktok/posting';
import type { Jobs } from './jobs';
import type { Pacing } from './pacing';
import type { Post } from './post';
import type { PostStore } from './store';

/** Tokens belong to the accounts; the engine is handed a way to them. */
export interface TokenSource {
  getAccessToken(accountId: string): Promise<string>;
  /** TikTok refused this one: the one to use instead. */
  tokenRejected(accountId: string, rejected: string): Promise<string>;
}

/** Whoever does the long work: another page in Chrome, this one in Firefox. */
export interface HandsLine {
  start(key: string): Promise<void>;
  stop(key: string): Promise<void>;
}

/** What the person has set up that decides about the way. */
export interface Ways {
  verifiedPrefixes(): Promise<readonly string[]>;
  hasBucket(): Promise<boolean>;
  /** TikTok says a marked prefix is not verified after all. */
  forgetPrefix(prefix: string): Promise<void>;
  /** Whether this address answers with a redirect. */
  redirects(url: string): Promise<boolean>;
  /** Which of these addresses Ferry may read whatever the site's server says. */
  granted(urls: readonly string[]): Promise<string[]>;
}

export interface EngineParts {
  store: PostStore;
  jobs: Jobs;
  hands: HandsLine;
  stash: Pick<Stash, 'find' | 'remove'>;
  pacing: Pacing;
  api: PostingApi;
  tokens: TokenSource;
  ways: Ways;
  clock: Clock;
  alarms: LastingAlarms;
  locks: Locks;
  random: () => number;
  isOnline: () => boolean;
  /** News for open pages. */
  changed: (post: Post) => void;
  /** It came to an end, or to a point where the person must decide. */
  announce: (post: Post) => void;
}
