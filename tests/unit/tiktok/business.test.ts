import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { createBusinessApi, judgeBusiness } from '../../../lib/tiktok/business';
import type { Send } from '../../../lib/tiktok/http';
import { errorOf, json, reply } from './replies';

const answering = (data: unknown) =>
  vi.fn<Send>(async () => json({ code: 0, message: 'OK', request_id: 'R', data }));
const asked = { token: 'T', advertiserId: '7001' };

describe('the Business API', () => {
  it('asks its own host, the token in its own header, lists as JSON in the address', async () => {
    const send = answering({ action_categories: [] });
    await createBusinessApi(send).actionCategories({
      ...asked,
      specialIndustries: ['HOUSING'],
      language: 'en',
    });
    const [address, init] = send.mock.calls[0] ?? [];
    expect(`${address?.origin}${address?.pathname}`).toBe(
      'https://business-api.tiktok.com/open_api/v1.3/tool/action_category/',
    );
    expect(Object.fromEntries(address?.searchParams ?? [])).toEqual({
      advertiser_id: '7001',
      language: 'en',
      special_industries: '["HOUSING"]',
    });
    expect(init).toEqual({ method: 'GET', headers: { 'Access-Token': 'T' } });
    expect(address?.href).not.toContain('T=');
  });

  it('reads categories, ids as text whether they came as numbers or not; one odd item hides no other', async () => {
    const send = answering({
      action_categories: [
        { action_category_id: 12, name: 'Beauty', sub_category_ids: ['13', 14] },
        null,
        { name: 'x' },
      ],
    });
    const found = await createBusinessApi(send).actionCategories({
      ...asked,
      specialIndustries: [],
      language: 'en',
    });
    expect(found).toEqual([
      {
        action_category_id: '12',
        name: 'Beauty',
        description: '',
        action_scene: '',
        special_industries: [],
        sub_category_ids: ['13', '14'],
      },
    ]);
    expect(send.mock.calls[0]?.[0].searchParams.has('special_industries')).toBe(false);
  });

  it.each([
    ['a text', 'Be kind.', ['Be kind.']],
    ['a list', ['One.', 'Two.'], ['One.', 'Two.']],
    ['objects', [{ title: 'Terms', content: 'Be kind.' }], ['Terms', 'Be kind.']],
    ['nothing', undefined, []],
  ])('finds the words of terms that are %s', async (_, terms, words) => {
    const api = createBusinessApi(answering({ terms }));
    expect(await api.terms({ ...asked, termType: 'Pixel', language: 'EN' })).toEqual(words);
  });

  it('asks whether terms are confirmed', async () => {
    const send = answering({ confirmed: true });
    const api = createBusinessApi(send);
    expect(await api.isTermConfirmed({ ...asked, termType: 'Pixel', language: 'EN' })).toBe(true);
    expect(send.mock.calls[0]?.[0].pathname).toBe('/open_api/v1.3/term/check/');
  });

  it('keeps every digit of the ids of occupied ads', async () => {
    const text =
      '{"code":0,"data":{"occupied_custom_shop_ads":[{"advertiser_id":7301234567890123457,"campaign_id":"1","adgroup_id":"2","ad_id":"3","create_time":"2026-01-01 00:00:00"}]}}';
    const send = vi.fn<Send>(async () => reply(text));
    const [ad] = await createBusinessApi(send).occupiedAds({
      ...asked,
      storeId: '9',
      assetId: '5',
      assetType: 'SPU',
    });
    expect(ad?.advertiser_id).toBe('7301234567890123457');
    expect(send.mock.calls[0]?.[0].searchParams.get('asset_ids')).toBe('["5"]');
  });
});

it('an error of the Business API never repeats the token it was asked with', async () => {
  const token = 'b1a5f00dcafe0123456789abcdef';
  const send: Send = async () =>
    json({ code: 40105, message: `Access token ${token} is bad`, request_id: token });
  const asking = createBusinessApi(send).occupiedAds({
    token,
    advertiserId: '7001',
    storeId: 's',
    assetId: 'a',
    assetType: 'SPU',
  });
  const error = await asking.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'business_token_rejected', logId: undefined, facts: { message: '' } });
});

describe('judgeBusiness', () => {
  const judge = (code: unknown, more = {}) =>
    errorOf(() =>
      judgeBusiness(json({ code, message: 'Why', request_id: 'R9', data: {} }, more), z.object({})),
    );

  it.each([
    [40001, 'business_not_allowed'],
    [40100, 'rate_limit_exceeded'],
    [40105, 'business_token_rejected'],
    [51010, 'timeout'],
    [51021, 'rate_limit_exceeded'],
    [40002, 'business_refused'],
  ])('HTTP 200 with code %i is %s', (code, meaning) => {
    expect(judge(code)).toMatchObject({ code: meaning, logId: 'R9', facts: { message: 'Why', code } });
  });

  it('a body that is none of TikTok’s is told by its status', () => {
    const of = (status: number) =>
      errorOf(() => judgeBusiness(reply('<html>', { status }), z.object({}))).code;
    expect([of(502), of(404), of(200)]).toEqual(['internal_error', 'http_error', 'unexpected_response']);
  });

  it('data of the wrong shape is an unexpected response', () => {
    expect(errorOf(() => judgeBusiness(json({ code: 0, data: 5 }), z.object({}))).code).toBe(
      'unexpected_response',
    );
  });
});
