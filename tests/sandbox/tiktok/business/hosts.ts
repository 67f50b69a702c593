import * as z from 'zod/mini';
import {
  escapeHtml,
  type HostTable,
  html,
  type Route,
  redirect,
  type SandboxRequest,
  text,
} from '../../http.ts';
import { createLimiter } from '../limits.ts';
import { secretText, type World } from '../world.ts';
import type { Advertiser } from './advertisers.ts';
import { actionCategories } from './categories.ts';
import { BUSINESS, BusinessRefusal, business } from './envelope.ts';

const LANGUAGES = 'en zh ja de es fr id it ko ru th tr vi ar pt ms'.split(' ');
const INDUSTRIES = ['HOUSING', 'EMPLOYMENT', 'CREDIT'];
const TERMS = ['InstantPage', 'LeadAds', 'Pixel', 'ReachFrequency'];
const ASSETS = ['IDENTITY_TT_USER', 'IDENTITY_BC_AUTH_TT', 'IDENTITY_TTS_TT', 'SPU'];

const tokenBody = z.object({ app_id: z.string(), secret: z.string(), auth_code: z.string() });
const confirmBody = z.object({ advertiser_id: z.string(), term_type: z.enum(TERMS) });

/** The Business API look-ups of tiktok-api.md §11. Login Kit's tokens mean nothing here. */
export function businessHosts(world: World): HostTable {
  const limiter = createLimiter(world.clock);

  function enter(request: SandboxRequest): string[] {
    const token = String(request.headers['access-token'] ?? '');
    const visible = world.business.tokens.get(token);
    if (!visible)
      throw new BusinessRefusal(BUSINESS.badToken, 'Access token is incorrect or has been revoked.');
    try {
      limiter.take(token, world.business.perMinute);
    } catch {
      throw new BusinessRefusal(BUSINESS.rateLimited, 'App reaches the QPS limit. Please try again later.');
    }
    return visible;
  }

  function advertiser(request: SandboxRequest, id: string): Advertiser {
    const visible = enter(request);
    if (!id) throw bad('advertiser_id: Missing data for required field.');
    const found = world.business.advertisers.find((one) => one.advertiserId === id);
    if (!found || !visible.includes(id)) {
      throw new BusinessRefusal(BUSINESS.noPermission, `No permission to operate advertiser ${id}`);
    }
    return found;
  }

  const ofQuery = (request: SandboxRequest) =>
    advertiser(request, request.url.searchParams.get('advertiser_id') ?? '');

  const get = (name: string, path: string, handle: (request: SandboxRequest) => unknown): Route => {
    return {
      name: `business.${name}`,
      method: 'GET',
      path: `/open_api/v1.3${path}`,
      handle: business(handle),
    };
  };
  const post = (name: string, path: string, handle: (request: SandboxRequest) => unknown): Route => {
    return {
      name: `business.${name}`,
      method: 'POST',
      path: `/open_api/v1.3${path}`,
      handle: business(handle),
    };
  };

  const routes: Route[] = [
    {
      name: 'business.portal',
      method: 'GET',
      path: '/portal/auth',
      handle: ({ url }) => {
        const app = world.business.apps.find((one) => one.appId === url.searchParams.get('app_id'));
        const target = url.searchParams.get('redirect_uri') ?? '';
        if (!app?.redirectUris.includes(target))
          return text('The app or its redirect address is unknown', 400);
        if (url.searchParams.has('agreed')) {
          const code = secretText(32);
          world.business.codes.set(code, app.appId);
          const state = encodeURIComponent(url.searchParams.get('state') ?? '');
          return redirect(`${target}?auth_code=${code}&code=${code}&state=${state}`);
        }
        const yes = escapeHtml(`${url.pathname}${url.search}&agreed=1`);
        return html(
          `<!doctype html><title>TikTok for Business</title><h1>${escapeHtml(app.name)}</h1><a id="authorize" href="${yes}">Confirm</a>`,
        );
      },
    },
    post('token', '/oauth2/access_token/', (request) => {
      const { app_id, secret, auth_code } = body(request, tokenBody);
      const app = world.business.apps.find((one) => one.appId === app_id && one.secret === secret);
      if (!app || world.business.codes.get(auth_code) !== app_id) throw bad('auth_code or secret is invalid');
      world.business.codes.delete(auth_code);
      const advertiserIds = world.business.advertisers.slice(0, 1).map((one) => one.advertiserId);
      const access_token = secretText(40).toLowerCase();
      world.business.tokens.set(access_token, advertiserIds);
      return { access_token, advertiser_ids: advertiserIds, scope: [1, 2, 4] };
    }),
    get('action_category', '/tool/action_category/', (request) => {
      ofQuery(request);
      oneOf(request, 'language', LANGUAGES, 'en');
      const industries = list(request, 'special_industries', false);
      if (industries.some((one) => !INDUSTRIES.includes(one)))
        throw bad('special_industries: Not a valid choice.');
      return {
        action_categories: actionCategories.filter((category) =>
          industries.every((industry) => category.special_industries.includes(industry)),
        ),
      };
    }),
    get('term', '/term/get/', (request) => {
      ofQuery(request);
      oneOf(request, 'lang', ['EN', 'ZH', 'JA'], 'EN');
      return { terms: [termText(oneOf(request, 'term_type', TERMS))] };
    }),
    get('term_check', '/term/check/', (request) => {
      const { confirmedTerms } = ofQuery(request);
      return { confirmed: confirmedTerms.includes(oneOf(request, 'term_type', TERMS)) };
    }),
    post('term_confirm', '/term/confirm/', (request) => {
      const { advertiser_id, term_type } = body(request, confirmBody);
      advertiser(request, advertiser_id).confirmedTerms.push(term_type);
      return {};
    }),
    get('occupied_ads', '/gmv_max/occupied_custom_shop_ads/list/', (request) => {
      const { occupied, storeIds } = ofQuery(request);
      const storeId = request.url.searchParams.get('store_id') ?? '';
      if (!storeId) throw bad('store_id: Missing data for required field.');
      if (!storeIds.includes(storeId))
        throw new BusinessRefusal(BUSINESS.noPermission, 'No permission for the store');
      const type = oneOf(request, 'occupied_asset_type', ASSETS);
      const assets = list(request, 'asset_ids', true);
      const found = occupied.filter(
        (one) => one.assetType === type && one.storeId === storeId && assets.includes(one.assetId),
      );
      return { occupied_custom_shop_ads: found.map(({ ad }) => ad) };
    }),
  ];
  return { 'business-api.tiktok.com': routes, 'sandbox-ads.tiktok.com': routes };
}

