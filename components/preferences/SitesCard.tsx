import { useState } from 'react';
import { type ErrorData, toErrorData } from '../../lib/errors/app-error';
import { useAsked } from '../hooks/useAsked';
import { useWords } from '../hooks/useWords';
import { Card } from '../ui/Card';
import { ErrorCard } from '../ui/ErrorCard';
import { KeptList } from './KeptList';

/** What the browser knows of allowed sites. Handed in by the entry point. */
export interface SitesDoor {
  allowedSites: () => Promise<string[]>;
  forgetSite: (origin: string) => Promise<void>;
}

/** The sites Ferry may read without being clicked there, each with a way to end it. */
export function SitesCard({ door }: { door: SitesDoor }) {
  const { t } = useWords();
  const { value: sites, again } = useAsked(door.allowedSites);
  const [error, setError] = useState<ErrorData>();
  const forget = async (origin: string) => {
    setError(undefined);
    await door.forgetSite(origin).catch((thrown: unknown) => setError(toErrorData(thrown)));
    again();
  };
  return (
    <Card title={t('options_sites')}>
      <p className="preference-soft">{t('options_sites_text')}</p>
      <KeptList
        kept={sites}
        as="code"
        action={t('options_forget_site')}
        onAction={(origin) => void forget(origin)}
      />
      {error && <ErrorCard error={error} />}
    </Card>
  );
}
