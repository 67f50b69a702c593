export interface Advertiser {
  advertiserId: string;
  name: string;
  storeIds: string[];
  confirmedTerms: string[];
  occupied: OccupiedAd[];
}

interface OccupiedAd {
  assetId: string;
  assetType: string;
  storeId: string;
  ad: { advertiser_id: string; campaign_id: string; adgroup_id: string; ad_id: string; create_time: string };
}

export interface Business {
  apps: { appId: string; secret: string; name: string; redirectUris: string[] }[];
  advertisers: Advertiser[];
  /** Token to the advertisers it may see. */
  tokens: Map<string, string[]>;
  codes: Map<string, string>;
  perMinute: number;
}

export const DEMO_BUSINESS_TOKEN = 'business-demo-token-0001';

export function defaultBusiness(redirectUris: string[]): Business {
  const [first, second] = ['7100000000000000011', '7100000000000000022'];
  const occupied = [
    ['7310000000000001', 'SPU', '7391000000000000101', '2026-10-28 08:12:44'],
    ['7310000000000001', 'SPU', '7391000000000000102', '2026-11-02 17:40:09'],
    ['fern.and.clay', 'IDENTITY_TT_USER', '7391000000000000103', '2026-11-11 11:02:31'],
  ] as const;
  return {
    apps: [
      { appId: '7200000000000000001', secret: 'business-demo-secret', name: 'Ferry look-ups', redirectUris },
    ],
    advertisers: [
      {
        advertiserId: first,
        name: 'Fern & Clay Ltd',
        storeIds: ['7495000000000000001'],
        confirmedTerms: ['Pixel'],
        occupied: occupied.map(([assetId, assetType, ad_id, create_time]) => ({
          assetId,
          assetType,
          storeId: '7495000000000000001',
          ad: {
            advertiser_id: first,
            campaign_id: `${ad_id.slice(0, -3)}901`,
            adgroup_id: `${ad_id.slice(0, -3)}501`,
            ad_id,
            create_time,
          },
        })),
      },
      { advertiserId: second, name: 'Somebody else', storeIds: [], confirmedTerms: [], occupied: [] },
    ],
    tokens: new Map([[DEMO_BUSINESS_TOKEN, [first]]]),
    codes: new Map(),
    perMinute: 600,
  };
}
