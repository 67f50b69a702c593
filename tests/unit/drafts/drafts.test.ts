import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { type Draft, untouchedSettings } from '../../../lib/drafts/draft';
import { createDrafts } from '../../../lib/drafts/drafts';
import { openDatabase } from '../../../lib/platform/database';

let databases = 0;

function draftsAt(now: number) {
  databases += 1;
  const clock = { now: () => now, sleep: () => Promise.resolve() };
  return createDrafts({ database: openDatabase(`drafts-${databases}`), clock, tell: () => {} });
}

const draft = (change: Partial<Draft> = {}): Draft => ({
  id: 'one',
  tabId: 7,
  pageUrl: 'https://shop.example/a',
  content: {
    kind: 'video',
    media: [],
    title: '',
    caption: 'first words',
    mode: 'direct',
    settings: untouchedSettings,
  },
  createdAt: 1,
  changedAt: 1,
  ...change,
});

describe('drafts', () => {
  it('finds the draft of a tab on the page it was begun on, whatever follows the #', async () => {
    const drafts = draftsAt(10);
    await drafts.keep(draft(), 'page');
    expect(await drafts.find({ tabId: 7, pageUrl: 'https://shop.example/a#top' })).toEqual(draft());
    expect(await drafts.find({ tabId: 7, pageUrl: 'https://shop.example/b' })).toBeUndefined();
    expect(await drafts.find({ tabId: 8, pageUrl: 'https://shop.example/a' })).toBeUndefined();
  });

  it('keeps a draft standing alone apart from those of pages', async () => {
    const drafts = draftsAt(10);
    const { tabId: _tab, pageUrl: _page, ...alone } = draft({ id: 'alone' });
    await drafts.keep(draft(), 'page');
    await drafts.keep(alone, 'page');
    expect((await drafts.find({}))?.id).toBe('alone');
  });

  it('finds the draft again on the same page after its tab was closed', async () => {
    const drafts = draftsAt(10);
    await drafts.keep(draft(), 'page');
    await drafts.releaseTab(7);
    expect((await drafts.find({ tabId: 99, pageUrl: 'https://shop.example/a' }))?.id).toBe('one');
  });

  it('lets go of all tabs after a restart and of drafts older than a month', async () => {
    const drafts = draftsAt(40 * 24 * 60 * 60 * 1_000);
    await drafts.keep(draft({ id: 'old' }), 'page');
    await drafts.keep(draft({ id: 'young', changedAt: 39 * 24 * 60 * 60 * 1_000 }), 'page');
    await drafts.tidy();
    expect(await drafts.read('old')).toBeUndefined();
    expect((await drafts.read('young'))?.tabId).toBeUndefined();
  });

  it('applies changes sent at once in the order they were sent, losing none', async () => {
    const drafts = draftsAt(10);
    await drafts.keep(draft(), 'page');
    const typed = [...'closing at any instant loses nothing'];
    await Promise.all([
      ...typed.map((_, index) =>
        drafts.change('one', { do: 'write', caption: typed.slice(0, index + 1).join('') }, 'page'),
      ),
      drafts.change('one', { do: 'mode', mode: 'inbox' }, 'another page'),
    ]);
    const kept = await drafts.read('one');
    expect(kept?.content.caption).toBe('closing at any instant loses nothing');
    expect(kept?.content.mode).toBe('inbox');
  });

  it('does not let an older copy of a draft overwrite a newer one', async () => {
    const drafts = draftsAt(10);
    await drafts.keep(draft({ changedAt: 5, accountId: 'new' }), 'page');
    await drafts.keep(draft({ changedAt: 2 }), 'page');
    expect((await drafts.read('one'))?.accountId).toBe('new');
  });

  it('treats what it cannot read as no draft instead of failing', async () => {
    const drafts = draftsAt(10);
    await (await openDatabase(`drafts-${databases}`)).put('drafts', { id: 'broken' });
    expect(await drafts.read('broken')).toBeUndefined();
    expect(await drafts.find({})).toBeUndefined();
  });
});
