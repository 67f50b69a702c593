import type { IDBPDatabase } from 'idb';
import * as z from 'zod/mini';
import { Id, List, Text } from '../platform/bounded';
import { type CapUse, capUse, day } from './cap-use';
import { Post, PostState } from './post';

export const HistoryQuery = z.object({
  limit: z.number().check(z.minimum(1), z.maximum(200)),
  /** Where the page before ended. */
  cursor: z.optional(Text(500)),
  accountId: z.optional(Id),
  states: z.optional(List(PostState, PostState.options.length)),
  /** Words of the caption, the title or the page's address. */
  text: z.optional(Text(10_000)),
});
export type HistoryQuery = z.infer<typeof HistoryQuery>;

export interface Page {
  posts: Post[];
  /** Absent on the last page. */
  cursor?: string;
}

export interface History {
  /** Newest first. Costs as much as it returns, however long the history is, unless words are looked for. */
  page(query: HistoryQuery): Promise<Page>;
  /** What is used of the account's caps of a day, with what is still on its way. */
  use(accountId: string, now: number): Promise<CapUse>;
}

/** A post may be sent, or sent again, days after it was made. */
const looksBack = 14 * day;

/** Sorts after any id. */
const lastId = '\uffff';

export function createHistory(database: Promise<IDBPDatabase>): History {
  return {
    async page(query) {
      const posts: Post[] = [];
      const { index, range } = placeOf(query);
      const { store } = (await database).transaction('posts');
      let cursor = await store.index(index).openCursor(range, 'prev');
      for (; cursor && posts.length < query.limit; cursor = await cursor.continue()) {
        const post = Post.safeParse(cursor.value);
        if (post.success && fits(post.data, query)) posts.push(post.data);
      }
      const last = posts.at(-1);
      return { posts, ...(cursor && last ? { cursor: `${last.createdAt}:${last.id}` } : {}) };
    },

    async use(accountId, now) {
      const range = IDBKeyRange.bound([accountId, now - looksBack], [accountId, []]);
      const found = await (await database).getAllFromIndex('posts', 'account', range);
      const posts = found.flatMap((raw) => Post.safeParse(raw).data ?? []);
      return capUse(posts, now, { onTheWay: true });
    },
  };
}

/** One index answers the narrowest part of the question; the rest is looked at post by post. */
function placeOf({ accountId, states, cursor }: HistoryQuery): { index: string; range: IDBKeyRange } {
  const [state, ...others] = states ?? [];
  const prefix = accountId !== undefined ? [accountId] : state && others.length === 0 ? [state] : [];
  const index = accountId !== undefined ? 'account' : prefix.length > 0 ? 'state' : 'newest';
  const before = readCursor(cursor);
  return { index, range: IDBKeyRange.bound(prefix, [...prefix, ...before], false, true) };
}

/** An array is greater than any number in the order of keys: without a cursor it stands for "the very end". */
function readCursor(cursor: string | undefined): IDBValidKey[] {
  const [, createdAt, id] = /^(\d+):(.+)$/s.exec(cursor ?? '') ?? [];
  return createdAt === undefined ? [[], lastId] : [Number(createdAt), id ?? lastId];
}

function fits({ accountId, state, content, pageUrl = '' }: Post, query: HistoryQuery): boolean {
  if (query.accountId !== undefined && accountId !== query.accountId) return false;
  if (query.states && query.states.length > 0 && !query.states.includes(state)) return false;
  const words = query.text?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
  const text = `${content.title}\n${content.caption}\n${pageUrl}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
