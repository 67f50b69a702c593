import { describe, expect, it, vi } from 'vitest';
import { stopPosts } from '../../../lib/data/stop-posts';
import type { Post } from '../../../lib/posts/post';
import { post } from './house';

/** What becomes of each post once it was asked to stop, and after how long. */
function build(posts: Post[], becomes: (post: Post) => { after: number; state: Post['state'] } | undefined) {
  let now = 0;
  const wished = new Set<string>();
  const cancel = vi.fn(async (id: string) => {
    if (id === 'late') throw new Error('ended');
    wished.add(id);
  });
  const look = (one: Post): Post => {
    const end = becomes(one);
    if (end && now >= end.after) return { ...one, state: end.state };
    return wished.has(one.id) ? { ...one, cancelAskedAt: 0 } : one;
  };
  const clock = {
    now: () => now,
    sleep: async (ms: number) => {
      now += ms;
    },
  };
  const read = async (id: string) => posts.map(look).find((one) => one.id === id);
  return { parts: { open: async () => posts, read, cancel, clock }, cancel, elapsed: () => now };
}
const open = (id: string, accountId = 'open-1') => post({ id, accountId, state: 'uploading' });

describe('stopping what is under way', () => {
  it('cancels only what belongs to the account, and waits until it has ended', async () => {
    const posts = [open('a'), open('late'), open('b', 'open-2')];
    const { parts, cancel, elapsed } = build(posts, () => ({ after: 1_000, state: 'cancelled' }));
    expect(await stopPosts(parts, 'open-1')).toBe(0);
    expect(cancel.mock.calls).toEqual([['a'], ['late']]);
    expect(elapsed()).toBe(1_000);
  });

  it('without an account it is everything; what will not end is not waited for for ever, and is told', async () => {
    const { parts, cancel, elapsed } = build([open('a'), open('b', 'open-2')], () => undefined);
    expect(await stopPosts(parts)).toBe(2);
    expect(cancel).toHaveBeenCalledTimes(2);
    expect(elapsed()).toBeLessThan(11_000);
  });

  it('tells of those that TikTok had published, or has in hand, before they could be stopped', async () => {
    const ends: Record<string, Post['state']> = { a: 'cancelled', b: 'published', c: 'failed', d: 'unknown' };
    const posts = Object.keys(ends).map((id) => open(id));
    const { parts } = build(posts, ({ id }) => ({ after: 400, state: ends[id] ?? 'failed' }));
    expect(await stopPosts(parts)).toBe(2);
  });

  it('does not wait long for what can no longer be stopped here', async () => {
    const { parts, elapsed } = build([open('late')], () => undefined);
    expect(await stopPosts(parts)).toBe(1);
    expect(elapsed()).toBeLessThan(4_000);
  });

  it('is not held up by a post that only waits for its link, and does not tell of it', async () => {
    const { parts, cancel, elapsed } = build([post({ state: 'published', open: 1 })], () => undefined);
    expect(await stopPosts(parts)).toBe(0);
    expect([cancel.mock.calls.length, elapsed()]).toEqual([0, 0]);
  });

  it('is not held up by a post in doubt, and tells of it', async () => {
    const { parts, cancel, elapsed } = build([post({ state: 'unknown' })], () => undefined);
    expect(await stopPosts(parts)).toBe(1);
    expect([cancel.mock.calls.length, elapsed()]).toEqual([0, 0]);
  });
});
