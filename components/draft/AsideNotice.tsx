import { waitingAside } from '../../lib/drafts/aside';
import type { DraftChange } from '../../lib/drafts/change';
import type { Draft } from '../../lib/drafts/draft';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';

interface AsideNoticeProps {
  draft: Draft;
  onChange: (change: DraftChange) => void;
}

/** One post again, and others that were there: said, kept, and brought back with one press. */
export function AsideNotice({ draft, onChange }: AsideNoticeProps) {
  const { t } = useWords();
  const count = waitingAside(draft);
  if (count === 0) return null;
  return (
    <Notice
      role="status"
      actions={
        <>
          <Button size="small" onClick={() => onChange({ do: 'several', on: true })}>
            {t('compose_aside_back')}
          </Button>
          <Button size="small" tone="plain" onClick={() => onChange({ do: 'forget-aside' })}>
            {t('compose_aside_forget')}
          </Button>
        </>
      }
    >
      {t('compose_aside', { count })}
    </Notice>
  );
}
