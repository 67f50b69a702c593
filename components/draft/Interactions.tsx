import { memo } from 'react';
import { type Interaction, interactionsOf } from '../../lib/drafts/audit';
import type { DraftChange } from '../../lib/drafts/change';
import type { Content } from '../../lib/drafts/draft';
import type { Creator } from '../../lib/tiktok/creator';
import { useWords } from '../hooks/useWords';
import { Checkbox } from '../ui/Choice';

interface InteractionsProps {
  kind: Content['kind'];
  settings: Content['settings'];
  creator: Creator | undefined;
  onChange: (change: DraftChange) => void;
}

const words = {
  allowComment: 'compose_allow_comment',
  allowDuet: 'compose_allow_duet',
  allowStitch: 'compose_allow_stitch',
} as const satisfies Record<Interaction, string>;

/** All off until the person wants them; out of reach where their own TikTok settings say no. */
export const Interactions = memo(function Interactions({
  kind,
  settings,
  creator,
  onChange,
}: InteractionsProps) {
  const { t } = useWords();
  const boxes = interactionsOf(kind, creator);
  const off = creator && boxes.filter(({ disabled }) => disabled);
  return (
    <fieldset className="interactions">
      <legend className="field-label">{t('compose_allow')}</legend>
      <div className="interactions-row">
        {boxes.map(({ what, disabled }) => (
          <Checkbox
            key={what}
            name={what}
            label={t(words[what])}
            checked={settings[what] && !disabled}
            disabled={disabled}
            title={creator && disabled ? t('compose_allow_off') : undefined}
            onChange={(allowed) => onChange({ do: 'allow', what, allowed })}
          />
        ))}
      </div>
      {off && off.length > 0 && <p className="field-help">{t('compose_allow_off')}</p>}
    </fieldset>
  );
});
