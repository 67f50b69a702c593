import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  CANCEL,
  CONTENT_INIT,
  call,
  connect,
  INBOX_INIT,
  inspected,
  oneChunk,
  outcome,
  put,
  STATUS,
  UNAUDITED_KEY,
  VIDEO_INIT,
} from './client.ts';
import { type Sandbox, startSandbox } from './index.ts';
import { FIXTURES } from './media/serve.ts';

let sandbox: Sandbox;
let token = '';
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  sandbox.control.reset();
  token = (await connect(sandbox)).accessToken;
});

const CREATOR = '/v2/post/publish/creator_info/query/';
const video = readFileSync(`${FIXTURES}videos/turning-vase.mp4`);
const publicPost = { privacy_level: 'PUBLIC_TO_EVERYONE' };
const PHOTO = 'https://media.verified.example/photos/mug-terra.jpg';
const FILM = 'https://media.verified.example/videos/watering.mp4';

function init(postInfo: object = {}, as = token) {
  const body = { post_info: { ...publicPost, ...postInfo }, source_info: oneChunk(video.length) };
  return call(sandbox, VIDEO_INIT, as, body);
}

async function postVideo(postInfo: object = {}, as = token) {
  const { data } = await init(postInfo, as);
  await put(sandbox, data.upload_url, video);
  return data.publish_id as string;
}

function photos(changes: Record<string, unknown> = {}, source: object = {}, as = token) {
  return call(sandbox, CONTENT_INIT, as, {
    media_type: 'PHOTO',
    post_mode: 'DIRECT_POST',
    post_info: publicPost,
    source_info: { source: 'PULL_FROM_URL', photo_images: [PHOTO], photo_cover_index: 0, ...source },
    ...changes,
  });
}

const verdict = (answer: { status: number; code: string }) => [answer.status, answer.code];

describe('video/init', () => {
  it('posts by itself when the last byte lands, once', async () => {
    const id = await postVideo({ title: 'Slow mornings #pottery' });
    const { data } = await outcome(sandbox, token, id);
    expect(data.status).toBe('PUBLISH_COMPLETE');
    expect(sandbox.control.published).toHaveLength(1);
    expect(sandbox.control.published[0]).toMatchObject({
      publishId: id,
      username: 'fern.and.clay',
      kind: 'video',
      mode: 'direct',
      postInfo: { title: 'Slow mornings #pottery' },
      files: [{ size: video.length, facts: { codec: 'avc', width: 720, height: 1280 } }],
    });
  });
  it('an init that gets no bytes publishes nothing', async () => {
    await init();
    sandbox.control.clock.advance(7_200_000);
    expect(sandbox.control.published).toHaveLength(0);
  });
  it('has no idempotency: two inits are two publications', async () => {
    await outcome(sandbox, token, await postVideo());
    await outcome(sandbox, token, await postVideo());
    expect(sandbox.control.published).toHaveLength(2);
  });
  it('hands out short opaque addresses on different hosts', async () => {
    const urls = [(await init()).data.upload_url, (await init()).data.upload_url];
    expect(new URL(urls[0]).host).not.toBe(new URL(urls[1]).host);
    for (const url of urls) expect(url.length).toBeLessThanOrEqual(256);
  });
  it('ignores unknown fields', async () => {
    expect((await init({ sparkle: 7 })).code).toBe('ok');
  });
  it.each([
    { title: 5 },
    { title: null },
    { disable_comment: 'true' },
    { disable_duet: 1 },
    { video_cover_timestamp_ms: '0' },
    { video_cover_timestamp_ms: 1.5 },
    { brand_content_toggle: 'no' },
    { is_aigc: 0 },
  ])('refuses the wrong type in %j', async (postInfo) => {
    expect(verdict(await init(postInfo))).toEqual([400, 'invalid_params']);
  });
  it('counts a title in UTF-16 units up to 2200', async () => {
    expect((await init({ title: '😀'.repeat(1100) })).code).toBe('ok');
    expect((await init({ title: `${'😀'.repeat(1100)}a` })).code).toBe('invalid_params');
  });
  it('refuses a privacy level that is missing or not among the options', async () => {
    const refused = [403, 'privacy_level_option_mismatch'];
    expect(verdict(await init({ privacy_level: undefined }))).toEqual(refused);
    expect(verdict(await init({ privacy_level: 'FOLLOWER_OF_CREATOR' }))).toEqual(refused);
    expect(verdict(await init({ privacy_level: 'EVERYONE' }))).toEqual(refused);
  });
  it('refuses branded content that only the creator can see', async () => {
    const branded = { privacy_level: 'SELF_ONLY', brand_content_toggle: true };
    expect((await init(branded)).code).toBe('invalid_params');
  });
  it('wants video.publish, and JSON', async () => {
    const { accessToken } = await connect(sandbox, { scopes: ['video.upload'] });
    expect(verdict(await init({}, accessToken))).toEqual([401, 'scope_not_authorized']);
    expect((await call(sandbox, VIDEO_INIT, token, '{"post_info":')).code).toBe('invalid_params');
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await call(sandbox, VIDEO_INIT, token, 'a=1', form)).code).toBe('invalid_params');
  });
  it('answers a seventh time within a minute with 429', async () => {
    for (let i = 0; i < 6; i += 1) expect((await init()).code).toBe('ok');
    expect(verdict(await init())).toEqual([429, 'rate_limit_exceeded']);
    sandbox.control.clock.advance(60_001);
    expect((await init()).code).toBe('ok');
  });
  it('a sixteenth direct post within a day is refused, and creator_info says so with HTTP 200', async () => {
    for (let i = 0; i < 15; i += 1) {
      await outcome(sandbox, token, await postVideo());
    }
    sandbox.control.clock.advance(60_000);
    expect(verdict(await init())).toEqual([403, 'spam_risk_too_many_posts']);
    expect(verdict(await call(sandbox, CREATOR, token, {}))).toEqual([200, 'spam_risk_too_many_posts']);
    sandbox.control.clock.advance(86_400_000);
    token = (await connect(sandbox)).accessToken;
    expect((await init()).code).toBe('ok');
  });
  it("an app's active creators are capped", async () => {
    sandbox.control.app('sbawferrydemo0001').activeUserCap = 1;
    await postVideo();
    const other = await connect(sandbox, { username: 'miro.offline' });
    const answer = await init({ privacy_level: 'SELF_ONLY' }, other.accessToken);
    expect(verdict(answer)).toEqual([403, 'reached_active_user_cap']);
    expect((await init()).code).toBe('ok');
  });
});

