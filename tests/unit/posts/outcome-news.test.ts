import { describe, expect, it } from 'vitest';
import { isUnderWay, outcomeNews } from '../../../lib/posts/outcome-news';
import type { PostState } from '../../../lib/posts/post';
import { createWords } from '../../../lib/words';
import messages from '../../../public/_locales/en/messages.json';
import { post } from '../data/house';

const words = createWords((key) => (messages as Record<string, { message: string }>)[key]?.message, 'en');
const all = { notifyOnPublished: true, notifyOnTrouble: true };
const news = (state: PostState, wishes = all) => {
  const error = state === 'failed' ? { error: { code: 'spam_risk_text' as const, facts: {} } } : {};
  return outcomeNews(post({ state, ...error }), wishes, words);
};

describe('what the person is told', () => {
  it('names the post that is out', () => {
    expect(news('published')).toEqual({ title: 'Posted on TikTok', message: 'Glazing day' });
  });

  it('says what went wrong, in words, and of which post', () => {
    expect(news('failed')?.message).toMatch(/spam check.*Glazing day/);
  });

  it('says that a post is there twice, as trouble', () => {
    const twice = post({ state: 'published', error: { code: 'posted_twice', facts: { count: 2 } } });
    expect(outcomeNews(twice, all, words)).toEqual({
      title: 'Your post is on TikTok twice',
      message: expect.stringMatching(/2 times.*Glazing day/),
    });
    expect(outcomeNews(twice, { ...all, notifyOnTrouble: false }, words)).toBeUndefined();
  });

  it('asks about a post nobody knows the end of, and points to the inbox', () => {
    expect(news('unknown')?.message).toMatch(/look/);
    expect(news('inbox')?.message).toMatch(/notification/);
  });

  it('says nothing on the way, nothing of what the person did themselves, and nothing they do not want', () => {
    expect(
      ['waiting', 'uploading', 'processing', 'cancelled'].map((state) => news(state as PostState)),
    ).toEqual(Array(4).fill(undefined));
    expect(news('published', { ...all, notifyOnPublished: false })).toBeUndefined();
    expect(news('failed', { ...all, notifyOnTrouble: false })).toBeUndefined();
  });
});

it('counts on the toolbar what is under way, and nothing that has ended or waits for its day', () => {
  const counted = (
    ['scheduled', 'waiting', 'uploading', 'processing', 'unknown', 'published', 'failed'] as const
  ).filter((state) => isUnderWay(post({ state })));
  expect(counted).toEqual(['waiting', 'uploading', 'processing', 'unknown']);
});
