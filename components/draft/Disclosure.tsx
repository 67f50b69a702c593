import { memo } from 'react';
import { labelOf } from '../../lib/drafts/audit';
import type { DraftChange } from '../../lib/drafts/change';
import type { Content } from '../../lib/drafts/draft';
import { useWords } from '../hooks/useWords';
import { Checkbox, Switch } from '../ui/Choice';
import { Notice } from '../ui/Notice';

interface DisclosureProps {
  /** What the label is put on. */
  kinds: readonly Content['kind'][];
  /** Nobody but the creator would see it, or one of them. */
  hidden: boolean;
  settings: Content['settings'];
  onChange: (change: DraftChange) => void;
}

/** Off until the person says the post promotes something; then they say whom. */
export const Disclosure = memo(function Disclosure({ kinds, hidden, settings, onChange }: DisclosureProps) {
  const { t } = useWords();
  const { discloses, yourBrand, brandedContent } = settings;
  const label = labelOf(settings);
  return (
    <div className="disclosure">
      <Switch
        name="discloses"
        label={t('compose_disclose')}
        note={t('compose_disclose_note')}
        checked={discloses}
        onChange={(on) => onChange({ do: 'disclose', on })}
      />
      {discloses && (
        <div className="disclosure-boxes">
          <Checkbox
            name="yourBrand"
            label={t('compose_your_brand')}
            note={t('compose_your_brand_note')}
            checked={yourBrand}
            onChange={(on) => onChange({ do: 'brand', what: 'yourBrand', on })}
          />
          <Checkbox
            name="brandedContent"
            label={t('compose_branded')}
            note={hidden ? t('compose_branded_not_private') : t('compose_branded_note')}
            title={hidden ? t('compose_branded_not_private') : undefined}
            checked={brandedContent}
            disabled={hidden}
            onChange={(on) => onChange({ do: 'brand', what: 'brandedContent', on })}
          />
          {label ? (
            <Notice role="status">
              {kinds.map((kind) => (
                <p key={kind}>{t(`compose_label_${label}_${kind}`)}</p>
              ))}
            </Notice>
          ) : (
            <p className="field-help">{t('compose_why_undisclosed')}</p>
          )}
        </div>
      )}
    </div>
  );
});
