import { describe, expect, it } from 'vitest';
import { secondsLeft } from '../../../lib/posts/time-left';

describe('how long work still takes', () => {
  it('is what is left at the present pace', () => {
    expect(secondsLeft({ done: 250, total: 1_000, perSecond: 10 })).toBe(75);
  });

  it.each([
    ['before there is a pace', { done: 250, total: 1_000 }],
    ['when it stands still', { done: 250, total: 1_000, perSecond: 0 }],
    ['in the first moments', { done: 10, total: 1_000, perSecond: 10 }],
    ['at the end', { done: 1_000, total: 1_000, perSecond: 10 }],
    ['when nobody knows how much it is', { done: 10, total: 0, perSecond: 10 }],
  ])('is not said %s', (_when, progress) => {
    expect(secondsLeft(progress)).toBeUndefined();
  });
});
