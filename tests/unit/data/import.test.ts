import { describe, expect, it } from 'vitest';
import { headerLine, readArchive, sealed } from '../../../lib/data/archive';
import { createExporter } from '../../../lib/data/exporter';
import { addTallies, createImporter } from '../../../lib/data/importer';
import type { ExportRecord } from '../../../lib/data/records';
import type { ExportPlace } from '../../../lib/data/shapes';
import { untouchedSettings } from '../../../lib/drafts/draft';
import { mergeSettings } from '../../../lib/settings/merge';
import { defaultSettings } from '../../../lib/settings/settings';
import { account, fakeSettings, freshDatabase, post } from './house';

const draft = {
  id: 'draft-1',
  tabId: 7,
  content: {
    kind: 'photo' as const,
    media: [
      {
        id: 'm1',
        kind: 'photo' as const,
        source: { from: 'url' as const, urls: ['https://shop.example/a.jpg'], status: 'direct' as const },
      },
      {
        id: 'm2',
        kind: 'photo' as const,
        source: { from: 'stash' as const, key: 'gone', name: 'b.jpg', size: 1, type: 'image/jpeg' },
      },
    ],
    title: 'Vase',
    caption: '',
    mode: 'inbox' as const,
    settings: untouchedSettings,
  },
  createdAt: 1,
  changedAt: 10,
};

async function filled() {
  const database = freshDatabase();
  const db = await database;
  await db.put('accounts', account());
  await db.put('posts', post());
  await db.put('posts', { ...post({ id: 'open', state: 'uploading' }), open: 1 });
  await db.put('events', { postId: 'post-1', at: 1, what: 'submitted' });
  await db.put('events', { postId: 'open', at: 1, what: 'submitted' });
  await db.put('drafts', draft);
  // More than one page of them.
  const transaction = db.transaction('growth', 'readwrite');
  for (let at = 0; at < 2_500; at += 1) {
    const day = new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10);
    await transaction.store.put({ accountId: 'open-1', videoId: '1', day, takenAt: 5, views: at });
  }
  await transaction.done;
  await db.put('snapshots', { accountId: 'open-1', day: '2026-11-21', takenAt: 5, followers: 12 });
  await db.put('videos', {
    id: '1',
    accountId: 'open-1',
    createdAt: 1,
    seenAt: 5,
    views: 3,
    coverUrl: 'https://c.example/1?sig=x',
  });
  return database;
}

async function exported(database: ReturnType<typeof freshDatabase>, settings = fakeSettings()) {
  const page = createExporter({ database, settings: settings.read, ferry: '0.1.0', now: () => 1 });
  const lines: string[] = [];
  let place: ExportPlace | undefined;
  do {
    const { lines: more, next } = await page(place);
    lines.push(...more);
    place = next;
  } while (place);
  return sealed(headerLine(1, '0.1.0'), lines);
}

const dump = async (database: ReturnType<typeof freshDatabase>, table: string) =>
  (await database).getAll(table);

describe('from one device to another', () => {
  it('everything arrives, and a second import of the same file changes nothing', async () => {
    const { records } = await readArchive(await exported(filled()));
    const database = freshDatabase();
    const importer = createImporter({ database, settings: fakeSettings() });
    const preview = await importer.preview(records);
    expect(await dump(database, 'growth')).toEqual([]);
    expect(await importer.merge(records)).toEqual(preview);
    expect(preview).toMatchObject({
      account: { added: 1 },
      post: { added: 1 },
      draft: { added: 1 },
      snapshot: { added: 1 },
      video: { added: 1 },
      growth: { added: 2_500 },
    });
    const again = await importer.merge(records);
    expect(Object.values(again).every(({ added, updated }) => added + updated === 0)).toBe(true);
    expect(await dump(database, 'events')).toHaveLength(1);
    expect(await dump(database, 'growth')).toHaveLength(2_500);
  });

  it('a post under way stays with the device that carries it', async () => {
    const { records } = await readArchive(await exported(filled()));
    expect(records.filter(({ is }) => is === 'post')).toHaveLength(1);
  });

  it('an account arrives without tokens and asks to be signed in', async () => {
    const { records } = await readArchive(await exported(filled()));
    const database = freshDatabase();
    await createImporter({ database, settings: fakeSettings() }).merge(records);
    expect(await dump(database, 'accounts')).toMatchObject([
      { id: 'open-1', accessExpiresAt: 0, trouble: { code: 'invalid_grant' } },
    ]);
    expect(await dump(database, 'secrets')).toEqual([]);
  });

  it('a draft names no file that did not come along, and no tab of another browser', async () => {
    const { records } = await readArchive(await exported(filled()));
    const database = freshDatabase();
    await createImporter({ database, settings: fakeSettings() }).merge(records);
    const [kept] = await dump(database, 'drafts');
    expect(kept).not.toHaveProperty('tabId');
    expect(kept.content.media.map(({ id }: { id: string }) => id)).toEqual(['m1']);
  });
});

