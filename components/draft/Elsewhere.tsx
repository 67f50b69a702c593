import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';

/** Another page is in front, and something is being written here: nothing is taken away unasked. */
export default function Elsewhere({ onFollow }: { onFollow: () => void }) {
  const { t } = useWords();
  return (
    <Notice
      role="status"
      title={t('compose_elsewhere')}
      actions={
        <Button size="small" onClick={onFollow}>
          {t('compose_elsewhere_go')}
        </Button>
      }
    >
      {t('compose_elsewhere_note')}
    </Notice>
  );
}
