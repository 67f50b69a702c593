import { AppError } from '../errors/app-error';
import type { PostState } from './post';

/**
 * Every way a post may move. Staying where it is is always allowed.
 * A state without a row to follow is the end; `waiting` stands at the start of every attempt.
 */
const ways: Readonly<Record<PostState, readonly PostState[]>> = {
  scheduled: ['waiting', 'cancelled'],
  waiting: ['fetching', 'preparing', 'relaying', 'initiating', 'failed', 'cancelled'],
  fetching: ['preparing', 'relaying', 'initiating', 'failed', 'cancelled'],
  preparing: ['relaying', 'initiating', 'failed', 'cancelled'],
  relaying: ['initiating', 'failed', 'cancelled'],
  // Back to waiting: TikTok does not own this address as verified, another route is tried.
  initiating: ['uploading', 'processing', 'unknown', 'waiting', 'failed', 'cancelled'],
  // Back to waiting: the upload address has lapsed, and nothing sent to it will be published.
  uploading: ['processing', 'published', 'inbox', 'unknown', 'waiting', 'failed', 'cancelled'],
  processing: ['published', 'inbox', 'unknown', 'failed', 'cancelled'],
  // It was found, or the person said whether it is there.
  unknown: ['published', 'inbox', 'waiting', 'cancelled'],
  published: [],
  inbox: [],
  cancelled: [],
  failed: [],
};

/** The one way out of an end, and only a person's own click takes it: another attempt. */
const retryable: readonly PostState[] = ['failed'];

export const isEnd = (state: PostState): boolean => ways[state].length === 0;
export const isRetryable = (state: PostState): boolean => retryable.includes(state);
export const waysFrom = (state: PostState): readonly PostState[] => ways[state];

/** Throws on a move nobody foresaw: better a stopped post than one posted twice. */
export function assertMove(from: PostState, to: PostState, byPerson = false): void {
  if (from === to || ways[from].includes(to)) return;
  if (byPerson && to === 'waiting' && isRetryable(from)) return;
  throw new AppError('unexpected', { cause: `no way from ${from} to ${to}` });
}
