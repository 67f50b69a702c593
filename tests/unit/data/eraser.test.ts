import { describe, expect, it, vi } from 'vitest';
import { createEraser } from '../../../lib/data/eraser';
import { account, freshDatabase, post } from './house';

async function filled() {
  const database = freshDatabase();
  const db = await database;
  for (const id of ['open-1', 'open-2']) {
    await db.put('accounts', account({ id }));
    await db.put('secrets', { accessToken: 'a' }, `tokens:${id}`);
    await db.put('posts', post({ id: `post-${id}`, accountId: id }));
    await db.put('events', { postId: `post-${id}`, at: 1, what: 'x' });
    await db.put('jobs', { key: `post-${id}/1/upload` });
    await db.put('drafts', { id: `draft-${id}`, accountId: id });
    await db.put('snapshots', { accountId: id, day: '2026-01-01', takenAt: 1 });
    await db.put('videos', { accountId: id, id: '1', createdAt: 1, seenAt: 1 });
    await db.put('growth', { accountId: id, videoId: '1', day: '2026-01-01', takenAt: 1 });
    await db.put('readings', { accountId: id, triedAt: 1 });
    await db.put('pacing', { calls: [1], strikes: 0 }, `${id}/status`);
  }
  return db;
}

async function build(disconnect = vi.fn(async () => undefined)) {
  const db = await filled();
  const calls = {
    stopPosts: vi.fn(async () => 2),
    forgetWishes: vi.fn(async () => {}),
    dropFiles: vi.fn(async (_: ReadonlySet<string>) => {}),
    clearRest: vi.fn(async () => {}),
    changed: vi.fn(),
  };
  const eraser = createEraser({
    database: Promise.resolve(db),
    disconnect,
    accountIds: async () => ['open-1', 'open-2'],
    ...calls,
  });
  const left = async () => {
    const found: string[] = [];
    for (const name of db.objectStoreNames) {
      for (const value of await db.getAll(name)) found.push(`${name} ${JSON.stringify(value)}`);
      for (const key of await db.getAllKeys(name)) found.push(`${name} ${String(key)}`);
    }
    return found;
  };
  return { eraser, left, disconnect, ...calls };
}

describe('erasing', () => {
  it('an account leaves nothing behind, and takes nothing of another along', async () => {
    const { eraser, left, disconnect, stopPosts, dropFiles, forgetWishes } = await build();
    const before = await left();
    expect(await eraser.eraseAccount('open-1')).toEqual({ left: 2 });
    expect(forgetWishes).toHaveBeenCalledWith('open-1');
    const after = await left();
    expect(after.filter((line) => line.includes('open-1'))).toEqual([]);
    expect(after.filter((line) => line.includes('open-2'))).toEqual(
      before.filter((line) => line.includes('open-2')),
    );
    expect(disconnect).toHaveBeenCalledWith('open-1');
    expect(stopPosts).toHaveBeenCalledWith('open-1');
    const [files] = dropFiles.mock.calls[0] ?? [];
    expect(files).toContain('draft-open-1');
    expect(files).not.toContain('draft-open-2');
  });

  it('goes on when TikTok cannot be told', async () => {
    const { eraser, left } = await build(vi.fn(async () => Promise.reject(new Error('offline'))));
    await eraser.eraseAccount('open-1');
    expect((await left()).filter((line) => line.includes('open-1'))).toEqual([]);
  });

  it('everything is everything', async () => {
    const { eraser, left, disconnect, clearRest } = await build();
    await eraser.eraseAll();
    expect(await left()).toEqual([]);
    expect(disconnect.mock.calls).toEqual([['open-1'], ['open-2']]);
    expect(clearRest).toHaveBeenCalled();
  });
});
