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
const nobody: readonly Post[] = [];
const another = (more: Partial<Post> = {}): Post => {
  const { content, ...post } = doubtful('Glazing day');
  const seen = { ...content, settings: { ...content.settings, privacy: 'PUBLIC_TO_EVERYONE' } };
  return { ...post, content: seen, id: 'other', videoIds: [], ...more };
};
const idsOf = (found: readonly Video[] | undefined) => found?.map(({ id }) => id);

describe('recognising a post among the account’s videos', () => {
  it('knows it by its caption and time', () => {
    const videos = [listed({ id: '1', description: 'other' }), listed()];
    expect(idsOf(findPublished(doubtful('Glazing day'), videos, nobody))).toEqual(['7501']);
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
    const owner = another({ state: 'published', videoIds: ['7501'] });
    expect(findPublished(doubtful('Glazing day'), [listed()], [owner])).toBeUndefined();
  });

  it('is not taken in by a video of another length', () => {
    expect(findPublished(doubtful('Glazing day', 30), [listed({ duration: 10 })], nobody)).toBeUndefined();
  });

  it('without a caption is sure only of the one video of that length', () => {
    const blank = listed({ description: '' });
    expect(idsOf(findPublished(doubtful('', 10), [blank], nobody))).toEqual(['7501']);
    expect(
      findPublished(doubtful('', 10), [blank, listed({ id: '7502', description: '' })], nobody),
    ).toBeUndefined();
    expect(findPublished(doubtful(''), [blank], nobody)).toBeUndefined();
  });

  it('finds both where the request was sent twice, the older first', () => {
    const videos = [listed({ id: '7502', createdAt: asked + 21_000 }), listed()];
    expect(idsOf(findPublished(doubtful('Glazing day'), videos, nobody))).toEqual(['7501', '7502']);
  });

  it('does not decide whose video it is while another post with the same words has none yet', () => {
    const decided = (other: Post) =>
      findPublished(doubtful('Glazing day'), [listed()], [other]) !== undefined;
    expect(decided(another({ state: 'processing' }))).toBe(false);
    expect(decided(another({ state: 'unknown' }))).toBe(false);
    expect(decided(another({ state: 'published', stateSince: asked }))).toBe(false);
    expect(decided(another({ state: 'published', stateSince: asked - 600_000 }))).toBe(true);
    expect(decided(another({ state: 'failed' }))).toBe(true);
    expect(decided(another({ state: 'processing', content: doubtful('Trimming day').content }))).toBe(true);
  });
});
