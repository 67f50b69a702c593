import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';

interface MissingScopeProps {
  /** What would be seen with it. */
  text: string;
  isBusy: boolean;
  onGrant: () => void;
}

/** Something was not allowed at sign-in: one button allows it. */
export function MissingScope({ text, isBusy, onGrant }: MissingScopeProps) {
  const { t } = useWords();
  return (
    <Notice
      title={text}
      actions={
        <Button size="small" busy={isBusy} onClick={onGrant}>
          {t('insight_grant')}
        </Button>
      }
    >
      <p>{t('insight_grant_text')}</p>
    </Notice>
  );
}
