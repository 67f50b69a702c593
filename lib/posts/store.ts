import type { IDBPDatabase, IDBPTransaction } from 'idb';
import * as z from 'zod/mini';
import type { SentDraft } from '../drafts/draft';
import { storing } from '../media/storage-error';
import { type Attempt, Post, PostEvent } from './post';
import { assertMove, isEnd } from './transitions';

/** What is noted in the audit trail with a change. */
export type Note = Omit<PostEvent, 'postId' | 'at' | 'attempt'>;

export interface PostStore {
  /**
   * All of them or none, and their draft goes in the same moment. Posts of these ids that stand already are given back
   * as they are: it was a second press on the same thing.
   */
  add(posts: readonly Post[], draft?: SentDraft): Promise<Post[]>;
  read(id: string): Promise<Post | undefined>;
  /** Everything Ferry has left to do something about, in the order it was submitted. */
  open(): Promise<Post[]>;
  /** The posts of an account that were submitted since then. */
  ofAccount(accountId: string, since: number): Promise<Post[]>;
  /**
   * Changes what stands now, and notes why, in one transaction: a cancel that came meanwhile is not lost,
   * and a move the table does not know is not made. Undefined: the change was called off.
   */
  change(id: string, change: (post: Post) => Change | undefined): Promise<Post | undefined>;
  events(postId: string): Promise<PostEvent[]>;
}

export interface Change {
  post: Post;
  notes?: readonly Note[];
  /** The person's own click, the only thing that starts a failed post anew. */
  byPerson?: boolean;
}

export function createPostStore(database: Promise<IDBPDatabase>, now: () => number): PostStore {
  return {
    add: (posts, draft) =>
      storing(async () => {
        const transaction = (await database).transaction(['posts', 'events', 'drafts'], 'readwrite');
        const standing = await standingOf(transaction, posts);
        const isNew = standing.length === 0;
        for (const post of isNew ? posts : []) {
          await transaction.objectStore('posts').add(settled(post, now()));
          await note(transaction, post, now(), [{ what: 'submitted' }]);
        }
        if (draft) await transaction.objectStore('drafts').delete(draft.id);
        if (draft?.left && isNew) await transaction.objectStore('drafts').add(draft.left);
        await transaction.done;
        return isNew ? [...posts] : standing;
      }),

    async read(id) {
      const found: unknown = await (await database).get('posts', id);
      return found === undefined ? undefined : z.parse(Post, found);
    },

    async open() {
      const found = await (await database).getAllFromIndex('posts', 'open', 1);
      return found.flatMap((raw) => readable(raw)).sort((one, other) => one.createdAt - other.createdAt);
    },

    async ofAccount(accountId, since) {
      const range = IDBKeyRange.bound([accountId, since], [accountId, []]);
      const found = await (await database).getAllFromIndex('posts', 'account', range);
      return found.flatMap((raw) => readable(raw));
    },

    change: (id, change) =>
      storing(async () => {
        const transaction = (await database).transaction(['posts', 'events'], 'readwrite');
        const found: unknown = await transaction.objectStore('posts').get(id);
        const before = found === undefined ? undefined : z.parse(Post, found);
        const made = before && change(before);
        if (!before || !made) return undefined;
        assertMove(before.state, made.post.state, made.byPerson);
        const time = now();
        const moved = made.post.state === before.state ? {} : { stateSince: time };
        const after = settled({ ...made.post, ...moved }, time);
        await transaction.objectStore('posts').put(after);
        await note(transaction, after, time, made.notes ?? []);
        await transaction.done;
        return after;
      }),

    async events(postId) {
      const found = await (await database).getAllFromIndex('events', 'post', postId);
      return z.parse(z.array(PostEvent), found);
    },
  };
}

/**
 * A post that has not ended always has a time at which it is looked at again; one with such a time is open.
 * Every write is a look: a time of look that lies ahead of the clock must not outlive the first one after it.
 */
function settled(post: Post, time: number): Post {
  const { open: _, nextAt, ...rest } = { ...post, attempts: post.attempts.map(closed) };
  const at = nextAt ?? (isEnd(post.state) ? undefined : time);
  return { ...rest, seenAt: time, ...(at === undefined ? {} : { open: 1, nextAt: at }) };
}

/** Whoever knows the address of an upload may send to it: what has ended keeps none. */
function closed(attempt: Attempt): Attempt {
  if (attempt.endedAt === undefined) return attempt;
  const { uploadUrl: _, uploadUrlExpiresAt: __, ...rest } = attempt;
  return rest;
}

async function standingOf(transaction: Writing, posts: readonly Post[]): Promise<Post[]> {
  const found = [];
  for (const { id } of posts) found.push(await transaction.objectStore('posts').get(id));
  return found.flatMap((raw) => (raw === undefined ? [] : readable(raw)));
}

type Writing = IDBPTransaction<unknown, string[], 'readwrite'>;

async function note(transaction: Writing, post: Post, at: number, notes: readonly Note[]): Promise<void> {
  const attempt = post.attempts.at(-1)?.number;
  for (const line of notes) {
    const event: PostEvent = { postId: post.id, at, ...(attempt ? { attempt } : {}), ...line };
    await transaction.objectStore('events').add(event);
  }
}

/** One record that cannot be read must not keep all others from travelling. */
function readable(raw: unknown): Post[] {
  const read = Post.safeParse(raw);
  if (!read.success) console.error('a stored post cannot be read', read.error);
  return read.success ? [read.data] : [];
}
