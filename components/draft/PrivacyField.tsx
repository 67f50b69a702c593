import { memo } from 'react';
import { privacyChoices } from '../../lib/drafts/audit';
import type { PostSettings } from '../../lib/drafts/draft';
import type { Creator } from '../../lib/tiktok/creator';
import { useWords } from '../hooks/useWords';
import { Avatar } from '../ui/Avatar';
import { Select } from '../ui/Field';
import { PrivacyOptions } from './PrivacyOptions';

interface PrivacyFieldProps {
  creator: Creator | undefined;
  settings: PostSettings;
  onChoose: (privacy: string) => void;
}

/** Who can see it: nothing is chosen for the person. */
export const PrivacyField = memo(function PrivacyField({ creator, settings, onChoose }: PrivacyFieldProps) {
  const { t } = useWords();
  const choices = privacyChoices(creator, settings);
  const chosen = choices.find(({ value }) => value === settings.privacy)?.value ?? '';
  const held = choices.some(({ disabled }) => disabled);
  return (
    <Select
      label={t('compose_privacy')}
      name="privacy"
      value={chosen}
      disabled={!creator}
      required
      aside={
        creator && (
          <span className="posting-as">
            <Avatar name={creator.nickname} src={creator.avatarUrl} size={18} />
            <span data-creator-nickname>{creator.nickname}</span>
          </span>
        )
      }
      hint={held ? t('compose_branded_not_private') : undefined}
      title={held ? t('compose_branded_not_private') : undefined}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      <option value="" disabled>
        {t('compose_privacy_choose')}
      </option>
      <PrivacyOptions choices={choices} />
    </Select>
  );
});
