import { ask } from '../../lib/messages/client';
import { useAsked } from '../hooks/useAsked';
import { useWords } from '../hooks/useWords';
import { Card } from '../ui/Card';
import { Switch } from '../ui/Choice';
import { Select } from '../ui/Field';
import type { PreferenceProps } from './CaptionCard';

const load = () => ask('accounts.overview', undefined);

/** Where posts of an account go at first, and what Ferry tells afterwards. */
export function PostingCard({ settings, change }: PreferenceProps) {
  const { t } = useWords();
  const { value: overview } = useAsked(load);
  return (
    <Card title={t('options_posting')}>
      {overview?.accounts.map(({ id, displayName, username }) => (
        <Select
          key={id}
          label={t('options_mode_of', { name: displayName || username || t('insight_unnamed') })}
          value={settings.modes[id] ?? 'direct'}
          onChange={(event) =>
            change({
              modes: { ...settings.modes, [id]: event.currentTarget.value === 'inbox' ? 'inbox' : 'direct' },
            })
          }
        >
          <option value="direct">{t('options_mode_direct')}</option>
          <option value="inbox">{t('options_mode_inbox')}</option>
        </Select>
      ))}
      <Switch
        label={t('options_notify_published')}
        checked={settings.notifyOnPublished}
        onChange={(notifyOnPublished) => change({ notifyOnPublished })}
      />
      <Switch
        label={t('options_notify_trouble')}
        checked={settings.notifyOnTrouble}
        onChange={(notifyOnTrouble) => change({ notifyOnTrouble })}
      />
    </Card>
  );
}
