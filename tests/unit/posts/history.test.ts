import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../lib/platform/database';
import { createHistory, type History, type HistoryQuery } from '../../../lib/posts/history';
import { createPostStore, type PostStore } from '../../../lib/posts/store';
import { attempt, post } from '../data/house';

let history: History;
let store: PostStore;
let now = 0;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  const database = openDatabase();
  history = createHistory(database);
  store = createPostStore(database, () => now);
});

const add = (id: string, createdAt: number, more: Parameters<typeof post>[0] = {}) =>
  store.add([post({ id, createdAt, ...more })]);
const ids = async (query: Partial<HistoryQuery> = {}) =>
  (await history.page({ limit: 10, ...query })).posts.map(({ id }) => id);

describe('the history', () => {
  it('lists the newest first, page by page, and skips nobody of the same moment', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) await add(id, 100);
    await add('old', 50);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await history.page({ limit: 2, ...(cursor ? { cursor } : {}) });
      seen.push(...page.posts.map(({ id }) => id));
      cursor = page.cursor;
    } while (cursor);
    expect(seen).toEqual(['e', 'd', 'c', 'b', 'a', 'old']);
  });

  it('shows one account’s, one state’s, or those with certain words', async () => {
    const content = post().content;
    await add('one', 1, { accountId: 'fern', content: { ...content, caption: 'Blue vase' } });
    await add('two', 2, {
      accountId: 'moss',
      state: 'failed',
      content: { ...content, caption: 'Blue bowl' },
    });
    await add('three', 3, {
      accountId: 'fern',
      state: 'failed',
      content: { ...content, caption: 'Red bowl' },
    });
    expect(await ids({ accountId: 'fern' })).toEqual(['three', 'one']);
    expect(await ids({ states: ['failed'] })).toEqual(['three', 'two']);
    expect(await ids({ states: ['failed', 'published'] })).toEqual(['three', 'two', 'one']);
    expect(await ids({ accountId: 'fern', states: ['failed'] })).toEqual(['three']);
    expect(await ids({ text: 'BOWL blue' })).toEqual(['two']);
  });
});

describe('the store', () => {
  it('keeps in the open ones exactly what there is something left to do for', async () => {
    await add('ended', 1);
    await add('waiting', 2, { state: 'waiting', nextAt: 5 });
    await add('linkless', 3, { state: 'published', nextAt: 9 });
    expect((await store.open()).map(({ id }) => id)).toEqual(['waiting', 'linkless']);
  });

  it('gives every unfinished post a time to be looked at, even when it was forgotten', async () => {
    now = 77;
    await add('forgotten', 1, { state: 'processing' });
    expect(await store.open()).toMatchObject([{ id: 'forgotten', nextAt: 77 }]);
  });

  it('makes no move the table does not know, and notes nothing of it', async () => {
    await add('one', 1);
    const illegal = store.change('one', (standing) => ({
      post: { ...standing, state: 'uploading' },
      notes: [{ what: 'cheat' }],
    }));
    await expect(illegal).rejects.toMatchObject({ code: 'unexpected' });
    expect((await store.read('one'))?.state).toBe('published');
    expect((await store.events('one')).map(({ what }) => what)).toEqual(['submitted']);
  });

  it('loses no change of two that come at once', async () => {
    await add('one', 1, { state: 'waiting' });
    await Promise.all(
      Array.from({ length: 10 }, () =>
        store.change('one', (standing) => ({
          post: { ...standing, tries: standing.tries + 1 },
          notes: [{ what: 'again' }],
        })),
      ),
    );
    expect((await store.read('one'))?.tries).toBe(10);
    expect(await store.events('one')).toHaveLength(11);
  });

  it('tells what one account has used of its day, however old the post that was sent again is', async () => {
    const week = 7 * 86_400_000;
    now = 100 * week;
    const initiated = (id: string, createdAt: number, at: number, accountId = 'a') =>
      add(id, createdAt, { accountId, attempts: [attempt({ initiatedAt: at })] });
    await initiated('again', now - week, now - 1_000);
    await initiated('before', now - week, now - week);
    await initiated('other', now, now, 'b');
    await add('next', now, { accountId: 'a', state: 'waiting', attempts: [] });
    expect((await history.use('a', now)).posts).toEqual({
      used: 2,
      limit: 15,
      freesAt: now - 1_000 + 86_400_000,
    });
  });
});
