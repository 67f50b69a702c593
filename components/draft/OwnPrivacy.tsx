import { privacyChoices } from '../../lib/drafts/audit';
import type { PostSettings } from '../../lib/drafts/draft';
import type { Creator } from '../../lib/tiktok/creator';
import { useWords } from '../hooks/useWords';
import { Select } from '../ui/Field';
import { PrivacyOptions } from './PrivacyOptions';

interface OwnPrivacyProps {
  creator: Creator | undefined;
  settings: PostSettings;
  /** Undefined: the same people who see the others. */
  own: string | undefined;
  /** Which post it is about. */
  name: string;
  onChoose: (privacy: string | undefined) => void;
}

/** Who sees this one of several: the same as the others until something else is chosen. */
export function OwnPrivacy({ creator, settings, own, name, onChoose }: OwnPrivacyProps) {
  const { t } = useWords();
  const choices = privacyChoices(creator, settings);
  return (
    <Select
      label={t('compose_batch_privacy')}
      aria-label={t('compose_batch_privacy_of', { name })}
      value={choices.some(({ value }) => value === own) ? own : ''}
      disabled={!creator}
      onChange={(event) => onChoose(event.currentTarget.value || undefined)}
    >
      <option value="">{t('compose_batch_privacy_as_all')}</option>
      <PrivacyOptions choices={choices} />
    </Select>
  );
}
