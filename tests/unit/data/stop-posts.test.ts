import { describe, expect, it, vi } from 'vitest';
import { stopPosts } from '../../../lib/data/stop-posts';
import type { Post } from '../../../lib/posts/post';
import { post } from './house';

function build(posts: Post[], ends: boolean) {
  let now = 0;
  let standing = posts;
  const clock = {
    now: () => now,
    sleep: async (ms: number) => {
      now += ms;
      if (ends && now > 1_000) standing = [];
    },
  };
  const cancel = vi.fn(async (id: string) =>
    id === 'late' ? Promise.reject(new Error('ended')) : undefined,
  );
  return { parts: { open: async () => standing, cancel, clock }, cancel, elapsed: () => now };
}
const open = (id: string, accountId = 'open-1') => post({ id, accountId, state: 'uploading' });

describe('stopping what is under way', () => {
  it('cancels only what belongs to the account, and waits until it has ended', async () => {
    const { parts, cancel, elapsed } = build([open('a'), open('late'), open('b', 'open-2')], true);
    await stopPosts(parts, 'open-1');
    expect(cancel.mock.calls).toEqual([['a'], ['late']]);
    expect(elapsed()).toBeGreaterThan(1_000);
  });

  it('without an account it is everything; what will not end is not waited for for ever', async () => {
    const { parts, cancel, elapsed } = build([open('a'), open('b', 'open-2')], false);
    await stopPosts(parts);
    expect(cancel).toHaveBeenCalledTimes(2);
    expect(elapsed()).toBeLessThan(11_000);
  });

  it.each([
    ['only waits for its link', post({ state: 'published', open: 1 })],
    ['TikTok may have, with nothing left here to stop,', post({ state: 'unknown' })],
  ])('a post that %s does not hold it up', async (_what, standing) => {
    const { parts, cancel, elapsed } = build([standing], false);
    await stopPosts(parts);
    expect([cancel.mock.calls.length, elapsed()]).toEqual([0, 0]);
  });
});
