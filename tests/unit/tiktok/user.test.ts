import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readUser, userFields } from '../../../lib/tiktok/user';
import { errorOf, json, reply } from './replies';

const user = (fields: object) => json({ data: { user: fields }, error: { code: 'ok' } });

describe('userFields', () => {
  it('asks for nothing that was not granted', () => {
    expect(userFields(['user.info.basic', 'video.upload'])).not.toContain('username');
    expect(userFields(['user.info.basic', 'user.info.profile'])).toContain('username');
    expect(userFields(['user.info.basic', 'user.info.profile'])).not.toContain('follower_count');
  });
});

describe('readUser', () => {
  it('reads a whole user', () => {
    expect(
      readUser(
        user({
          open_id: 'o',
          display_name: ' Ada ',
          username: 'ada',
          avatar_url: 'https://cdn.example/a.jpg',
          avatar_large_url: 'https://cdn.example/large.jpg',
          is_verified: true,
          follower_count: 12,
          likes_count: 0,
        }),
      ),
    ).toEqual({
      displayName: 'Ada',
      username: 'ada',
      avatarUrl: 'https://cdn.example/large.jpg',
      isVerified: true,
      followers: 12,
      likes: 0,
    });
  });

  it('does without whatever is missing, null, huge or wrong', () => {
    const strange = {
      display_name: 'x'.repeat(5_000),
      username: null,
      avatar_url: 'javascript:alert(1)',
      is_verified: 'yes',
      follower_count: -1,
      video_count: 1.5e300,
    };
    expect(readUser(user(strange))).toEqual({ displayName: 'x'.repeat(200) });
    expect(readUser(user({}))).toEqual({ displayName: '' });
  });

  it('counts likes past what a number holds exactly', () => {
    const text = '{"data":{"user":{"likes_count":12345678901234567890}},"error":{"code":"ok"}}';
    expect(readUser(reply(text)).likes).toBeCloseTo(1.2345678901234567e19);
  });

  it('says unexpected when there is no user at all', () => {
    expect(errorOf(() => readUser(json({ data: null, error: { code: 'ok' } }))).code).toBe(
      'unexpected_response',
    );
  });

  it('only ever gives out https pictures', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['http', 'https', 'data', 'javascript'] }), (avatar_url) => {
        expect(readUser(user({ avatar_url })).avatarUrl ?? 'https://none').toMatch(/^https:\/\//);
      }),
    );
  });
});
