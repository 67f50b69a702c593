import { useState } from 'react';
import { ask } from '../../lib/messages/client';
import { type OccupiedAd, occupiedAssetTypes } from '../../lib/tiktok/business';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { ErrorCard } from '../ui/ErrorCard';
import { Select, TextField } from '../ui/Field';
import { useLookUp } from './useLookUp';

const columns = ['ad_id', 'adgroup_id', 'campaign_id', 'create_time'] as const;

/** Which of the shop's own ads GMV Max has taken over. */
export function OccupiedAdsCard({ allow }: { allow: () => Promise<boolean> }) {
  const { t } = useWords();
  const [storeId, setStore] = useState('');
  const [assetId, setAsset] = useState('');
  const [assetType, setType] = useState<(typeof occupiedAssetTypes)[number]>('IDENTITY_TT_USER');
  const { found, error, isBusy, look } = useLookUp<OccupiedAd[]>(allow);
  return (
    <Card title={t('business_occupied')}>
      <p className="business-soft">{t('business_occupied_text')}</p>
      <form
        className="business-form"
        onSubmit={(event) => {
          event.preventDefault();
          void look(() => ask('business.occupiedAds', { storeId, assetId, assetType }));
        }}
      >
        <TextField
          required
          label={t('business_store')}
          value={storeId}
          onChange={(event) => setStore(event.currentTarget.value)}
        />
        <Select
          label={t('business_asset_type')}
          value={assetType}
          onChange={(event) =>
            setType(occupiedAssetTypes.find((one) => one === event.currentTarget.value) ?? 'SPU')
          }
        >
          {occupiedAssetTypes.map((one) => (
            <option key={one} value={one}>
              {t(`business_asset_${one}`)}
            </option>
          ))}
        </Select>
        <TextField
          required
          label={t('business_asset')}
          value={assetId}
          onChange={(event) => setAsset(event.currentTarget.value)}
        />
        <div className="business-actions">
          <Button type="submit" icon="search" busy={isBusy} disabled={!storeId.trim() || !assetId.trim()}>
            {t('business_look_up')}
          </Button>
        </div>
      </form>
      {error && <ErrorCard error={error} />}
      {found && <p role="status">{t('business_occupied_found', { count: found.length })}</p>}
      {found && found.length > 0 && (
        <div className="business-scroll">
          <table>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {t(`business_column_${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {found.map((ad) => (
                <tr key={ad.ad_id}>
                  {columns.map((column) => (
                    <td key={column}>{ad[column]}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
