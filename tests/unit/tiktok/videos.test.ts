import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Http } from '../../../lib/tiktok/http';
import { listVideos, queryVideos, readVideoPage, readVideos, Video } from '../../../lib/tiktok/videos';
import { errorOf, json, reply } from './replies';

const ok = { code: 'ok', message: '', log_id: 'L' };
const whole = {
  id: '7301234567890123457',
  create_time: 1_700_000_000,
  title: 'Glazing day',
  video_description: 'Glazing day #pottery',
  cover_image_url: 'https://p16.tiktokcdn.com/cover.jpeg?x-expires=1',
  share_url: 'https://www.tiktok.com/@fern/video/7301234567890123457',
  duration: 31,
  view_count: 1200,
  like_count: 80,
  comment_count: 4,
  share_count: 2,
};

describe('readVideoPage', () => {
  it('reads every field, and where the next page begins', () => {
    const page = readVideoPage(
      json({ data: { videos: [whole], cursor: 1_699_999_000_000, has_more: true }, error: ok }),
    );
    expect(page).toEqual({
      videos: [
        {
          id: '7301234567890123457',
          createdAt: 1_700_000_000_000,
          title: 'Glazing day',
          description: 'Glazing day #pottery',
          coverUrl: 'https://p16.tiktokcdn.com/cover.jpeg?x-expires=1',
          shareUrl: 'https://www.tiktok.com/@fern/video/7301234567890123457',
          duration: 31,
          views: 1200,
          likes: 80,
          comments: 4,
          shares: 2,
        },
      ],
      next: 1_699_999_000_000,
    });
  });

  it('keeps every digit of an id that came as a bare integer', () => {
    const text = '{"data":{"videos":[{"id":7301234567890123457,"create_time":1}]},"error":{"code":"ok"}}';
    expect(readVideos(reply(text))[0]?.id).toBe('7301234567890123457');
  });

  it.each([
    ['negative', -1],
    ['null', null],
    ['text', 'many'],
    ['an object', {}],
  ])('a count that is %s is unknown, not zero', (_, value) => {
    const [video] = readVideos(json({ data: { videos: [{ ...whole, view_count: value }] }, error: ok }));
    expect(video).not.toHaveProperty('views');
    expect(video?.likes).toBe(80);
  });

  it('reads a count too long for a number as nearly as a number can', () => {
    const text =
      '{"data":{"videos":[{"id":"1","create_time":1,"view_count":98765432109876543210}]},"error":{"code":"ok"}}';
    expect(readVideos(reply(text))[0]?.views).toBe(Number('98765432109876543210'));
  });

  it('leaves out a video without an id or a date, and keeps its neighbours', () => {
    const { id: _, ...nameless } = whole;
    const { create_time: __, ...dateless } = whole;
    const videos = readVideos(json({ data: { videos: [nameless, whole, dateless, null, 7] }, error: ok }));
    expect(videos.map(({ id }) => id)).toEqual([whole.id]);
  });

  it('lets no address pass but https', () => {
    const crooked = { ...whole, cover_image_url: 'javascript:alert(1)', share_url: 'http://x' };
    const [video] = readVideos(json({ data: { videos: [crooked] }, error: ok }));
    expect(video?.coverUrl).toBeUndefined();
    expect(video?.shareUrl).toBeUndefined();
  });

  it.each([
    [undefined, {}],
    [null, { videos: null }],
    [[], { videos: [] }],
  ])('an account without videos (%s) is an empty page', (_, data) => {
    expect(readVideoPage(json({ data, error: ok }))).toEqual({ videos: [] });
  });

  it('ends where a page points at itself, at zero, or nowhere', () => {
    const page = (data: object, cursor?: number) =>
      readVideoPage(json({ data: { videos: [], has_more: true, ...data }, error: ok }), cursor);
    expect(page({ cursor: 5 }, 5)).not.toHaveProperty('next');
    expect(page({ cursor: 0 })).not.toHaveProperty('next');
    expect(page({})).not.toHaveProperty('next');
    expect(page({ cursor: 4 }, 5)).toHaveProperty('next', 4);
  });

  it('never throws anything but an AppError, whatever is in the list', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.anything(), fc.record({ id: fc.string(), create_time: fc.anything() }))),
        (videos) => {
          const text = JSON.stringify({ data: { videos }, error: ok }) ?? '';
          for (const video of readVideos(reply(text))) expect(Video.safeParse(video).success).toBe(true);
        },
      ),
    );
  });

  it('says what TikTok refused', () => {
    const refused = json(
      { data: {}, error: { code: 'scope_not_authorized', log_id: 'L9' } },
      { status: 401 },
    );
    expect(errorOf(() => readVideoPage(refused))).toMatchObject({
      code: 'scope_not_authorized',
      logId: 'L9',
    });
  });
});

describe('asking', () => {
  const post = vi.fn<Http['post']>(async () => json({ data: { videos: [] }, error: ok }));
  const http: Http = { get: vi.fn(), postForm: vi.fn(), post };

  it('asks for twenty at a time, fields in the address, cursor in the body only when there is one', async () => {
    await listVideos(http, { token: 'T' });
    await listVideos(http, { token: 'T', cursor: 17 });
    expect(post.mock.calls.map(([path, { body }]) => [path, body])).toEqual([
      ['/v2/video/list/', { max_count: 20 }],
      ['/v2/video/list/', { max_count: 20, cursor: 17 }],
    ]);
    expect(post.mock.calls[0]?.[1].query?.fields).toContain('cover_image_url');
  });

  it('asks for no more than twenty ids in one query', async () => {
    post.mockClear();
    await queryVideos(http, { token: 'T', ids: Array.from({ length: 30 }, (_, at) => String(at)) });
    const body = post.mock.calls[0]?.[1].body as { filters: { video_ids: string[] } };
    expect(body.filters.video_ids).toHaveLength(20);
  });
});

it('a kept or imported video loses an address that is not https, and nothing else', () => {
  const video = { id: '1', createdAt: 1, views: 5 };
  for (const shareUrl of ['javascript:alert(1)', 'http://www.tiktok.com/', 'https://', 7, null]) {
    expect(Video.parse({ ...video, shareUrl, coverUrl: shareUrl })).toEqual(video);
  }
  const shareUrl = 'https://www.tiktok.com/@ada/video/1';
  expect(Video.parse({ ...video, shareUrl })).toEqual({ ...video, shareUrl });
});