describe('chunk plans', () => {
  const plan = (video_size: number, chunk_size: number, total_chunk_count: number) =>
    call(sandbox, VIDEO_INIT, token, {
      post_info: publicPost,
      source_info: { source: 'FILE_UPLOAD', video_size, chunk_size, total_chunk_count },
    });
  beforeEach(() => {
    sandbox.control.rules.perMinute.init = 1_000;
  });
  it.each([
    [50_000_123, 10_000_000, 5],
    [4_194_304, 4_194_304, 1],
    [158_000_000, 5_242_880, 30],
    [64_000_000, 64_000_000, 1],
    [4_000_000_000, 10_485_760, 381],
    [1, 1, 1],
  ])('takes %i bytes in chunks of %i, %i of them', async (size, chunk, count) => {
    expect((await plan(size, chunk, count)).code).toBe('ok');
  });
  it.each([
    ['a count rounded up', 50_000_123, 10_000_000, 6],
    ['one chunk that is not the size', 50_000_000, 64_000_000, 1],
    ['one chunk above 64 MB', 64_000_001, 64_000_001, 1],
    ['floor = 1 with another chunk size', 121_000_000, 64_000_000, 1],
    ['chunks below 5 MB', 50_000_000, 5_000_000, 10],
    ['chunks above 64 MB', 200_000_000, 64_000_001, 3],
    ['more than 1000 chunks', 4_000_000_000, 5_242_880, 762 + 1_000],
    ['no bytes', 0, 0, 1],
    ['no chunks', 10_000_000, 10_000_000, 0],
    ['fractions', 10_000_000.5, 10_000_000.5, 1],
  ])('refuses %s', async (_, size, chunk, count) => {
    expect(verdict(await plan(size, chunk, count))).toEqual([400, 'invalid_params']);
  });
  it('refuses more than 4 GB', async () => {
    expect((await plan(4_000_000_001, 10_485_760, 381)).code).toBe('invalid_file_upload');
  });
  it('refuses a plan with a part missing', async () => {
    const source_info = { source: 'FILE_UPLOAD', video_size: 10 };
    expect((await call(sandbox, VIDEO_INIT, token, { post_info: publicPost, source_info })).code).toBe(
      'invalid_params',
    );
  });
});

