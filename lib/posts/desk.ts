import * as z from 'zod/mini';
import { Content, type SentDraft } from '../drafts/draft';
import { AppError, toErrorData } from '../errors/app-error';
import { Id, Moment, PageAddress } from '../platform/bounded';
import { mostPhotos } from '../tiktok/limits';
import type { Engine } from './engine';
import type { EngineParts } from './parts';
import { type Post, Thumbnail, withAttempt } from './post';
import { cancelled, published } from './steps/outcome';
import type { Change } from './store';
import { tellingStore } from './telling-store';
import { isEnd, isRetryable } from './transitions';

/** What a person hands over to be posted. */
export const Submission = z.object({
  accountId: Id,
  content: Content,
  pageUrl: z.optional(PageAddress),
  thumbnail: z.optional(Thumbnail),
  /** Unix ms; absent is now. */
  scheduledAt: z.optional(Moment),
});
export type Submission = z.infer<typeof Submission>;

/** What only the person can know of a post that may be out: it is, or it is not and is to go again, or to be let be. */
export const Word = z.enum(['there', 'send-again', 'let-be']);
export type Word = z.infer<typeof Word>;

/** Everything a person does to posts. The engine does the rest. */
export interface Desk {
  /** With the draft they were made of, a second press on it makes nothing new. */
  submit(submissions: readonly Submission[], draft?: SentDraft): Promise<Post[]>;
  cancel(id: string): Promise<Post>;
  retry(id: string): Promise<Post>;
  /** The answer to "TikTok may have this". */
  resolveUnknown(id: string, word: Word): Promise<Post>;
}

type DeskParts = Pick<EngineParts, 'store' | 'stash' | 'clock' | 'changed' | 'announce'> & {
  engine: Pick<Engine, 'expecting'>;
  newId?: () => string;
};

export function createDesk(parts: DeskParts): Desk {
  const { stash, clock, engine, changed, newId = () => crypto.randomUUID() } = parts;
  const store = tellingStore(parts);

  const change = async (id: string, make: (post: Post) => Change | undefined): Promise<Post> => {
    const after = await engine.expecting(() => store.change(id, make));
    if (!after) throw new AppError('not_possible_now');
    return after;
  };

  return {
    async submit(submissions, draft) {
      for (const { content } of submissions) assertComplete(content);
      const now = clock.now();
      const press = draft ? await pressOn(draft, submissions) : newId();
      const batch = submissions.length > 1 ? press : undefined;
      const posts = submissions.map((submission, index) =>
        newPost(submission, `${press}-${index}`, now + index, batch),
      );
      const standing = await engine.expecting(() => store.add(posts, draft));
      for (const post of standing) changed(post);
      return standing;
    },

    cancel: (id) =>
      change(id, (post) => {
        // What TikTok may have cannot be called cancelled: there the person is asked instead.
        if (isEnd(post.state) || post.state === 'unknown') return undefined;
        const cancelAskedAt = clock.now();
        return {
          post: { ...post, cancelAskedAt, nextAt: cancelAskedAt },
          notes: [{ what: 'cancel-wished' }],
        };
      }),

    async retry(id) {
      const post = await store.read(id);
      const gone = new Set<string>();
      for (const key of [...(post?.fetched ?? []), ...(post?.ready ?? [])]) {
        if (!(await stash.find(key))?.whole) gone.add(key);
      }
      return change(id, (standing) => {
        if (!isRetryable(standing.state)) return undefined;
        return { post: anew(standing, gone, clock.now()), notes: [{ what: 'retried' }], byPerson: true };
      });
    },

    resolveUnknown: (id, word) =>
      change(id, (post) => {
        if (post.state !== 'unknown') return undefined;
        const now = clock.now();
        if (word === 'there')
          return { post: published(post, [], now), notes: [{ what: 'said-to-be-there' }] };
        const over = withAttempt(post, { endedAt: now, error: toErrorData(new AppError('outcome_unknown')) });
        const said = { what: 'said-not-to-be-there' };
        if (word === 'send-again') return { post: anew(over, new Set(), now), notes: [said] };
        return { ...cancelled(over, now), notes: [said] };
      }),
  };
}

/**
 * The same for the same draft with the same in it, whichever page it is pressed on, and however often: whoever never
 * heard that it was taken presses again.
 */
async function pressOn({ id }: SentDraft, submissions: readonly Submission[]): Promise<string> {
  const said = new TextEncoder().encode(JSON.stringify(submissions));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', said));
  return `${id}-${Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

function newPost(submission: Submission, id: string, now: number, batch: string | undefined): Post {
  const { scheduledAt } = submission;
  const isLater = scheduledAt !== undefined && scheduledAt > now;
  return {
    ...submission,
    id,
    ...(batch === undefined ? {} : { batch }),
    createdAt: now,
    state: isLater ? 'scheduled' : 'waiting',
    stateSince: now,
    attempts: [],
    nextAt: isLater ? scheduledAt : now,
    seenAt: now,
    tries: 0,
    looks: 0,
    videoIds: [],
  };
}

/**
 * The same post, ready for another attempt; files that are gone are fetched or made again, and what was on the
 * person's own host was tidied away when it ended.
 */
function anew(post: Post, gone: ReadonlySet<string>, now: number): Post {
  const { error: _, waitingFor: __, cancelAskedAt: ___, fetched, ready, triedAt: ____, ...kept } = post;
  const { relayed: _____, ...rest } = kept;
  const isWhole = (keys: string[] | undefined) => keys !== undefined && !keys.some((key) => gone.has(key));
  return {
    ...rest,
    ...(fetched && isWhole(fetched) ? { fetched } : {}),
    ...(ready && isWhole(ready) ? { ready } : {}),
    state: 'waiting',
    tries: 0,
    looks: 0,
    nextAt: now,
  };
}

/** What no screen should have let through. */
function assertComplete({ kind, media, mode, settings, slideshow }: Content): void {
  const wanted = slideshow ? 'photo' : kind;
  const most = wanted === 'video' ? 1 : mostPhotos;
  if (media.length < 1 || media.length > most || media.some((item) => item.kind !== wanted)) {
    throw new AppError('unexpected', { cause: `${media.length} media for a ${kind} post` });
  }
  if (mode === 'direct' && !settings.privacy) throw new AppError('privacy_level_option_mismatch');
}
