import { describe, expect, it, vi } from 'vitest';
import { dropFiles, sweepFiles } from '../../../lib/data/sweeper';
import { freshDatabase, post } from './house';

const day = 86_400_000;
const now = 100 * day;

const withFile = (key: string, more: Parameters<typeof post>[0]) => {
  const made = post({ id: key, ...more });
  const source = { from: 'stash' as const, key: `file-${key}`, name: 'a.mp4', size: 1, type: 'video/mp4' };
  return { ...made, content: { ...made.content, media: [{ id: 'm', kind: 'video' as const, source }] } };
};

describe('sweeping files', () => {
  it('keeps what a draft, a post under way or one that may be tried again needs, and nothing else', async () => {
    const database = freshDatabase();
    const db = await database;
    await db.put('drafts', {
      id: 'd',
      content: { media: [{ source: { from: 'stash', key: 'file-draft' } }] },
    });
    await db.put('posts', withFile('done', { stateSince: now }));
    await db.put('posts', {
      ...withFile('open', { state: 'uploading' }),
      open: 1,
      fetched: ['file-fetched'],
    });
    await db.put('posts', withFile('failed', { state: 'failed', stateSince: now - day }));
    await db.put('posts', withFile('stale', { state: 'failed', stateSince: now - 30 * day }));
    await db.put('jobs', { key: 'open/1/fetch', mark: { to: 'file-half' } });
    await db.put('posts', { id: 'unreadable', media: 'file-unreadable' });
    const sweep = vi.fn<(named: ReadonlySet<string>, before: number) => Promise<void>>(async () => {});
    await sweepFiles({ database, stash: { list: async () => [{ createdAt: 0 }], sweep }, now: () => now });
    const [named, before] = sweep.mock.calls[0] ?? [new Set<string>(), 0];
    expect([...named].filter((text) => text.startsWith('file-')).sort()).toEqual([
      'file-draft',
      'file-failed',
      'file-fetched',
      'file-half',
      'file-open',
      'file-unreadable',
    ]);
    expect(before).toBe(now - 3_600_000);
  });

  it('does not read the history when there is no file to decide about', async () => {
    const sweep = vi.fn(async () => {});
    const list = async () => [{ createdAt: now - 1_000 }];
    await sweepFiles({ database: freshDatabase(), stash: { list, sweep }, now: () => now });
    expect(sweep).not.toHaveBeenCalled();
  });
});

it('what was erased takes its files along, but for those that something else names', async () => {
  const database = freshDatabase();
  const db = await database;
  await db.put('posts', withFile('other', { stateSince: now }));
  await db.put('drafts', { id: 'd', content: { media: [{ source: { from: 'stash', key: 'file-both' } }] } });
  const remove = vi.fn(async (_key: string) => {});
  const list = async () => ['file-both', 'file-other', 'file-erased', 'file-new'].map((key) => ({ key }));
  const named = new Set(['a caption', 'file-both', 'file-erased', 'file-gone-before']);
  await dropFiles(database, { list, remove }, named);
  expect(remove.mock.calls).toEqual([['file-erased']]);
});