describe('an unaudited app', () => {
  const as = async (username: string) =>
    (await connect(sandbox, { username, clientKey: UNAUDITED_KEY })).accessToken;
  const refused = [403, 'unaudited_client_can_only_post_to_private_accounts'];
  it('is refused on a public account, even for only me', async () => {
    expect(verdict(await init({ privacy_level: 'SELF_ONLY' }, await as('fern.and.clay')))).toEqual(refused);
  });
  it('is refused on a private account for followers', async () => {
    expect(verdict(await init({ privacy_level: 'FOLLOWER_OF_CREATOR' }, await as('miro.offline')))).toEqual(
      refused,
    );
  });
  it('may post on a private account for only me', async () => {
    expect((await init({ privacy_level: 'SELF_ONLY' }, await as('miro.offline'))).code).toBe('ok');
  });
  it('is refused for photos by the same rule', async () => {
    expect(verdict(await photos({}, {}, await as('fern.and.clay')))).toEqual(refused);
  });
  it('may send drafts to a public account', async () => {
    const body = { source_info: oneChunk(video.length) };
    expect((await call(sandbox, INBOX_INIT, await as('fern.and.clay'), body)).code).toBe('ok');
  });
  it('still sees everyone among the privacy options', async () => {
    const { data } = await call(sandbox, CREATOR, await as('fern.and.clay'), {});
    expect(data.privacy_level_options).toContain('PUBLIC_TO_EVERYONE');
  });
  it('serves five creators a day', async () => {
    for (let i = 0; i < 6; i += 1) {
      const { username } = sandbox.control.addUser({ username: `creator${i}`, private: true });
      const access = await as(username);
      const answer = await init({ privacy_level: 'SELF_ONLY' }, access);
      expect(answer.code).toBe(i < 5 ? 'ok' : 'reached_active_user_cap');
      if (i < 5) await put(sandbox, answer.data.upload_url, video);
    }
  });
});

describe('inbox/video/init', () => {
  const draft = async () => {
    const { data, code } = await call(sandbox, INBOX_INIT, token, { source_info: oneChunk(video.length) });
    if (code === 'ok') await put(sandbox, data.upload_url, video);
    return { code, id: data.publish_id as string };
  };
  it('delivers to the inbox, and becomes complete when the creator posts it', async () => {
    const { id } = await draft();
    expect((await outcome(sandbox, token, id)).data.status).toBe('SEND_TO_USER_INBOX');
    sandbox.control.publications.finishDraft(id);
    expect((await outcome(sandbox, token, id)).data.status).toBe('PUBLISH_COMPLETE');
  });
  it('wants video.upload', async () => {
    const { accessToken } = await connect(sandbox, { scopes: ['video.publish'] });
    const answer = await call(sandbox, INBOX_INIT, accessToken, { source_info: oneChunk(5) });
    expect(answer.code).toBe('scope_not_authorized');
  });
  it('refuses a sixth unfinished draft, until one is finished or a day has passed', async () => {
    const ids = [];
    for (let i = 0; i < 5; i += 1) ids.push((await draft()).id);
    expect((await draft()).code).toBe('spam_risk_too_many_pending_share');
    await outcome(sandbox, token, ids[0] ?? '');
    sandbox.control.publications.discardDraft(ids[0] ?? '');
    expect((await draft()).code).toBe('ok');
    sandbox.control.clock.advance(86_500_000);
    token = (await connect(sandbox)).accessToken;
    expect((await draft()).code).toBe('ok');
  });
});