describe('merging', () => {
  const snapshot = (takenAt: number, followers: number): ExportRecord => ({
    is: 'snapshot',
    value: { accountId: 'a', day: '2026-01-01', takenAt, followers },
  });

  it('the later reading wins, whichever side it is on', async () => {
    const database = freshDatabase();
    const importer = createImporter({ database, settings: fakeSettings() });
    await importer.merge([snapshot(5, 50)]);
    expect((await importer.merge([snapshot(4, 40)])).snapshot).toEqual({ added: 0, updated: 0, same: 1 });
    expect(await dump(database, 'snapshots')).toMatchObject([{ followers: 50 }]);
    expect((await importer.merge([snapshot(6, 60)])).snapshot).toEqual({ added: 0, updated: 1, same: 0 });
    expect(await dump(database, 'snapshots')).toMatchObject([{ followers: 60 }]);
  });

  it('what is here of a post or an account is never overwritten', async () => {
    const database = freshDatabase();
    await (await database).put('accounts', account());
    await (await database).put('posts', { ...post({ state: 'uploading' }), open: 1 });
    await createImporter({ database, settings: fakeSettings() }).merge([
      { is: 'account', value: { id: 'open-1', displayName: 'Someone', scopes: [], connectedAt: 0 } },
      { is: 'post', value: post({ state: 'failed' }), events: [{ postId: 'post-1', at: 1, what: 'x' }] },
    ]);
    expect(await dump(database, 'accounts')).toEqual([account()]);
    expect(await dump(database, 'posts')).toMatchObject([{ state: 'uploading' }]);
    expect(await dump(database, 'events')).toEqual([]);
  });

  it('an event that names another post is not believed', async () => {
    const database = freshDatabase();
    await createImporter({ database, settings: fakeSettings() }).merge([
      { is: 'post', value: post(), events: [{ postId: 'other', at: 1, what: 'x' }] },
    ]);
    expect(await dump(database, 'events')).toEqual([]);
  });

  it('adds up what the batches bring', async () => {
    const importer = createImporter({ database: freshDatabase(), settings: fakeSettings() });
    const one = await importer.preview([snapshot(1, 1)]);
    expect(addTallies(one, one).snapshot).toEqual({ added: 2, updated: 0, same: 0 });
  });
});

describe('mergeSettings', () => {
  const mine = {
    ...defaultSettings,
    captionTemplate: 'mine',
    hashtagSets: [{ name: 'Clay', tags: ['a'] }],
    ownHandles: ['@fern'],
  };
  const theirs = {
    ...defaultSettings,
    captionTemplate: 'theirs',
    theme: 'dark' as const,
    sync: true,
    currentAccountId: 'x',
    hashtagSets: [
      { name: 'Clay', tags: ['b'] },
      { name: 'Kiln', tags: ['c'] },
    ],
    ownHandles: ['@fern', '@moss'],
  };

  it('keeps what was decided here, takes what was not, joins lists', () => {
    expect(mergeSettings(mine, theirs)).toEqual({
      ...defaultSettings,
      captionTemplate: 'mine',
      theme: 'dark',
      hashtagSets: [
        { name: 'Clay', tags: ['a'] },
        { name: 'Kiln', tags: ['c'] },
      ],
      ownHandles: ['@fern', '@moss'],
      currentAccountId: undefined,
    });
  });

  it('merging twice is merging once', () => {
    const once = mergeSettings(mine, theirs);
    expect(mergeSettings(once, theirs)).toEqual(once);
  });
});
