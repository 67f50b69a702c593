import type { Job, WorkKind } from './jobs';
import { lastAttempt, type Post } from './post';
import { isEnd } from './transitions';
import { untilNextLook, type WatchFacts } from './watching';

/** What the decision needs to know besides the post itself. */
export interface Facts extends WatchFacts {
  /** The job of the post's present state, if it was begun. */
  job: Job | undefined;
  jobRuns: boolean;
}

export type Step =
  | { do: 'rest'; until: number | undefined }
  /** Its time has come. */
  | { do: 'release' }
  /** Ask TikTok about the creator, choose the route, begin an attempt. */
  | { do: 'start' }
  /** Long work: begin it, or begin it again after whoever did it died. */
  | { do: 'work'; kind: WorkKind }
  /** An upload that was interrupted: ask TikTok what it holds before going on. */
  | { do: 'sync'; job: Job }
  | { do: 'take'; kind: WorkKind; job: Job }
  | { do: 'mend'; kind: WorkKind; job: Job }
  /** Ask TikTok to begin. */
  | { do: 'initiate' }
  /** TikTok was asked to begin, and nobody knows what it answered. */
  | { do: 'doubt' }
  | { do: 'look' }
  | { do: 'search' }
  /** It is out; its address is not known yet. */
  | { do: 'link' }
  /** The person wants it stopped. */
  | { do: 'stop' };

/** While long work runs elsewhere it reports its end; this is only for the case that it cannot any more. */
const heartbeat = { quiet: 30_000, attentive: 3_000 };

const workOf: Partial<Record<Post['state'], WorkKind>> = {
  fetching: 'fetch',
  preparing: 'prepare',
  relaying: 'relay',
  uploading: 'upload',
};

/** The long work of a state, where it has one. */
export const workKindOf = (state: Post['state']): WorkKind | undefined => workOf[state];

/** The next step of a post. Pure: everything it depends on is handed in. */
export function next(post: Post, now: number, facts: Facts): Step {
  if (post.cancelAskedAt !== undefined && !isEnd(post.state)) return { do: 'stop' };
  const kind = workOf[post.state];
  const due = dueAt(post, facts);
  // Work that came to an end is taken up at once, unless the post waits for a time of its own.
  if (kind && post.waitingFor === undefined) return workStep(kind, now, facts);
  if (due === undefined) return { do: 'rest', until: undefined };
  // Seen in the future: the clock was set back, and no time that was written down can be trusted.
  if (now < due && now >= post.seenAt) return { do: 'rest', until: due };
  return kind ? workStep(kind, now, facts) : stepOf(post, now);
}

function dueAt(post: Post, facts: Facts): number | undefined {
  const began = lastAttempt(post)?.deliveredAt;
  if (post.state !== 'processing' || began === undefined || post.waitingFor || post.nextAt === undefined) {
    return post.nextAt;
  }
  // Somebody opened a page: what was put off while nobody looked is due sooner now.
  const last = Math.max(post.seenAt, began);
  return Math.min(post.nextAt, last + untilNextLook(last - began, facts));
}

function workStep(kind: WorkKind, now: number, { job, jobRuns, listening }: Facts): Step {
  if (!job) return { do: 'work', kind };
  if (job.state === 'done') return { do: 'take', kind, job };
  if (job.state === 'failed') return { do: 'mend', kind, job };
  if (jobRuns) return { do: 'rest', until: now + (listening ? heartbeat.attentive : heartbeat.quiet) };
  return kind === 'upload' && job.starts > 0 ? { do: 'sync', job } : { do: 'work', kind };
}

function stepOf(post: Post, now: number): Step {
  switch (post.state) {
    case 'scheduled':
      return (post.scheduledAt ?? 0) <= now ? { do: 'release' } : { do: 'rest', until: post.scheduledAt };
    case 'waiting':
      return { do: 'start' };
    case 'initiating':
      return { do: lastAttempt(post)?.initiatedAt === undefined ? 'initiate' : 'doubt' };
    case 'processing':
      return { do: 'look' };
    case 'unknown':
      return { do: 'search' };
    case 'published':
    case 'inbox':
      return { do: 'link' };
    default:
      return { do: 'rest', until: undefined };
  }
}