describe('content/init', () => {
  it('pulls the photos and posts them', async () => {
    const second = 'https://shop.example/verified/jug-ochre.jpg';
    const source = { photo_images: [PHOTO, second], photo_cover_index: 1 };
    const { data } = await photos(
      { post_info: { ...publicPost, title: 'Two', description: 'of them' } },
      source,
    );
    expect(data.publish_id).toMatch(/^p_pub_url~/);
    const { data: end, text } = await outcome(sandbox, token, data.publish_id);
    expect(end.status).toBe('PUBLISH_COMPLETE');
    expect(text).toMatch(/"publicaly_available_post_id":\[\d{19}\]/);
    const post = sandbox.control.published[0];
    expect(post?.files.map((file) => file.url)).toEqual([PHOTO, second]);
    expect(post).toMatchObject({
      kind: 'photo',
      coverIndex: 1,
      postInfo: { title: 'Two', description: 'of them' },
    });
    expect(post?.files[0]).toMatchObject({ size: 24_861, facts: { format: 'jpeg', width: 1000 } });
  });
  it.each([
    ['bytes in place of a URL', {}, { source: 'FILE_UPLOAD' }],
    ['no photos', {}, { photo_images: [] }],
    ['36 photos', {}, { photo_images: Array(36).fill(PHOTO) }],
    ['a cover beyond the last photo', {}, { photo_cover_index: 1 }],
    ['a negative cover', {}, { photo_cover_index: -1 }],
    ['a missing cover', {}, { photo_cover_index: undefined }],
    ['another media type', { media_type: 'VIDEO' }, {}],
    ['a post mode with a space', { post_mode: 'DIRECT POST' }, {}],
    ['a title over 90 units', { post_info: { ...publicPost, title: 'a'.repeat(91) } }, {}],
    ['a description over 4000 units', { post_info: { ...publicPost, description: 'a'.repeat(4001) } }, {}],
    ['http', {}, { photo_images: [PHOTO.replace('https', 'http')] }],
    ['is_aigc of the wrong type', { is_aigc: 'yes' }, {}],
  ])('refuses %s', async (_, changes, source) => {
    expect(verdict(await photos(changes, source))).toEqual([400, 'invalid_params']);
  });
  it('takes 35 photos', async () => {
    expect((await photos({}, { photo_images: Array(35).fill(PHOTO) })).code).toBe('ok');
  });
  it.each([
    'https://gallery.example/img/mug-terra.jpg',
    'https://shop.example/img/mug-terra.jpg',
    'https://shop.example/verified',
    'https://sub.media.verified.example/a.jpg',
    'https://127.0.0.1/a.jpg',
    'https://media.verified.example.evil.example/a.jpg',
    'https://media.verified.example@evil.example/a.jpg',
  ])('refuses %s, which is not verified', async (url) => {
    expect(verdict(await photos({}, { photo_images: [url] }))).toEqual([403, 'url_ownership_unverified']);
  });
  it('takes paths and subdomains below a verified domain, but not its parent', async () => {
    sandbox.control.app('sbawferrydemo0001').verified = ['shop.example'];
    expect((await photos({}, { photo_images: ['https://cdn.shop.example/img/mug-terra.jpg'] })).code).toBe(
      'ok',
    );
    expect((await photos({}, { photo_images: ['https://example/a.jpg'] })).code).toBe(
      'url_ownership_unverified',
    );
  });
  it('wants the scope of its mode', async () => {
    const upload = (await connect(sandbox, { scopes: ['video.upload'] })).accessToken;
    const publish = (await connect(sandbox, { scopes: ['video.publish'] })).accessToken;
    const draft = { post_mode: 'MEDIA_UPLOAD', post_info: { title: 'a' } };
    expect((await photos({}, {}, upload)).code).toBe('scope_not_authorized');
    expect((await photos(draft, {}, publish)).code).toBe('scope_not_authorized');
    expect((await photos(draft, {}, upload)).code).toBe('ok');
  });
  it('refuses photo drafts for an old TikTok app', async () => {
    sandbox.control.user('fern.and.clay').appVersion = '31.7.9';
    expect((await photos({ post_mode: 'MEDIA_UPLOAD' })).code).toBe('app_version_check_failed');
    expect((await photos()).code).toBe('ok');
  });
});

