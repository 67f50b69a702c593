import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { call, connect, fetchFrom } from './client.ts';
import { type Sandbox, startSandbox } from './index.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

const CREATOR = '/v2/post/publish/creator_info/query/';

it('user/info gives exactly the fields asked for', async () => {
  const { accessToken } = await connect(sandbox);
  const answer = await call(
    sandbox,
    '/v2/user/info/?fields=open_id,display_name,follower_count',
    accessToken,
  );
  expect(answer.code).toBe('ok');
  expect(answer.data.user).toEqual({
    open_id: sandbox.control.user('fern.and.clay').openId,
    display_name: 'Fern & Clay',
    follower_count: 18_432,
  });
});
it('user/info refuses to be asked for nothing, or for an unknown field', async () => {
  const { accessToken } = await connect(sandbox);
  expect((await call(sandbox, '/v2/user/info/', accessToken)).code).toBe('invalid_params');
  expect((await call(sandbox, '/v2/user/info/?fields=email', accessToken)).code).toBe('invalid_params');
});
it('user/info refuses a field whose scope was not granted', async () => {
  const { accessToken } = await connect(sandbox, { scopes: [] });
  const answer = await call(sandbox, '/v2/user/info/?fields=open_id,follower_count', accessToken);
  expect([answer.status, answer.code]).toEqual([401, 'scope_not_authorized']);
});
it('user/info is not there without its trailing slash', async () => {
  const answer = await fetchFrom(sandbox, 'https://open.tiktokapis.com/v2/user/info?fields=open_id');
  expect(answer.status).toBe(404);
});
it('an unknown, missing or expired access token is 401 access_token_invalid', async () => {
  const { accessToken } = await connect(sandbox);
  const ask = (token: string) => call(sandbox, '/v2/user/info/?fields=open_id', token);
  expect((await ask('act.nobody')).code).toBe('access_token_invalid');
  sandbox.control.clock.advance(7_200_000);
  const expired = await ask(accessToken);
  expect([expired.status, expired.code]).toEqual([401, 'access_token_invalid']);
});
it('creator_info of a public account offers everyone, friends and only me', async () => {
  const { accessToken } = await connect(sandbox);
  const { data } = await call(sandbox, CREATOR, accessToken, {});
  expect(data.privacy_level_options).toEqual(['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY']);
  expect(data).toMatchObject({ creator_nickname: 'Fern & Clay', duet_disabled: false });
});
it('creator_info of a private account offers followers, friends and only me, without duet or stitch', async () => {
  const { accessToken } = await connect(sandbox, { username: 'miro.offline' });
  const { data } = await call(sandbox, CREATOR, accessToken, {});
  expect(data.privacy_level_options).toEqual(['FOLLOWER_OF_CREATOR', 'MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY']);
  expect(data).toMatchObject({ duet_disabled: true, stitch_disabled: true, comment_disabled: false });
});
it('creator_info wants video.publish', async () => {
  const { accessToken } = await connect(sandbox, { scopes: ['video.upload'] });
  expect((await call(sandbox, CREATOR, accessToken, {})).code).toBe('scope_not_authorized');
});
it('creator_info answers a twenty-first time within a minute with 429', async () => {
  const { accessToken } = await connect(sandbox);
  for (let i = 0; i < 20; i += 1) expect((await call(sandbox, CREATOR, accessToken, {})).code).toBe('ok');
  const tooMany = await call(sandbox, CREATOR, accessToken, {});
  expect([tooMany.status, tooMany.code]).toEqual([429, 'rate_limit_exceeded']);
  sandbox.control.clock.advance(60_001);
  expect((await call(sandbox, CREATOR, accessToken, {})).code).toBe('ok');
});
it('creator_info says with HTTP 200 that a creator is barred', async () => {
  const { accessToken } = await connect(sandbox);
  sandbox.control.user('fern.and.clay').bannedFromPosting = true;
  const answer = await call(sandbox, CREATOR, accessToken, {});
  expect([answer.status, answer.code]).toEqual([200, 'spam_risk_user_banned_from_posting']);
});
it('picture addresses of the account work, and stop working after two hours', async () => {
  const { accessToken } = await connect(sandbox);
  const { data } = await call(sandbox, CREATOR, accessToken, {});
  const picture = await fetchFrom(sandbox, data.creator_avatar_url);
  expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/jpeg']);
  sandbox.control.clock.advance(2 * 3_600_000 + 1_000);
  expect((await fetchFrom(sandbox, data.creator_avatar_url)).status).toBe(403);
});
