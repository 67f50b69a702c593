import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call, connect, fetchFrom, REDIRECT } from './client.ts';
import { type Sandbox, startSandbox } from './index.ts';
import { DEMO_BUSINESS_TOKEN } from './tiktok/business/advertisers.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

const HOST = 'https://business-api.tiktok.com';
const ME = '7100000000000000011';

async function ask(path: string, query: Record<string, string>, token = DEMO_BUSINESS_TOKEN) {
  const url = `${HOST}/open_api/v1.3${path}?${new URLSearchParams(query)}`;
  const answer = await fetchFrom(sandbox, url, { headers: { 'access-token': token } });
  expect(answer.status).toBe(200);
  return JSON.parse(answer.text);
}

async function send(path: string, body: object, headers: Record<string, string> = {}) {
  const type = { 'content-type': 'application/json' };
  const answer = await fetchFrom(sandbox, `${HOST}/open_api/v1.3${path}`, {
    headers: { ...type, ...headers },
    body: JSON.stringify(body),
  });
  return JSON.parse(answer.text);
}

describe('the Business API', () => {
  it('refuses a wrong token, and a Login Kit token, with 40105 and HTTP 200', async () => {
    const { accessToken } = await connect(sandbox);
    expect((await ask('/tool/action_category/', { advertiser_id: ME }, 'no')).code).toBe(40105);
    expect((await ask('/tool/action_category/', { advertiser_id: ME }, accessToken)).code).toBe(40105);
  });
  it("refuses another's advertiser with 40001, and asks for one", async () => {
    expect((await ask('/tool/action_category/', { advertiser_id: '7100000000000000022' })).code).toBe(40001);
    expect((await ask('/tool/action_category/', {})).code).toBe(40002);
  });
  it('lists action categories of two scenes and two levels', async () => {
    const { code, data, request_id } = await ask('/tool/action_category/', { advertiser_id: ME });
    expect([code, typeof request_id]).toEqual([0, 'string']);
    expect(data.action_categories.length).toBeGreaterThan(15);
    const scenes = data.action_categories.map((one: { action_scene: string }) => one.action_scene);
    expect(new Set(scenes)).toEqual(new Set(['VIDEO_RELATED', 'CREATOR_RELATED']));
  });
  it('wants arrays as JSON, and narrows by special industries', async () => {
    const all = await ask('/tool/action_category/', { advertiser_id: ME });
    const some = await ask('/tool/action_category/', { advertiser_id: ME, special_industries: '["CREDIT"]' });
    expect(some.data.action_categories.length).toBeLessThan(all.data.action_categories.length);
    expect(
      (await ask('/tool/action_category/', { advertiser_id: ME, special_industries: 'CREDIT' })).code,
    ).toBe(40002);
    expect((await ask('/tool/action_category/', { advertiser_id: ME, language: 'xx' })).code).toBe(40002);
  });
  it('shows, checks and confirms terms', async () => {
    const about = { advertiser_id: ME, term_type: 'LeadAds' };
    expect((await ask('/term/get/', about)).data.terms).toHaveLength(1);
    expect((await ask('/term/check/', about)).data).toEqual({ confirmed: false });
    expect((await send('/term/confirm/', about, { 'access-token': DEMO_BUSINESS_TOKEN })).code).toBe(0);
    expect((await ask('/term/check/', about)).data).toEqual({ confirmed: true });
    expect((await ask('/term/get/', { advertiser_id: ME, term_type: 'Other' })).code).toBe(40002);
  });
  it('lists the custom shop ads an asset is occupied by', async () => {
    const query = { advertiser_id: ME, store_id: '7495000000000000001', occupied_asset_type: 'SPU' };
    const { data } = await ask('/gmv_max/occupied_custom_shop_ads/list/', {
      ...query,
      asset_ids: '["7310000000000001"]',
    });
    expect(data.occupied_custom_shop_ads).toHaveLength(2);
    expect(data.occupied_custom_shop_ads[0]).toMatchObject({
      advertiser_id: ME,
      create_time: '2026-10-28 08:12:44',
    });
    const none = await ask('/gmv_max/occupied_custom_shop_ads/list/', { ...query, asset_ids: '["1"]' });
    expect(none.data.occupied_custom_shop_ads).toEqual([]);
    expect((await ask('/gmv_max/occupied_custom_shop_ads/list/', query)).code).toBe(40002);
  });
  it('gives a token for the code of its own consent page, once', async () => {
    const query = new URLSearchParams({
      app_id: '7200000000000000001',
      redirect_uri: REDIRECT,
      state: 's',
      agreed: '1',
    });
    const answer = await fetchFrom(sandbox, `${HOST}/portal/auth?${query}`);
    const auth_code = new URL(answer.headers.location ?? '').searchParams.get('auth_code') ?? '';
    const wanted = { app_id: '7200000000000000001', secret: 'business-demo-secret', auth_code };
    const { data } = await send('/oauth2/access_token/', wanted);
    expect((await ask('/tool/action_category/', { advertiser_id: ME }, data.access_token)).code).toBe(0);
    expect((await send('/oauth2/access_token/', wanted)).code).toBe(40002);
  });
  it('limits the calls of a token with 40100', async () => {
    sandbox.control.business.perMinute = 1;
    await ask('/tool/action_category/', { advertiser_id: ME });
    expect((await ask('/tool/action_category/', { advertiser_id: ME })).code).toBe(40100);
  });
  it('can be made to fail with any of its codes', async () => {
    sandbox.control.addFault({
      endpoint: 'business.*',
      answer: { kind: 'error', code: '51021', message: 'Too many requests' },
    });
    expect((await ask('/tool/action_category/', { advertiser_id: ME })).code).toBe(51021);
  });
});

describe('a history', () => {
  const LIST = '/v2/video/list/?fields=id,create_time,view_count,like_count';
  it('gives an account 200 videos that TikTok lists page by page', async () => {
    sandbox.control.giveHistory('fern.and.clay');
    const { accessToken } = await connect(sandbox);
    const ids = new Set<string>();
    let cursor: number | undefined;
    for (let page = 0; page < 10; page += 1) {
      const { data } = await call(sandbox, LIST, accessToken, {
        max_count: 20,
        ...(cursor ? { cursor } : {}),
      });
      for (const video of data.videos) ids.add(video.id);
      expect(data.has_more).toBe(page < 9);
      cursor = data.cursor;
    }
    expect(ids.size).toBe(200);
  });
  it('grows as time passes, and is the same in every run', async () => {
    const { days, at } = sandbox.control.giveHistory('fern.and.clay', { until: Date.UTC(2026, 10, 20) });
    expect(days).toHaveLength(400);
    const followers = days.map((day) => day.followers);
    expect([...followers].sort((a, b) => a - b)).toEqual(followers);
    expect(days.at(-1)?.videoCount).toBe(200);
    const again = sandbox.control.giveHistory('miro.offline', { until: Date.UTC(2026, 10, 20) });
    expect(again.days.at(-1)?.followers).toBe(days.at(-1)?.followers);
    expect(at(Date.UTC(2026, 11, 20)).likes).toBeGreaterThan(days.at(-1)?.likes ?? 0);
  });
  it('shows in user/info what the clock says', async () => {
    const { at } = sandbox.control.giveHistory('fern.and.clay');
    const { accessToken } = await connect(sandbox);
    sandbox.control.clock.advance(3_600_000);
    const { data } = await call(sandbox, '/v2/user/info/?fields=follower_count,video_count', accessToken);
    expect(data.user.follower_count).toBe(at(sandbox.control.clock.now()).followers);
    expect(data.user.video_count).toBe(200);
  });
});
