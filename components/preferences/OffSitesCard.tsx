import { useState } from 'react';
import { readSite, turned } from '../../lib/settings/sites';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { TextField } from '../ui/Field';
import type { PreferenceProps } from './CaptionCard';
import { KeptList } from './KeptList';

/** The sites whose pages Ferry does not look at, each with a way back. */
export function OffSitesCard({ settings: { offSites }, change }: PreferenceProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const site = readSite(typed);
  const turn = (name: string, on: boolean) => change({ offSites: turned(offSites, name, on) });
  return (
    <Card title={t('options_off_sites')}>
      <p className="preference-soft">{t('options_off_sites_text')}</p>
      <KeptList
        kept={offSites}
        as="code"
        action={t('options_switch_on')}
        onAction={(name) => turn(name, true)}
      />
      <form
        className="preference-row"
        onSubmit={(event) => {
          event.preventDefault();
          if (site === undefined) return;
          turn(site, false);
          setTyped('');
        }}
      >
        <TextField
          label={t('options_off_site')}
          placeholder="shop.example"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" disabled={site === undefined || offSites.includes(site)}>
          {t('options_switch_off')}
        </Button>
      </form>
    </Card>
  );
}
