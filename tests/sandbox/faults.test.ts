import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call, connect, fetchFrom, oneChunk, put, VIDEO_INIT } from './client.ts';
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

const USER = '/v2/user/info/?fields=open_id';
const CREATOR = '/v2/post/publish/creator_info/query/';
const raw = (path = USER) =>
  fetchFrom(sandbox, `https://open.tiktokapis.com${path}`, { headers: { authorization: `Bearer ${token}` } });
const init = () =>
  call(sandbox, VIDEO_INIT, token, {
    post_info: { privacy_level: 'SELF_ONLY' },
    source_info: oneChunk(100),
  });

describe('a fault', () => {
  it('hits once, or as often as said', async () => {
    sandbox.control.addFault({ endpoint: 'user.info', answer: { kind: 'status', status: 503 }, times: 2 });
    expect([(await raw()).status, (await raw()).status, (await raw()).status]).toEqual([503, 503, 200]);
  });
  it('hits only the endpoint, or the requests, it is for', async () => {
    const fault = sandbox.control.addFault({
      endpoint: '*',
      answer: { kind: 'empty', status: 500 },
      where: (request) => request.path.includes('username'),
      times: 5,
    });
    expect((await raw()).status).toBe(200);
    expect((await raw('/v2/user/info/?fields=username')).status).toBe(500);
    expect(fault.hits).toBe(1);
  });
  it('for all endpoints leaves pages and pictures alone', async () => {
    sandbox.control.addFault({ endpoint: '*', answer: { kind: 'empty', status: 500 }, times: 99 });
    expect((await fetchFrom(sandbox, 'https://shop.example/')).status).toBe(200);
  });
  it('can be a 429 with Retry-After', async () => {
    const headers = { 'retry-after': '7' };
    sandbox.control.addFault({
      endpoint: 'user.info',
      answer: { kind: 'error', code: 'rate_limit_exceeded', headers },
    });
    const answer = await raw();
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, '7']);
    expect(JSON.parse(answer.text).error).toMatchObject({
      code: 'rate_limit_exceeded',
      log_id: expect.any(String),
    });
  });
  it('speaks flat at the OAuth endpoints', async () => {
    sandbox.control.addFault({
      endpoint: 'oauth.token',
      answer: { kind: 'error', code: 'server_error', status: 500 },
    });
    const answer = await fetchFrom(sandbox, 'https://open.tiktokapis.com/v2/oauth/token/', { body: '' });
    expect(JSON.parse(answer.text)).toMatchObject({ error: 'server_error' });
  });
  it.each([
    ['malformed', (text: string) => expect(() => JSON.parse(text)).toThrow()],
    ['html', (text: string) => expect(text).toMatch(/^<!doctype html>/)],
    ['empty', (text: string) => expect(text).toBe('')],
    ['huge', (text: string) => expect(text.length).toBeGreaterThan(10_000_000)],
    ['null-data', (text: string) => expect(JSON.parse(text).data).toBeNull()],
    ['wrong-types', (text: string) => expect(typeof JSON.parse(text).data.user.open_id).toBe('number')],
  ] as const)('can be a %s answer', async (kind, look) => {
    sandbox.control.addFault({ endpoint: 'user.info', answer: { kind } });
    look((await raw()).text);
    expect(JSON.parse((await raw()).text).error.code).toBe('ok');
  });
  it('before: the connection ends and TikTok did nothing', async () => {
    sandbox.control.addFault({ endpoint: 'video.init', answer: { kind: 'close' } });
    await expect(init()).rejects.toThrow();
    expect(sandbox.control.publications.all()).toHaveLength(0);
  });
  it('after: TikTok did it, and the answer is lost', async () => {
    sandbox.control.addFault({ endpoint: 'video.init', answer: { kind: 'close' }, moment: 'after' });
    await expect(init()).rejects.toThrow();
    expect(sandbox.control.publications.all()).toHaveLength(1);
  });
  it('hang never answers', async () => {
    sandbox.control.addFault({ endpoint: 'user.info', answer: { kind: 'hang' } });
    const asked = raw();
    asked.catch(() => {});
    const waited = new Promise((resolve) => setTimeout(() => resolve('still waiting'), 200));
    expect(await Promise.race([asked, waited])).toBe('still waiting');
  });
});

