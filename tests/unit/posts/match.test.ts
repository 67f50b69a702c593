import { describe, expect, it } from 'vitest';
import { findPublished } from '../../../lib/posts/match';
import type { Post } from '../../../lib/posts/post';
import type { Video } from '../../../lib/tiktok/videos';
import { post as anyPost } from '../data/house';

const asked = Date.UTC(2026, 10, 20, 12);
const doubtful = (caption: string, duration?: number): Post => {
  const post = anyPost();
  const media = [
    {
      id: 'm',
      kind: 'video' as const,
      source: { from: 'url' as const, urls: ['https://a.example/a'], status: 'direct' as const },
      ...(duration === undefined ? {} : { duration }),
    },
  ];
  return {
    ...post,
    content: { ...post.content, caption, media },
    attempts: [{ ...firstOf(post), initiatedAt: asked }],
  };
};
const firstOf = (post: Post) => {
  const [attempt] = post.attempts;
  if (!attempt) throw new Error('no attempt');
  return attempt;
};
const listed = (more: Partial<Video> = {}): Video => ({
  id: '7501',
  createdAt: asked + 20_000,
  description: 'Glazing day',
  duration: 10,
  ...more,
});
const nobody = new Set<string>();

describe('recognising a post among the account’s videos', () => {
  it('knows it by its caption and time', () => {
    expect(
      findPublished(doubtful('Glazing day'), [listed({ id: '1', description: 'other' }), listed()], nobody)
        ?.id,
    ).toBe('7501');
  });

  it('knows a long caption by its first 150 characters, and folds white space as TikTok does', () => {
    const long = `Glazing  day\n${'and so on '.repeat(30)}`;
    expect(
      findPublished(
        doubtful(long),
        [listed({ description: long.replace(/\s+/g, ' ').slice(0, 149) })],
        nobody,
      ),
    ).toBeDefined();
  });

  it('is not taken in by an older video with the same words, nor by another post’s video', () => {
    expect(
      findPublished(doubtful('Glazing day'), [listed({ createdAt: asked - 600_000 })], nobody),
    ).toBeUndefined();
    expect(findPublished(doubtful('Glazing day'), [listed()], new Set(['7501']))).toBeUndefined();
  });

  it('is not taken in by a video of another length', () => {
    expect(findPublished(doubtful('Glazing day', 30), [listed({ duration: 10 })], nobody)).toBeUndefined();
  });

  it('without a caption is sure only of the one video of that length', () => {
    const blank = listed({ description: '' });
    expect(findPublished(doubtful('', 10), [blank], nobody)?.id).toBe('7501');
    expect(
      findPublished(doubtful('', 10), [blank, listed({ id: '7502', description: '' })], nobody),
    ).toBeUndefined();
    expect(findPublished(doubtful(''), [blank], nobody)).toBeUndefined();
  });
});