describe('status/fetch', () => {
  it('moves from processing to complete as time passes', async () => {
    sandbox.control.rules.processingMs = 60_000;
    const id = await postVideo();
    const now = async () => (await call(sandbox, STATUS, token, { publish_id: id })).data;
    expect(await now()).toMatchObject({ status: 'PROCESSING_UPLOAD', uploaded_bytes: video.length });
    expect((await outcome(sandbox, token, id)).data.status).toBe('PUBLISH_COMPLETE');
  });
  it('shows PROCESSING_DOWNLOAD for a pull', async () => {
    sandbox.control.rules.processingMs = 60_000;
    const source_info = { source: 'PULL_FROM_URL', video_url: FILM };
    const { data } = await call(sandbox, VIDEO_INIT, token, { post_info: publicPost, source_info });
    expect(data.upload_url).toBeUndefined();
    const { data: now } = await call(sandbox, STATUS, token, { publish_id: data.publish_id });
    expect(now.status).toBe('PROCESSING_DOWNLOAD');
    expect((await outcome(sandbox, token, data.publish_id)).data.downloaded_bytes).toBe(168_726);
  });
  it('withholds the post id until moderation, then gives it as a bare 19-digit integer', async () => {
    sandbox.control.rules.moderationMs = 3_600_000;
    const id = await postVideo();
    const early = await outcome(sandbox, token, id);
    expect(early.data).toMatchObject({ status: 'PUBLISH_COMPLETE', publicaly_available_post_id: [] });
    sandbox.control.clock.advance(3_600_000);
    const late = await call(sandbox, STATUS, token, { publish_id: id });
    expect(late.text).toMatch(/"publicaly_available_post_id":\[75\d{17}\]/);
    expect(late.text).toContain(sandbox.control.published[0]?.postId ?? 'none');
  });
  it('gives no post id for a post that is not public', async () => {
    const id = await postVideo({ privacy_level: 'SELF_ONLY' });
    expect((await outcome(sandbox, token, id)).data.publicaly_available_post_id).toEqual([]);
  });
  it('gives no post id for what a sandbox app posts', async () => {
    sandbox.control.app('sbawferrydemo0001').targetOpenIds = [sandbox.control.user('fern.and.clay').openId];
    const { data } = await outcome(sandbox, token, await postVideo());
    expect(data).toMatchObject({ status: 'PUBLISH_COMPLETE', publicaly_available_post_id: [] });
  });
  it('knows no foreign and no unknown ids', async () => {
    const id = await postVideo();
    const other = await connect(sandbox, { username: 'miro.offline' });
    const foreign = await call(sandbox, STATUS, other.accessToken, { publish_id: id });
    expect(verdict(foreign)).toEqual([400, 'token_not_authorized_for_specified_publish_id']);
    expect(verdict(await call(sandbox, STATUS, token, { publish_id: 'v_pub_file~nothing' }))).toEqual([
      400,
      'invalid_publish_id',
    ]);
    expect((await call(sandbox, STATUS, token, { publish_id: 5 })).code).toBe('invalid_params');
  });
  it('answers a thirty-first time within a minute with 429', async () => {
    const id = await postVideo();
    for (let i = 0; i < 30; i += 1) await call(sandbox, STATUS, token, { publish_id: id });
    expect((await call(sandbox, STATUS, token, { publish_id: id })).status).toBe(429);
  });
  it('can be made to fail for any reason', async () => {
    sandbox.control.publications.failNext('spam_risk_text');
    const { data } = await outcome(sandbox, token, await postVideo());
    expect(data).toMatchObject({ status: 'FAILED', fail_reason: 'spam_risk_text' });
    expect(sandbox.control.published).toHaveLength(0);
  });
  it('fails with auth_removed when the creator removes the app midway', async () => {
    sandbox.control.rules.processingMs = 60_000;
    const id = await postVideo();
    await inspected(sandbox, id);
    sandbox.control.removeAccess('fern.and.clay');
    sandbox.control.clock.advance(60_001);
    expect(sandbox.control.publications.get(id)?.failReason).toBe('auth_removed');
  });
});

describe('cancel', () => {
  const pulled = async () => {
    const source_info = { source: 'PULL_FROM_URL', video_url: FILM };
    return (await call(sandbox, VIDEO_INIT, token, { post_info: publicPost, source_info })).data.publish_id;
  };
  it('stops a download that is going on', async () => {
    const hold = sandbox.control.hold({ endpoint: 'media' });
    const id = await pulled();
    await hold.held;
    expect((await call(sandbox, CANCEL, token, { publish_id: id })).code).toBe('ok');
    hold.release();
    const { data } = await call(sandbox, STATUS, token, { publish_id: id });
    expect(data).toMatchObject({ status: 'FAILED', fail_reason: 'publish_cancelled' });
    sandbox.control.clock.advance(60_000);
    expect(sandbox.control.published).toHaveLength(0);
  });
  it('comes too late when the post is final, and is not for uploads', async () => {
    const id = await pulled();
    await outcome(sandbox, token, id);
    expect((await call(sandbox, CANCEL, token, { publish_id: id })).code).toBe('publish_not_cancellable');
    const upload = (await init()).data.publish_id;
    expect((await call(sandbox, CANCEL, token, { publish_id: upload })).code).toBe('publish_not_cancellable');
    expect((await call(sandbox, CANCEL, token, { publish_id: 'x' })).code).toBe('invalid_publish_id');
  });
});
