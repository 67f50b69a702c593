import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { call, connect, fetchFrom } from './client.ts';
import { type Sandbox, startSandbox } from './index.ts';
import type { Video } from './tiktok/users.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

const film = (n: number): Video => ({
  id: `750000000000000000${n}`,
  createTime: 1_700_000_000 + n * 100,
  title: `Film ${n}`,
  description: `Film ${n}`,
  duration: 8,
  width: 720,
  height: 1280,
  likes: n,
  comments: 0,
  shares: 0,
  views: n * 10,
  cover: '/covers/vase-sage.jpg',
});
const LIST = '/v2/video/list/?fields=id,create_time,cover_image_url,view_count';

it('video/list pages newest first by a cursor in milliseconds', async () => {
  sandbox.control.user('fern.and.clay').videos = Array.from({ length: 25 }, (_, n) => film(n));
  const { accessToken } = await connect(sandbox);
  const first = await call(sandbox, LIST, accessToken, { max_count: 20 });
  expect(first.data.videos).toHaveLength(20);
  expect(first.data.videos[0].create_time).toBe(1_700_002_400);
  expect(first.data).toMatchObject({ has_more: true, cursor: 1_700_000_500_000 });
  const second = await call(sandbox, LIST, accessToken, { max_count: 20, cursor: first.data.cursor });
  expect(second.data.videos.map((video: { view_count: number }) => video.view_count)).toEqual([
    40, 30, 20, 10, 0,
  ]);
  expect(second.data.has_more).toBe(false);
  expect((await fetchFrom(sandbox, first.data.videos[0].cover_image_url)).status).toBe(200);
});
it('video/list refuses more than 20, a cursor that is no integer, and nothing asked for', async () => {
  const { accessToken } = await connect(sandbox);
  expect((await call(sandbox, LIST, accessToken, { max_count: 21 })).code).toBe('invalid_params');
  expect((await call(sandbox, LIST, accessToken, { cursor: '1' })).code).toBe('invalid_params');
  expect((await call(sandbox, '/v2/video/list/', accessToken, {})).code).toBe('invalid_params');
});
it('video/list and video/query want video.list', async () => {
  const { accessToken } = await connect(sandbox, { scopes: ['video.publish'] });
  expect((await call(sandbox, LIST, accessToken, {})).code).toBe('scope_not_authorized');
});
it('video/query gives only own videos, at most 20', async () => {
  sandbox.control.user('fern.and.clay').videos = [film(1), film(2)];
  const { accessToken } = await connect(sandbox);
  const query = (video_ids: string[]) =>
    call(sandbox, '/v2/video/query/?fields=id,title', accessToken, { filters: { video_ids } });
  const { data } = await query([film(2).id, '7999999999999999999']);
  expect(data.videos).toEqual([{ id: film(2).id, title: 'Film 2' }]);
  expect((await query(Array(21).fill('1'))).code).toBe('invalid_params');
});
