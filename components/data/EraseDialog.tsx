import { useState } from 'react';
import type { ErrorData } from '../../lib/errors/app-error';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Choice';
import { Dialog } from '../ui/Dialog';
import { ErrorCard } from '../ui/ErrorCard';

interface EraseDialogProps {
  title: string;
  text: string;
  isBusy: boolean;
  error: ErrorData | undefined;
  onErase: () => void;
  onClose: () => void;
}

/** There is no way back: one press is not enough. */
export function EraseDialog({ title, text, isBusy, error, onErase, onClose }: EraseDialogProps) {
  const { t } = useWords();
  const [isSure, setSure] = useState(false);
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('data_cancel')}</Button>
          <Button tone="danger" disabled={!isSure} busy={isBusy} onClick={onErase}>
            {t('data_erase_now')}
          </Button>
        </>
      }
    >
      <p>{text}</p>
      <Checkbox label={t('data_erase_sure')} checked={isSure} onChange={setSure} />
      {error && <ErrorCard error={error} />}
    </Dialog>
  );
}