describe('a hold', () => {
  it('says that it holds, and lets go', async () => {
    const hold = sandbox.control.hold({ endpoint: 'creator_info', nth: 2 });
    await call(sandbox, CREATOR, token, {});
    const asked = call(sandbox, CREATOR, token, {});
    expect((await hold.held).endpoint).toBe('creator_info');
    hold.release();
    expect((await asked).code).toBe('ok');
    expect(await hold.ended).toBe('released');
  });
  it('before processing: nothing has happened yet', async () => {
    const hold = sandbox.control.hold({ endpoint: 'video.init' });
    const asked = init();
    await hold.held;
    expect(sandbox.control.publications.all()).toHaveLength(0);
    hold.release();
    await asked;
    expect(sandbox.control.publications.all()).toHaveLength(1);
  });
  it('after processing: only the answer is missing', async () => {
    const hold = sandbox.control.hold({ endpoint: 'video.init', moment: 'after' });
    const asked = init();
    await hold.held;
    expect(sandbox.control.publications.all()).toHaveLength(1);
    hold.release();
    await asked;
  });
  it('of a chunk, after: its bytes are stored', async () => {
    const video = readFileSync(`${FIXTURES}videos/turning-vase.mp4`);
    const { data } = await call(sandbox, VIDEO_INIT, token, {
      post_info: { privacy_level: 'SELF_ONLY' },
      source_info: oneChunk(video.length),
    });
    const hold = sandbox.control.hold({ endpoint: 'upload', moment: 'after' });
    const asked = put(sandbox, data.upload_url, video);
    await hold.held;
    expect(sandbox.control.publications.get(data.publish_id)?.uploadedBytes).toBe(video.length);
    hold.release();
    expect((await asked).status).toBe(201);
  });
});

describe('a client that leaves while it is held', () => {
  const leave = async (moment: 'before' | 'after') => {
    const hold = sandbox.control.hold({ endpoint: 'video.init', moment });
    const leaving = new AbortController();
    const asked = fetchFrom(sandbox, `https://open.tiktokapis.com${VIDEO_INIT}`, {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ post_info: { privacy_level: 'SELF_ONLY' }, source_info: oneChunk(100) }),
      signal: leaving.signal,
    });
    asked.catch(() => {});
    await hold.held;
    leaving.abort();
    expect(await hold.ended).toBe('dropped');
    const [logged] = sandbox.control.log.of('video.init');
    expect(logged).toMatchObject({ outcome: 'dropped by the client', status: null });
    return sandbox.control.publications.all().length;
  };
  it('before: has asked for nothing', async () => {
    expect(await leave('before')).toBe(0);
  });
  it('after: has got what it asked for without knowing', async () => {
    expect(await leave('after')).toBe(1);
  });
});

describe('the log', () => {
  it('has every request with its outcome, and waits for those to come', async () => {
    const coming = sandbox.control.log.waitForEnd((request) => request.endpoint === 'user.info');
    await raw();
    expect(await coming).toMatchObject({ method: 'GET', status: 200, code: 'ok', outcome: 'answered' });
    expect(sandbox.control.log.of('oauth.token')[0]?.body).toMatchObject({
      grant_type: 'authorization_code',
    });
  });
});

describe('the control host', () => {
  const post = (path: string, body: unknown) =>
    fetchFrom(sandbox, `https://sandbox.ferry.example${path}`, { body: JSON.stringify(body) });
  const state = async () =>
    JSON.parse((await fetchFrom(sandbox, 'https://sandbox.ferry.example/state')).text);
  it('shows a page and the state', async () => {
    expect((await fetchFrom(sandbox, 'https://sandbox.ferry.example/')).text).toContain(
      '<h1>TikTok sandbox</h1>',
    );
    expect((await state()).users.map((user: { username: string }) => user.username)).toContain(
      'miro.offline',
    );
  });
  it('places faults, moves the clock and changes users', async () => {
    await post('/faults', { endpoint: 'user.info', answer: { kind: 'status', status: 418 } });
    expect((await raw()).status).toBe(418);
    await post('/clock', { advanceMs: 7_200_000 });
    expect((await raw()).status).toBe(401);
    await post('/users/fern.and.clay', { private: true });
    expect(sandbox.control.user('fern.and.clay').private).toBe(true);
    await post('/reset', {});
    expect(sandbox.control.user('fern.and.clay').private).toBe(false);
  });
  it('refuses what it does not understand', async () => {
    expect((await post('/faults', { endpoint: 'user.info', answer: { kind: 'gremlin' } })).status).toBe(400);
  });
});
