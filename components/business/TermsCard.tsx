import { useState } from 'react';
import { ask } from '../../lib/messages/client';
import { termTypes } from '../../lib/tiktok/business';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { ErrorCard } from '../ui/ErrorCard';
import { Select } from '../ui/Field';
import { Notice } from '../ui/Notice';
import { useLookUp } from './useLookUp';

/** An advertiser's terms, and whether they were confirmed. Confirming them is left to TikTok's own pages. */
export function TermsCard({ allow }: { allow: () => Promise<boolean> }) {
  const { t, locale } = useWords();
  const [termType, setType] = useState<(typeof termTypes)[number]>('Pixel');
  const { found, error, isBusy, look } = useLookUp<{ texts: string[]; isConfirmed: boolean }>(allow);
  const language = locale.startsWith('ja') ? 'JA' : locale.startsWith('zh') ? 'ZH' : 'EN';
  return (
    <Card title={t('business_terms')}>
      <div className="business-row">
        <Select
          label={t('business_terms_of')}
          value={termType}
          onChange={(event) => setType(termTypes.find((one) => one === event.currentTarget.value) ?? 'Pixel')}
        >
          {termTypes.map((one) => (
            <option key={one} value={one}>
              {t(`business_term_${one}`)}
            </option>
          ))}
        </Select>
        <Button
          icon="search"
          busy={isBusy}
          onClick={() => void look(() => ask('business.terms', { termType, language }))}
        >
          {t('business_look_up')}
        </Button>
      </div>
      {error && <ErrorCard error={error} />}
      {found && (
        <>
          <Notice
            role="status"
            tone={found.isConfirmed ? 'ok' : 'warn'}
            title={t(found.isConfirmed ? 'business_terms_confirmed' : 'business_terms_open')}
          />
          <div className="business-terms">
            {found.texts.length === 0 && <p>{t('business_terms_none')}</p>}
            {found.texts.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </div>
        </>
      )}
    </Card>
  );
}
