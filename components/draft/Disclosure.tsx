import { memo } from 'react';
import { labelOf } from '../../lib/posts/audit';
import { type Content, onlyMe } from '../../lib/posts/draft';
import type { DraftChange } from '../../lib/posts/draft-changes';
import { useWords } from '../hooks/useWords';
import { Checkbox, Switch } from '../ui/Choice';
import { Notice } from '../ui/Notice';

interface DisclosureProps {
  kind: Content['kind'];
  settings: Content['settings'];
  onChange: (change: DraftChange) => void;
}

/** Off until the person says the post promotes something; then they say whom. */
export const Disclosure = memo(function Disclosure({ kind, settings, onChange }: DisclosureProps) {
  const { t } = useWords();
  const { discloses, yourBrand, brandedContent, privacy } = settings;
  const label = labelOf(settings);
  const hidden = privacy === onlyMe;
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
            <Notice role="status">{t(`compose_label_${label}_${kind}` as 'compose_label_paid_video')}</Notice>
          ) : (
            <p className="field-help">{t('compose_why_undisclosed')}</p>
          )}
        </div>
      )}
    </div>
  );
});
