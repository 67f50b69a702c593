import { useState } from 'react';
import { type ErrorData, toErrorData } from '../../lib/errors/app-error';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { ErrorCard } from '../ui/ErrorCard';

interface DisconnectDialogProps {
  name: string;
  onClose: () => void;
  disconnect: () => Promise<void>;
}

export function DisconnectDialog({ name, onClose, disconnect }: DisconnectDialogProps) {
  const { t } = useWords();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorData>();

  const go = async () => {
    setBusy(true);
    try {
      await disconnect();
    } catch (thrown) {
      setError(toErrorData(thrown));
      setBusy(false);
    }
  };

  return (
    <Dialog
      title={t('account_disconnect_title', { name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('account_disconnect_keep')}</Button>
          <Button tone="danger" busy={isBusy} onClick={() => void go()}>
            {t('account_disconnect')}
          </Button>
        </>
      }
    >
      <p>{t('account_disconnect_text')}</p>
      {error && <ErrorCard error={error} />}
    </Dialog>
  );
}
