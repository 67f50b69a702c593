import { describe, expect, it, vi } from 'vitest';
import { createBusiness } from '../../../lib/business/service';
import type { BusinessApi } from '../../../lib/tiktok/business';
import { freshDatabase } from '../data/house';

function build() {
  const api = {
    actionCategories: vi.fn<BusinessApi['actionCategories']>(async () => []),
    terms: vi.fn<BusinessApi['terms']>(async () => ['Be kind.']),
    isTermConfirmed: vi.fn<BusinessApi['isTermConfirmed']>(async () => true),
    occupiedAds: vi.fn<BusinessApi['occupiedAds']>(async () => []),
  };
  return { api, business: createBusiness({ database: freshDatabase(), api }) };
}

describe('the Business look-ups', () => {
  it('are off until a token is there, and nothing is asked before', async () => {
    const { api, business } = build();
    expect(await business.state()).toEqual({ hasToken: false, advertiserId: '' });
    await expect(
      business.occupiedAds({ storeId: '1', assetId: '2', assetType: 'SPU' }),
    ).rejects.toMatchObject({
      code: 'business_no_token',
    });
    expect(api.occupiedAds).not.toHaveBeenCalled();
  });

  it('never hand the token out again', async () => {
    const { api, business } = build();
    expect(JSON.stringify(await business.change({ token: 'tok-123', advertiserId: '7' }))).not.toContain(
      'tok-123',
    );
    expect(await business.state()).toEqual({ hasToken: true, advertiserId: '7' });
    await business.terms({ termType: 'Pixel', language: 'EN' });
    expect(api.terms).toHaveBeenCalledWith({
      token: 'tok-123',
      advertiserId: '7',
      termType: 'Pixel',
      language: 'EN',
    });
  });

  it('a new advertiser keeps the token; an empty token forgets all of it', async () => {
    const { business } = build();
    await business.change({ token: 'tok-123' });
    expect(await business.change({ advertiserId: '8' })).toEqual({ hasToken: true, advertiserId: '8' });
    expect(await business.change({ token: '' })).toEqual({ hasToken: false, advertiserId: '' });
    expect(await business.change({ advertiserId: '8' })).toEqual({ hasToken: false, advertiserId: '' });
  });
});
