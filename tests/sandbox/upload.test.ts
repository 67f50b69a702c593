import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  call,
  connect,
  fetchFrom,
  INBOX_INIT,
  oneChunk,
  outcome,
  put,
  STATUS,
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

const CHUNK = 5_242_880;
const big = Buffer.alloc(2 * CHUNK + 1_000, 7);
const video = readFileSync(`${FIXTURES}videos/turning-vase.mp4`);

async function task(size = big.length, chunk_size = CHUNK, total_chunk_count = 2) {
  const source_info = { source: 'FILE_UPLOAD', video_size: size, chunk_size, total_chunk_count };
  const post_info = { privacy_level: 'SELF_ONLY' };
  const { data } = await call(sandbox, VIDEO_INIT, token, { post_info, source_info });
  return { url: data.upload_url as string, id: data.publish_id as string };
}

const uploaded = async (id: string) =>
  (await call(sandbox, STATUS, token, { publish_id: id })).data.uploaded_bytes;

describe('an upload', () => {
  it('answers 206 to a chunk with more to come and 201 to the last, which is the larger one', async () => {
    const { url, id } = await task();
    const first = await put(sandbox, url, big, 0, CHUNK - 1);
    expect([first.status, first.headers['content-range']]).toEqual([
      206,
      `bytes 0-${CHUNK - 1}/${big.length}`,
    ]);
    expect(await uploaded(id)).toBe(CHUNK);
    const last = await put(sandbox, url, big, CHUNK);
    expect(last.status).toBe(201);
    const sha256 = createHash('sha256').update(big).digest('hex');
    expect(sandbox.control.publications.get(id)?.files[0]).toMatchObject({ size: big.length, sha256 });
  });
  it('can show its progress as a count', async () => {
    sandbox.control.rules.upload.progress = 'count';
    const { url } = await task();
    const first = await put(sandbox, url, big, 0, CHUNK - 1);
    expect(first.headers['content-range']).toBe(`bytes 0-${CHUNK}/${big.length}`);
  });
  it('refuses a chunk out of order with 416 and its progress', async () => {
    const { url } = await task();
    expect((await put(sandbox, url, big, CHUNK)).status).toBe(416);
    await put(sandbox, url, big, 0, CHUNK - 1);
    await put(sandbox, url, big, CHUNK);
    const early = await put(sandbox, url, big, 0, CHUNK - 1);
    expect([early.status, early.headers['content-range']]).toEqual([
      416,
      `bytes 0-${big.length - 1}/${big.length}`,
    ]);
  });
  it('refuses a chunk of another length than planned with 416', async () => {
    const { url } = await task();
    expect((await put(sandbox, url, big, 0, CHUNK)).status).toBe(416);
    expect((await put(sandbox, url, big, 0, CHUNK - 2)).status).toBe(416);
  });
  it('takes the chunk it stored last once more, and nothing is doubled', async () => {
    const { url, id } = await task();
    await put(sandbox, url, big, 0, CHUNK - 1);
    expect((await put(sandbox, url, big, 0, CHUNK - 1)).status).toBe(206);
    expect(await uploaded(id)).toBe(CHUNK);
    await put(sandbox, url, big, CHUNK);
    expect((await put(sandbox, url, big, CHUNK)).status).toBe(201);
    expect(sandbox.control.publications.all()).toHaveLength(1);
  });
  it('refuses other bytes in place of a chunk it has', async () => {
    const { url } = await task();
    await put(sandbox, url, big, 0, CHUNK - 1);
    const other = Buffer.alloc(big.length, 8);
    expect((await put(sandbox, url, other, 0, CHUNK - 1)).status).toBe(416);
  });
  it('forgets a chunk whose connection broke, and takes it again', async () => {
    const { url, id } = await task();
    sandbox.control.addFault({ endpoint: 'upload', answer: { kind: 'reset', afterBytes: 100_000 } });
    await expect(put(sandbox, url, big, 0, CHUNK - 1)).rejects.toThrow();
    expect(await uploaded(id)).toBe(0);
    expect((await put(sandbox, url, big, 0, CHUNK - 1)).status).toBe(206);
  });
  it.each([
    ['no Content-Range', { 'content-range': '' }],
    ['a malformed Content-Range', { 'content-range': 'bytes=0-5/9' }],
    ['another total', { 'content-range': `bytes 0-${CHUNK - 1}/${big.length + 1}` }],
    ['a range longer than the body', { 'content-range': `bytes 0-${CHUNK}/${big.length}` }],
    ['a type that is no video', { 'content-type': 'application/octet-stream' }],
    ['an Authorization header', { authorization: 'Bearer act.x' }],
  ])('refuses %s with 400', async (_, headers) => {
    const { url } = await task();
    expect((await put(sandbox, url, big, 0, CHUNK - 1, headers)).status).toBe(400);
  });
  it('refuses a streamed body, which has no Content-Length, with 400', async () => {
    const { url } = await task();
    const headers = { 'transfer-encoding': 'chunked' };
    expect((await put(sandbox, url, big, 0, CHUNK - 1, headers)).status).toBe(400);
  });
  it('ends after an hour with 403', async () => {
    const { url, id } = await task();
    await put(sandbox, url, big, 0, CHUNK - 1);
    sandbox.control.clock.advance(3_600_001);
    expect((await put(sandbox, url, big, CHUNK)).status).toBe(403);
    expect(sandbox.control.publications.get(id)?.status).toBe('FAILED');
  });
  it('knows no other address: 404', async () => {
    const { url } = await task();
    expect((await put(sandbox, url.replace(/upload_token=.*/, 'upload_token=x'), big, 0, 9)).status).toBe(
      404,
    );
    expect((await put(sandbox, 'https://open-upload.tiktokapis.com/video/', big, 0, 9)).status).toBe(404);
  });
  it('takes only PUT', async () => {
    const { url } = await task();
    expect((await fetchFrom(sandbox, url, { method: 'POST', body: 'a' })).status).toBe(405);
  });
  it('can let the bytes go, counting and hashing only', async () => {
    sandbox.control.rules.upload.keep = 'hash';
    const { url, id } = await task();
    await put(sandbox, url, big, 0, CHUNK - 1);
    await put(sandbox, url, big, CHUNK);
    const sha256 = createHash('sha256').update(big).digest('hex');
    expect(sandbox.control.publications.get(id)?.files[0]).toMatchObject({ path: null, sha256 });
    expect((await outcome(sandbox, token, id)).data.status).toBe('PUBLISH_COMPLETE');
  });
});

