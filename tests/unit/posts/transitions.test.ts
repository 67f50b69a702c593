import { describe, expect, it } from 'vitest';
import { PostState } from '../../../lib/posts/post';
import { assertMove, isEnd, isRetryable, waysFrom } from '../../../lib/posts/transitions';

const states = PostState.options;
const reachable = (from: PostState, seen = new Set<PostState>()): Set<PostState> => {
  for (const to of waysFrom(from)) if (!seen.has(to)) reachable(to, seen.add(to));
  return seen;
};

describe('the ways a post may move', () => {
  it.each(states.filter((state) => !isEnd(state)))('leaves no post stuck in %s', (state) => {
    expect([...reachable(state)].some(isEnd)).toBe(true);
  });

  it.each(states.filter((state) => !isEnd(state)))('lets a post in %s be given up', (state) => {
    expect(waysFrom(state)).toContain('cancelled');
  });

  it('never leaves an end by itself', () => {
    for (const from of states.filter(isEnd)) {
      for (const to of states.filter((state) => state !== from)) {
        expect(() => assertMove(from, to)).toThrow();
      }
    }
  });

  it('lets a person try a failed post again, and no other that has ended', () => {
    expect(() => assertMove('failed', 'waiting', true)).not.toThrow();
    for (const from of states.filter((state) => isEnd(state) && !isRetryable(state))) {
      expect(() => assertMove(from, 'waiting', true)).toThrow();
    }
  });

  it('reaches TikTok only through the state whose intent is written down', () => {
    for (const from of states.filter((state) => state !== 'initiating'))
      expect(waysFrom(from)).not.toContain('uploading');
    expect(states.filter((from) => waysFrom(from).includes('processing'))).toEqual([
      'initiating',
      'uploading',
    ]);
  });

  it('starts every further attempt from waiting', () => {
    expect(states.filter((from) => waysFrom(from).includes('waiting'))).toEqual([
      'scheduled',
      'initiating',
      'uploading',
      'unknown',
    ]);
  });
});
