import { describe, expect, it } from 'vitest';
import { AppError } from '../../../lib/errors/app-error';
import { readCreator } from '../../../lib/tiktok/creator';
import type { Reply } from '../../../lib/tiktok/http';
import { photoInit, readBegun, surelyNotBegun, videoInit } from '../../../lib/tiktok/publish';
import { readStatus } from '../../../lib/tiktok/status';
import { judgeChunk, readConfirmed } from '../../../lib/tiktok/upload';

const reply = (text: string, status = 200): Reply => ({ status, text, truncated: false, receivedAt: 0 });
const ok = (data: string) =>
  reply(`{"data":${data},"error":{"code":"ok","message":"","log_id":"2026TRACE"}}`);
const refusal = (code: string, status: number) =>
  reply(`{"data":{},"error":{"code":"${code}","message":"no","log_id":"2026TRACE"}}`, status);

const chosen = {
  title: 'Glazing day #clay',
  privacyLevel: 'SELF_ONLY',
  disableComment: false,
  disableDuet: true,
  disableStitch: true,
  brandContent: false,
  brandOrganic: true,
  aiGenerated: false,
};

describe('asking TikTok to begin', () => {
  it('describes a direct upload with every choice, the switches always named', () => {
    const plan = { size: 50_000_123, chunkSize: 10_000_000, count: 5 };
    expect(videoInit({ from: 'file', plan }, { ...chosen, coverMs: 1_200.4 })).toEqual({
      path: '/v2/post/publish/video/init/',
      body: {
        post_info: {
          title: 'Glazing day #clay',
          privacy_level: 'SELF_ONLY',
          disable_comment: false,
          disable_duet: true,
          disable_stitch: true,
          brand_content_toggle: false,
          brand_organic_toggle: true,
          is_aigc: false,
          video_cover_timestamp_ms: 1_200,
        },
        source_info: {
          source: 'FILE_UPLOAD',
          video_size: 50_000_123,
          chunk_size: 10_000_000,
          total_chunk_count: 5,
        },
      },
    });
  });

  it('sends nothing but the source to the inbox: the rest is chosen there', () => {
    expect(videoInit({ from: 'url', url: 'https://media.example/a.mp4' })).toEqual({
      path: '/v2/post/publish/inbox/video/init/',
      body: { source_info: { source: 'PULL_FROM_URL', video_url: 'https://media.example/a.mp4' } },
    });
  });

  it('puts the AI label of photos at the top, where TikTok wants it, and title and description in both modes', () => {
    const photos = {
      title: 'Jars',
      description: 'Three of them',
      urls: ['https://media.example/1.jpg'],
      coverIndex: 0,
    };
    const direct = photoInit({ ...photos, direct: { ...chosen, aiGenerated: true, autoMusic: true } });
    expect(direct).toMatchObject({
      path: '/v2/post/publish/content/init/',
      body: {
        media_type: 'PHOTO',
        post_mode: 'DIRECT_POST',
        is_aigc: true,
        post_info: {
          title: 'Jars',
          description: 'Three of them',
          auto_add_music: true,
          disable_comment: false,
        },
        source_info: { source: 'PULL_FROM_URL', photo_images: photos.urls, photo_cover_index: 0 },
      },
    });
    expect(direct.body).not.toHaveProperty('post_info.disable_duet');
    expect(photoInit(photos).body).toMatchObject({
      post_mode: 'MEDIA_UPLOAD',
      post_info: { title: 'Jars', description: 'Three of them' },
    });
    expect(photoInit(photos).body).not.toHaveProperty('post_info.privacy_level');
  });

  it('reads what TikTok calls the post, where its bytes go, and the trace', () => {
    const answer = ok(
      '{"publish_id":"v_pub_file~v2.1","upload_url":"https://open-upload-va.tiktokapis.com/video/?a=1"}',
    );
    expect(readBegun(answer)).toEqual({
      publishId: 'v_pub_file~v2.1',
      uploadUrl: 'https://open-upload-va.tiktokapis.com/video/?a=1',
      logId: '2026TRACE',
    });
  });

  it('never sends bytes over http', () => {
    expect(() =>
      readBegun(ok('{"publish_id":"v","upload_url":"http://open-upload.tiktokapis.com/"}')),
    ).toThrow(expect.objectContaining({ code: 'unexpected_response' }));
  });

  it('takes only TikTok’s own refusals for a no; after anything else it may have begun', () => {
    const sure = [
      'invalid_params',
      'url_ownership_unverified',
      'rate_limit_exceeded',
      'access_token_invalid',
      'spam_risk_too_many_posts',
    ] as const;
    const unsure = [
      'network',
      'offline',
      'timeout',
      'internal_error',
      'unexpected_response',
      'unexpected',
      'storage_full',
    ] as const;
    expect(sure.map((code) => surelyNotBegun(new AppError(code)))).toEqual(sure.map(() => true));
    expect(unsure.map((code) => surelyNotBegun(new AppError(code)))).toEqual(unsure.map(() => false));
    const http = (status: number) => surelyNotBegun(new AppError('http_error', { facts: { status } }));
    expect([403, 404, 302, 502].map(http)).toEqual([true, true, false, false]);
  });
});