function bad(message: string): BusinessRefusal {
  return new BusinessRefusal(BUSINESS.badParameter, message);
}

function oneOf(
  request: SandboxRequest,
  name: string,
  choices: readonly string[],
  otherwise?: string,
): string {
  const value = request.url.searchParams.get(name) ?? otherwise;
  if (value === undefined) throw bad(`${name}: Missing data for required field.`);
  if (!choices.includes(value)) throw bad(`${name}: Not a valid choice.`);
  return value;
}

/** Arrays travel as JSON in the query. */
function list(request: SandboxRequest, name: string, required: boolean): string[] {
  const value = request.url.searchParams.get(name);
  if (value === null && !required) return [];
  try {
    return z
      .array(z.string())
      .check(z.minLength(1))
      .parse(JSON.parse(value ?? ''));
  } catch {
    throw bad(`${name}: Not a valid list.`);
  }
}

function body<T>(request: SandboxRequest, schema: z.ZodMiniType<T>): T {
  try {
    return schema.parse(JSON.parse(request.body.toString()));
  } catch {
    throw bad('The request body is not valid.');
  }
}

function termText(type: string) {
  const title = `${type} terms of use`;
  return {
    term_type: type,
    title,
    content: `${title}. By using this product you agree to its terms, to the advertising policies, and to the data terms that go with them.`,
    version: '2026-06',
  };
}
