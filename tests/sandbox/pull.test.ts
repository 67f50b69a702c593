import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CONTENT_INIT, call, connect, outcome, VIDEO_INIT } from './client.ts';
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

const HERE = 'https://media.verified.example';
const photo = (name: string) => readFileSync(`${FIXTURES}photos/${name}`);

async function pullPhoto(...urls: string[]) {
  const { data } = await call(sandbox, CONTENT_INIT, token, {
    media_type: 'PHOTO',
    post_mode: 'DIRECT_POST',
    post_info: { privacy_level: 'SELF_ONLY' },
    source_info: { source: 'PULL_FROM_URL', photo_images: urls, photo_cover_index: 0 },
  });
  const { data: end } = await outcome(sandbox, token, data.publish_id);
  return end.fail_reason ?? end.status;
}

async function pullVideo(video_url: string) {
  const source_info = { source: 'PULL_FROM_URL', video_url };
  const post_info = { privacy_level: 'SELF_ONLY' };
  const { data } = await call(sandbox, VIDEO_INIT, token, { post_info, source_info });
  const { data: end } = await outcome(sandbox, token, data.publish_id);
  return end.fail_reason ?? end.status;
}

describe('a pull', () => {
  it('really downloads from the host', async () => {
    expect(await pullVideo(`${HERE}/videos/turning-vase.mp4`)).toBe('PUBLISH_COMPLETE');
    const asked = sandbox.control.log.all().filter((request) => request.host === 'media.verified.example');
    expect(asked.map((request) => request.path)).toEqual(['/videos/turning-vase.mp4']);
    expect(sandbox.control.published[0]?.files[0]).toMatchObject({ size: 136_037, facts: { format: 'mp4' } });
  });
  it("takes TikTok's own test file without verification", async () => {
    expect(await pullVideo('https://sf16-va.tiktokcdn.com/obj/3min.mp4')).toBe('PUBLISH_COMPLETE');
  });
  it('follows no redirect', async () => {
    sandbox.control.files.redirect(`${HERE}/moved.jpg`, `${HERE}/photos/mug-terra.jpg`);
    expect(await pullPhoto(`${HERE}/moved.jpg`)).toBe('photo_pull_failed');
    expect(await pullVideo(`${HERE}/moved.jpg`)).toBe('video_pull_failed');
  });
  it('fails for what is not there, and when the connection breaks', async () => {
    expect(await pullPhoto(`${HERE}/photos/nothing.jpg`)).toBe('photo_pull_failed');
    sandbox.control.addFault({ endpoint: 'media', answer: { kind: 'close' } });
    expect(await pullVideo(`${HERE}/videos/watering.mp4`)).toBe('video_pull_failed');
  });
  it('fails after an hour', async () => {
    const hold = sandbox.control.hold({ endpoint: 'media' });
    const source_info = { source: 'PULL_FROM_URL', video_url: `${HERE}/videos/watering.mp4` };
    const post_info = { privacy_level: 'SELF_ONLY' };
    const { data } = await call(sandbox, VIDEO_INIT, token, { post_info, source_info });
    await hold.held;
    sandbox.control.clock.advance(3_600_001);
    expect(sandbox.control.publications.get(data.publish_id)?.failReason).toBe('video_pull_failed');
    hold.release();
  });
  it('opens what it got: a picture is no video', async () => {
    expect(await pullVideo(`${HERE}/photos/mug-terra.jpg`)).toBe('file_format_check_failed');
  });
});

describe('a photo', () => {
  it('may be a JPEG or a WebP', async () => {
    expect(await pullPhoto(`${HERE}/photos/mug-terra.jpg`, `${HERE}/photos/bowl-ink.webp`)).toBe(
      'PUBLISH_COMPLETE',
    );
  });
  it('may not be a PNG, not even one called .jpg', async () => {
    expect(await pullPhoto(`${HERE}/photos/jar-rose.png`)).toBe('file_format_check_failed');
    sandbox.control.files.put(`${HERE}/jar.jpg`, photo('jar-rose.png'), { type: 'image/jpeg' });
    expect(await pullPhoto(`${HERE}/jar.jpg`)).toBe('file_format_check_failed');
  });
  it('may not be larger than 1080p', async () => {
    expect(await pullPhoto(`${HERE}/photos/vase-sage.jpg`)).toBe('picture_size_check_failed');
  });
  it('may not be larger than 20 MB', async () => {
    const heavy = Buffer.concat([
      photo('mug-terra.jpg'),
      Buffer.alloc(20_000_000),
      Buffer.from([0xff, 0xd9]),
    ]);
    sandbox.control.files.put(`${HERE}/heavy.jpg`, heavy);
    expect(await pullPhoto(`${HERE}/heavy.jpg`)).toBe('file_format_check_failed');
  });
  it('may not be cut short', async () => {
    sandbox.control.files.put(`${HERE}/cut.jpg`, photo('mug-terra.jpg').subarray(0, 9_000));
    expect(await pullPhoto(`${HERE}/cut.jpg`)).toBe('file_format_check_failed');
  });
  it('that is bad spoils the whole post', async () => {
    expect(await pullPhoto(`${HERE}/photos/mug-terra.jpg`, `${HERE}/photos/nothing.jpg`)).toBe(
      'photo_pull_failed',
    );
    expect(sandbox.control.published).toHaveLength(0);
  });
});
