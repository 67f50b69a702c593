import { languages } from '../../lib/settings/languages';
import { useWords } from '../hooks/useWords';
import { Card } from '../ui/Card';
import { Switch } from '../ui/Choice';
import { Select } from '../ui/Field';
import { Segments } from '../ui/Segments';
import type { PreferenceProps } from './CaptionCard';

/** How Ferry looks and speaks, and whether that follows the person. */
export function LookCard({ settings, change }: PreferenceProps) {
  const { t } = useWords();
  return (
    <Card title={t('options_look')}>
      <Segments
        label={t('options_theme')}
        options={(['system', 'light', 'dark'] as const).map((value) => ({
          value,
          label: t(`options_theme_${value}`),
        }))}
        value={settings.theme}
        onChange={(theme) => change({ theme })}
      />
      <Select
        label={t('options_language')}
        hint={t('options_language_hint')}
        value={settings.language}
        onChange={(event) => change({ language: event.currentTarget.value })}
      >
        <option value="browser">{t('options_language_browser')}</option>
        {languages.map(({ tag, name }) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </Select>
      <Switch
        label={t('options_sync')}
        note={t('options_sync_note')}
        checked={settings.sync}
        onChange={(sync) => change({ sync })}
      />
    </Card>
  );
}