describe('how far a post is', () => {
  it('keeps the id of a post as it was written, digit by digit', () => {
    const status = readStatus(
      ok('{"status":"PUBLISH_COMPLETE","publicaly_available_post_id":[7512345678901234567]}'),
    );
    expect(status).toMatchObject({ is: 'published', postIds: ['7512345678901234567'] });
  });

  it.each([
    ['a list of texts', '["7512345678901234567"]', ['7512345678901234567']],
    ['one number', '7512345678901234567', ['7512345678901234567']],
    ['an empty list', '[]', []],
    ['null', 'null', []],
    ['zero', '[0]', []],
  ])('reads ids given as %s', (_what, given, expected) => {
    expect(
      readStatus(ok(`{"status":"PUBLISH_COMPLETE","publicaly_available_post_id":${given}}`)).postIds,
    ).toEqual(expected);
  });

  it.each([
    ['PROCESSING_UPLOAD', 'in-progress'],
    ['PROCESSING_DOWNLOAD', 'in-progress'],
    ['SEND_TO_USER_INBOX', 'in-inbox'],
    ['PUBLISH_COMPLETE', 'published'],
    ['FAILED', 'failed'],
    ['SOMETHING_NEW', 'in-progress'],
  ])('%s is %s', (word, is) => expect(readStatus(ok(`{"status":"${word}"}`)).is).toBe(is));

  it('reads why, and how many bytes are there', () => {
    expect(readStatus(ok('{"status":"FAILED","fail_reason":"spam_risk_text"}')).failReason).toBe(
      'spam_risk_text',
    );
    expect(readStatus(ok('{"status":"PROCESSING_UPLOAD","uploaded_bytes":10485760}')).uploadedBytes).toBe(
      10_485_760,
    );
    expect(readStatus(ok('{"status":"PROCESSING_UPLOAD","uploaded_bytes":null}'))).not.toHaveProperty(
      'uploadedBytes',
    );
  });

  it('is not believed when it is no answer of TikTok’s', () => {
    expect(() => readStatus(reply('<html>Please sign in to the hotel Wi-Fi</html>'))).toThrow(
      expect.objectContaining({ code: 'unexpected_response' }),
    );
  });
});

describe('what TikTok says about a creator', () => {
  const data = {
    creator_avatar_url: 'https://p16.tiktokcdn.com/a.jpg',
    creator_username: 'fern',
    creator_nickname: 'Fern',
    privacy_level_options: ['SELF_ONLY', 'A_NEW_ONE'],
    comment_disabled: true,
    duet_disabled: false,
    stitch_disabled: false,
    max_video_post_duration_sec: 3_600,
  };

  it('is kept as it comes, audiences nobody knows yet included', () => {
    expect(readCreator(ok(JSON.stringify(data)))).toMatchObject({
      privacyOptions: ['SELF_ONLY', 'A_NEW_ONE'],
      commentDisabled: true,
      maxVideoSeconds: 3_600,
    });
  });

  it.each(['spam_risk_too_many_posts', 'spam_risk_user_banned_from_posting', 'reached_active_user_cap'])(
    'is a no when it says %s, although it says so with HTTP 200',
    (code) =>
      expect(() => readCreator(refusal(code, 200))).toThrow(
        expect.objectContaining({ code, logId: '2026TRACE' }),
      ),
  );
});

describe('the answer to a chunk', () => {
  const judge = (status: number, contentRange: string | null = null, isLast = false) =>
    judgeChunk({ status, contentRange }, isLast);

  it.each<[number, boolean, string]>([
    [201, false, 'complete'],
    [201, true, 'complete'],
    [206, true, 'stored'],
    [200, false, 'stored'],
    [200, true, 'complete'],
    [416, false, 'elsewhere'],
    [403, false, 'closed'],
    [404, false, 'closed'],
    [400, false, 'closed'],
    [500, false, 'again'],
    [503, true, 'again'],
    [429, false, 'again'],
  ])('%d (last: %s) means %s', (status, isLast, is) => expect(judge(status, null, isLast).is).toBe(is));

  it('carries the server’s own count, where it is one', () => {
    expect(judge(206, 'bytes 0-10485759/66000000')).toEqual({ is: 'stored', confirmed: 10_485_759 });
    expect(['', 'bytes */100', 'bytes 5-9/100', 'nonsense'].map(readConfirmed)).toEqual(
      Array(4).fill(undefined),
    );
  });
});
