import { useState } from 'react';
import { ask } from '../../lib/messages/client';
import { type ActionCategory, specialIndustries } from '../../lib/tiktok/business';
import { useWords } from '../hooks/useWords';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { Checkbox } from '../ui/Choice';
import { ErrorCard } from '../ui/ErrorCard';
import { TextField } from '../ui/Field';
import { useLookUp } from './useLookUp';

/** What TikTok lets advertisers aim at. */
export function CategoriesCard({ allow }: { allow: () => Promise<boolean> }) {
  const { t, locale } = useWords();
  const [industries, setIndustries] = useState<(typeof specialIndustries)[number][]>([]);
  const [search, setSearch] = useState('');
  const { found, error, isBusy, look } = useLookUp<ActionCategory[]>(allow);
  const language = locale.split('-')[0] ?? 'en';
  const wanted = search.trim().toLocaleLowerCase();
  const shown = found?.filter(({ name, description }) =>
    `${name} ${description}`.toLocaleLowerCase().includes(wanted),
  );
  return (
    <Card title={t('business_categories')}>
      <p className="business-soft">{t('business_categories_text')}</p>
      <div className="business-choices">
        {specialIndustries.map((industry) => (
          <Checkbox
            key={industry}
            label={t(`business_industry_${industry}`)}
            checked={industries.includes(industry)}
            onChange={(isOn) =>
              setIndustries(isOn ? [...industries, industry] : industries.filter((one) => one !== industry))
            }
          />
        ))}
      </div>
      <div className="business-actions">
        <Button
          icon="search"
          busy={isBusy}
          onClick={() =>
            void look(() => ask('business.categories', { specialIndustries: industries, language }))
          }
        >
          {t('business_look_up')}
        </Button>
      </div>
      {error && <ErrorCard error={error} />}
      {found && found.length > 8 && (
        <TextField
          type="search"
          label={t('business_filter')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      {shown && <p role="status">{t('business_found', { count: shown.length })}</p>}
      {shown && shown.length > 0 && (
        <ul className="business-list">
          {shown.map(({ action_category_id, name, description, action_scene }) => (
            <li key={action_category_id}>
              <strong>{name || action_category_id}</strong>{' '}
              {action_scene && (
                <Badge>
                  {t(action_scene === 'CREATOR_RELATED' ? 'business_scene_creator' : 'business_scene_video')}
                </Badge>
              )}
              {description && <p className="business-soft">{description}</p>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
