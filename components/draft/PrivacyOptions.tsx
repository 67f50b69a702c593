import type { PrivacyChoice } from '../../lib/drafts/audit';
import { useWords } from '../hooks/useWords';
import { privacyWord } from './privacy-word';

/** TikTok's options and no others, in TikTok's order; one that may not be chosen says why. */
export function PrivacyOptions({ choices }: { choices: readonly PrivacyChoice[] }) {
  const { t } = useWords();
  return choices.map(({ value, disabled }) => (
    <option
      key={value}
      value={value}
      disabled={disabled}
      title={disabled ? t('compose_branded_not_private') : undefined}
    >
      {privacyWord(value, t)}
    </option>
  ));
}
