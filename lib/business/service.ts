import * as z from 'zod/mini';
import { AppError } from '../errors/app-error';
import type { Database } from '../platform/database';
import type {
  ActionCategory,
  BusinessApi,
  CategoriesAsked,
  OccupiedAd,
  OccupiedAsked,
  TermAsked,
} from '../tiktok/business';

const Kept = z.object({ token: z.string().check(z.minLength(1)), advertiserId: z._default(z.string(), '') });

/** What a page may know of it: not the token. */
export const BusinessState = z.object({ hasToken: z.boolean(), advertiserId: z.string() });
export type BusinessState = z.infer<typeof BusinessState>;

export interface Business {
  state(): Promise<BusinessState>;
  /** An empty token forgets it, and with it the whole matter; an absent one keeps what is there. */
  change(change: { token?: string | undefined; advertiserId?: string | undefined }): Promise<BusinessState>;
  actionCategories(asked: CategoriesAsked): Promise<ActionCategory[]>;
  terms(asked: TermAsked): Promise<{ texts: string[]; isConfirmed: boolean }>;
  occupiedAds(asked: OccupiedAsked): Promise<OccupiedAd[]>;
}

const key = 'business';

export function createBusiness({
  database,
  api,
}: {
  database: Promise<Database>;
  api: BusinessApi;
}): Business {
  const read = async () => Kept.safeParse(await (await database).get('secrets', key)).data;
  const view = (kept: z.infer<typeof Kept> | undefined): BusinessState => ({
    hasToken: kept !== undefined,
    advertiserId: kept?.advertiserId ?? '',
  });
  const held = async () => {
    const kept = await read();
    if (!kept) throw new AppError('business_no_token');
    return kept;
  };

  return {
    state: async () => view(await read()),
    async change({ token, advertiserId }) {
      const standing = await read();
      const next = token ?? standing?.token ?? '';
      if (next === '') {
        await (await database).delete('secrets', key);
        return view(undefined);
      }
      const kept = { token: next, advertiserId: advertiserId ?? standing?.advertiserId ?? '' };
      await (await database).put('secrets', kept, key);
      return view(kept);
    },
    actionCategories: async (asked) => api.actionCategories({ ...(await held()), ...asked }),
    async terms(asked) {
      const all = { ...(await held()), ...asked };
      const [texts, isConfirmed] = await Promise.all([api.terms(all), api.isTermConfirmed(all)]);
      return { texts, isConfirmed };
    },
    occupiedAds: async (asked) => api.occupiedAds({ ...(await held()), ...asked }),
  };
}
