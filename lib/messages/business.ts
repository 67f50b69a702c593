import * as z from 'zod/mini';
import { BusinessState } from '../business/service';
import { List } from '../platform/bounded';
import {
  ActionCategory,
  OccupiedAd,
  occupiedAssetTypes,
  specialIndustries,
  termTypes,
} from '../tiktok/business';

const Word = z.string().check(z.trim(), z.maxLength(200));

export const businessQuestions = {
  'business.state': { body: z.void(), answer: BusinessState },
  /** The token goes in and never comes out again; an empty one forgets it. */
  'business.change': {
    body: z.object({
      token: z.optional(z.string().check(z.trim(), z.maxLength(2_000))),
      advertiserId: z.optional(Word),
    }),
    answer: BusinessState,
  },
  'business.categories': {
    body: z.object({
      specialIndustries: List(z.enum(specialIndustries), specialIndustries.length),
      language: Word,
    }),
    answer: z.array(ActionCategory),
  },
  'business.terms': {
    body: z.object({ termType: z.enum(termTypes), language: z.enum(['EN', 'ZH', 'JA']) }),
    answer: z.object({ texts: z.array(z.string()), isConfirmed: z.boolean() }),
  },
  'business.occupiedAds': {
    body: z.object({ storeId: Word, assetId: Word, assetType: z.enum(occupiedAssetTypes) }),
    answer: z.array(OccupiedAd),
  },
};
