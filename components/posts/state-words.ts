import type { Post, PostState } from '../../lib/posts/post';
import type { NoticeTone } from '../ui/Notice';

/** How a state looks and where on the crossing it is: 0 at the page, 1 at TikTok. */
interface StateLook {
  tone: NoticeTone | 'accent' | undefined;
  along: number;
}

const looks: Record<PostState, StateLook> = {
  scheduled: { tone: undefined, along: 0 },
  waiting: { tone: undefined, along: 0.04 },
  fetching: { tone: 'accent', along: 0.1 },
  preparing: { tone: 'accent', along: 0.3 },
  relaying: { tone: 'accent', along: 0.4 },
  initiating: { tone: 'accent', along: 0.45 },
  uploading: { tone: 'accent', along: 0.5 },
  processing: { tone: 'accent', along: 0.85 },
  published: { tone: 'ok', along: 1 },
  inbox: { tone: 'ok', along: 1 },
  failed: { tone: 'danger', along: 0.5 },
  unknown: { tone: 'warn', along: 0.85 },
  cancelled: { tone: undefined, along: 0 },
};

/** How much of the way a state with bytes covers. */
const spans: Partial<Record<PostState, number>> = {
  fetching: 0.2,
  preparing: 0.1,
  relaying: 0.1,
  uploading: 0.35,
};

export const toneOf = (state: PostState) => looks[state].tone;

/** How far across it is, 0…1. */
export function alongOf({ state, progress }: Pick<Post, 'state' | 'progress'>): number {
  const done = progress && progress.total > 0 ? progress.done / progress.total : 0;
  return looks[state].along + (spans[state] ?? 0) * Math.min(1, done);
}

export const isOver = (state: PostState): boolean =>
  ['published', 'inbox', 'failed', 'unknown', 'cancelled'].includes(state);

export const isMoving = (state: PostState): boolean => !isOver(state) && state !== 'scheduled';
