import { memo } from 'react';
import type { Ownership } from '../../lib/drafts/rights';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';

interface RightsQuestionProps {
  ownership: Ownership;
  answer: 'mine' | 'permitted' | undefined;
  onAnswer: (answer: 'mine' | 'permitted') => void;
}

/** A quiet line when it is theirs; a clear question, asked once, when nobody knows. */
export const RightsQuestion = memo(function RightsQuestion({
  ownership,
  answer,
  onAnswer,
}: RightsQuestionProps) {
  const { t } = useWords();
  const { whose, owner } = ownership;
  if (whose === 'own' || answer) {
    const words = answer === 'permitted' ? 'compose_rights_permitted' : 'compose_rights_own';
    return (
      <p className="rights-line">
        <Icon name="check" size={14} />
        {t(words, { owner })}
      </p>
    );
  }
  return (
    <fieldset className="rights">
      <legend>{t('compose_rights_ask', { owner })}</legend>
      <p className="field-help">{t('compose_rights_why')}</p>
      <div className="notice-actions">
        <Button size="small" onClick={() => onAnswer('mine')}>
          {t('compose_rights_mine')}
        </Button>
        <Button size="small" onClick={() => onAnswer('permitted')}>
          {t('compose_rights_have')}
        </Button>
      </div>
    </fieldset>
  );
});
