import { useState } from 'react';
import { ownOf, readOwn } from '../../lib/drafts/own';
import { readSite } from '../../lib/settings/sites';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { TextField } from '../ui/Field';
import type { PreferenceProps } from './CaptionCard';
import { KeptList } from './KeptList';

/** The person's own names and sites: where Ferry need not ask whose it is. */
export function OwnCard({ settings: { ownHandles }, change }: PreferenceProps) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const [site, setSite] = useState('');
  const host = readSite(site);
  const mark = site.trim() !== '' && !host ? undefined : readOwn(name, host);
  const nameOf = (kept: string) => {
    const own = ownOf(kept);
    if (!own.name) return t('options_own_whole_site', { site: own.site ?? '' });
    return own.site
      ? t('options_own_name_on', { name: own.name, site: own.site })
      : t('options_own_name_anywhere', { name: own.name });
  };
  return (
    <Card title={t('options_own')}>
      <p className="preference-soft">{t('options_own_text')}</p>
      <KeptList
        kept={ownHandles}
        as="bdi"
        nameOf={nameOf}
        action={t('options_own_remove')}
        onAction={(gone) => change({ ownHandles: ownHandles.filter((kept) => kept !== gone) })}
      />
      <form
        className="preference-row"
        onSubmit={(event) => {
          event.preventDefault();
          if (mark === undefined) return;
          change({ ownHandles: [...new Set([...ownHandles, mark])] });
          setName('');
          setSite('');
        }}
      >
        <TextField
          label={t('options_own_name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextField
          label={t('options_own_site')}
          placeholder="shop.example"
          value={site}
          onChange={(event) => setSite(event.currentTarget.value)}
        />
        <Button type="submit" icon="plus" disabled={mark === undefined || ownHandles.includes(mark)}>
          {t('options_own_add')}
        </Button>
      </form>
    </Card>
  );
}
