import * as z from 'zod/mini';
import { AppError, asAppError } from '../errors/app-error';
import type { Reply, Send } from './http';
import { hush } from './hush';
import { quoteLongIntegers } from './long-integers';
import { text } from './loose-fields';

/** Another product of TikTok's with tokens of its own: nothing of this is needed for posting. All of it only reads. */
export const businessOrigin = 'https://business-api.tiktok.com';

export const specialIndustries = ['HOUSING', 'EMPLOYMENT', 'CREDIT'] as const;
export const termTypes = ['InstantPage', 'LeadAds', 'Pixel', 'ReachFrequency'] as const;
export const occupiedAssetTypes = [
  'IDENTITY_TT_USER',
  'IDENTITY_BC_AUTH_TT',
  'IDENTITY_TTS_TT',
  'SPU',
] as const;

const Text = z._default(z.string(), '');
/** A number or a text, as TikTok likes it that day. */
const Id = z.pipe(z.union([z.string(), z.number()]), z.transform(String));
const Ids = z._default(z.array(Id), []);

/** A kind of behaviour that advertisers can aim at. */
export const ActionCategory = z.object({
  action_category_id: Id,
  name: Text,
  description: Text,
  /** CREATOR_RELATED or VIDEO_RELATED. */
  action_scene: Text,
  level: z.optional(Id),
  special_industries: Ids,
  sub_category_ids: Ids,
});
export type ActionCategory = z.infer<typeof ActionCategory>;

/** An ad of somebody's that GMV Max holds, so that no other may use the same source. */
export const OccupiedAd = z.object({
  advertiser_id: Id,
  campaign_id: Id,
  adgroup_id: Id,
  ad_id: Id,
  create_time: Text,
});
export type OccupiedAd = z.infer<typeof OccupiedAd>;

interface Asked {
  token: string;
  advertiserId: string;
}
export interface CategoriesAsked {
  specialIndustries: readonly string[];
  language: string;
}
export interface TermAsked {
  termType: string;
  language: string;
}
export interface OccupiedAsked {
  storeId: string;
  assetId: string;
  assetType: string;
}

export interface BusinessApi {
  actionCategories(asked: Asked & CategoriesAsked): Promise<ActionCategory[]>;
  /** The text of the terms, as far as TikTok's answer holds any. */
  terms(asked: Asked & TermAsked): Promise<string[]>;
  isTermConfirmed(asked: Asked & TermAsked): Promise<boolean>;
  occupiedAds(asked: Asked & OccupiedAsked): Promise<OccupiedAd[]>;
}

export function createBusinessApi(send: Send): BusinessApi {
  const get = async <T>(
    path: string,
    { token, advertiserId }: Asked,
    query: object,
    data: z.ZodMiniType<T>,
  ) => {
    const address = new URL(`/open_api/v1.3${path}`, businessOrigin);
    const fields = Object.entries({ advertiser_id: advertiserId, ...query });
    address.search = new URLSearchParams(fields.map(([key, value]) => [key, String(value)])).toString();
    try {
      return judgeBusiness(await send(address, { method: 'GET', headers: { 'Access-Token': token } }), data);
    } catch (thrown) {
      throw hush(asAppError(thrown), [token]);
    }
  };

  return {
    async actionCategories({ specialIndustries, language, ...asked }) {
      const query = {
        language,
        ...(specialIndustries.length === 0 ? {} : { special_industries: JSON.stringify(specialIndustries) }),
      };
      return (
        (await get('/tool/action_category/', asked, query, listOf('action_categories', ActionCategory))) ?? []
      );
    },
    async terms({ termType, language, ...asked }) {
      const query = { term_type: termType, lang: language };
      const { terms } = await get('/term/get/', asked, query, z.object({ terms: z.optional(z.unknown()) }));
      return wordsIn(terms);
    },
    async isTermConfirmed({ termType, language, ...asked }) {
      const query = { term_type: termType, lang: language };
      const Confirmed = z.object({ confirmed: z.union([z.boolean(), z.string()]) });
      const { confirmed } = await get('/term/check/', asked, query, Confirmed);
      return confirmed === true || confirmed === 'true' || confirmed === 'CONFIRMED';
    },
    async occupiedAds({ storeId, assetId, assetType, ...asked }) {
      const query = {
        store_id: storeId,
        asset_ids: JSON.stringify([assetId]),
        occupied_asset_type: assetType,
      };
      const Ads = listOf('occupied_custom_shop_ads', OccupiedAd);
      return (await get('/gmv_max/occupied_custom_shop_ads/list/', asked, query, Ads)) ?? [];
    },
  };
}

/** `data.<name>`: what can be read of the list. One odd item is no reason to hide the others. */
function listOf<T>(name: string, item: z.ZodMiniType<T>) {
  return z.pipe(
    z.record(z.string(), z.unknown()),
    z.transform((data) => {
      const list = z.array(z.unknown()).safeParse(data[name]).data ?? [];
      return list.flatMap((value) => item.safeParse(value).data ?? []);
    }),
  );
}

const Envelope = z.object({
  code: z.number(),
  message: z.optional(z.unknown()),
  request_id: z.optional(z.unknown()),
  data: z.optional(z.unknown()),
});

/** HTTP 200 also carries errors here: the number inside decides. */
export function judgeBusiness<T>(reply: Reply, data: z.ZodMiniType<T>): T {
  const envelope = Envelope.safeParse(parse(reply));
  if (!envelope.success) {
    const code =
      reply.status >= 500 ? 'internal_error' : reply.status >= 400 ? 'http_error' : 'unexpected_response';
    throw new AppError(code, { facts: { status: reply.status } });
  }
  const { code, message, request_id, data: found } = envelope.data;
  const logId = text(request_id, 300);
  if (code !== 0) throw refused(code, text(message, 300) ?? '', logId);
  const read = data.safeParse(found ?? {});
  if (!read.success) throw new AppError('unexpected_response', { logId });
  return read.data;
}

const known = {
  40001: 'business_not_allowed',
  40100: 'rate_limit_exceeded',
  40105: 'business_token_rejected',
  51010: 'timeout',
  51021: 'rate_limit_exceeded',
} as const;

function refused(code: number, message: string, logId: string | undefined): AppError {
  const meaning = Object.hasOwn(known, code) ? known[code as keyof typeof known] : 'business_refused';
  return new AppError(meaning, { facts: { code, message, host: new URL(businessOrigin).host }, logId });
}

function parse({ text, truncated }: Reply): unknown {
  if (truncated) return undefined;
  try {
    return JSON.parse(quoteLongIntegers(text));
  } catch {
    // A proxy's page, perhaps: the caller says so with the status.
    return undefined;
  }
}

/** What the items look like is not documented: every sentence in them, in order. */
function wordsIn(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return value.trim() ? [value.slice(0, 50_000)] : [];
  if (typeof value !== 'object' || value === null || depth > 6) return [];
  return Object.values(value)
    .flatMap((part) => wordsIn(part, depth + 1))
    .slice(0, 500);
}