describe('the inspection of what arrived', () => {
  async function send(bytes: Buffer, path = VIDEO_INIT) {
    const post_info = { privacy_level: 'SELF_ONLY' };
    const { data } = await call(sandbox, path, token, { post_info, source_info: oneChunk(bytes.length) });
    await put(sandbox, data.upload_url, bytes);
    const { data: end } = await outcome(sandbox, token, data.publish_id);
    return end.fail_reason ?? end.status;
  }
  it.each([
    ['ten-frames.mp4', 'frame_rate_check_failed'],
    ['ninety-frames.mp4', 'frame_rate_check_failed'],
    ['tiny.mp4', 'picture_size_check_failed'],
    ['too-wide.mp4', 'picture_size_check_failed'],
    ['matroska.mkv', 'file_format_check_failed'],
    ['mpeg4.mp4', 'file_format_check_failed'],
    ['av1.mp4', 'file_format_check_failed'],
    ['sound-only.mp4', 'file_format_check_failed'],
  ])('finds %s to be %s', async (name, reason) => {
    expect(await send(readFileSync(`${FIXTURES}refused/${name}`))).toBe(reason);
  });
  it.each(readdirSync(`${FIXTURES}accepted`))('takes %s', async (name) => {
    expect(await send(readFileSync(`${FIXTURES}accepted/${name}`))).toBe('PUBLISH_COMPLETE');
  });
  it('refuses bytes that are no video, and a video cut short', async () => {
    expect(await send(Buffer.alloc(1_000, 'x'))).toBe('file_format_check_failed');
    expect(await send(video.subarray(0, 100_000))).toBe('file_format_check_failed');
  });
  it("refuses a direct post longer than the creator's limit, but not a draft", async () => {
    sandbox.control.user('fern.and.clay').maxDurationSeconds = 7;
    expect(await send(video)).toBe('duration_check_failed');
    expect(await send(video, INBOX_INIT)).toBe('SEND_TO_USER_INBOX');
  });
});
