import { useEffect, useRef, useState } from 'react';
import type { Account } from '../../lib/accounts/account';
import { type ErrorData, toErrorData } from '../../lib/errors/app-error';
import type { Reading } from '../../lib/insights/snapshot';
import { ask } from '../../lib/messages/client';
import { relativeTime, useNow } from '../account/times';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { ErrorCard } from '../ui/ErrorCard';

interface ReadingLineProps {
  account: Account;
  reading: Reading | null;
  isReadToday: boolean;
}

/** When the numbers were last read, why not if not, and a way to read them now. */
export function ReadingLine({ account, reading, isReadToday }: ReadingLineProps) {
  const { t, locale } = useWords();
  const now = useNow();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorData>();
  const asked = useRef(false);

  const readNow = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await ask('insights.readNow', { accountId: account.id });
    } catch (thrown) {
      setError(toErrorData(thrown));
    } finally {
      setBusy(false);
    }
  };

  // Who opens this page wants today's numbers; a failure a moment ago is not repeated behind their back.
  const isDue = !isReadToday && !account.trouble && !reading?.error;
  useEffect(() => {
    if (!isDue || asked.current) return;
    asked.current = true;
    void readNow();
  });

  const shown = error ?? reading?.error;
  return (
    <div className="reading-line">
      <p className="insight-soft">
        {reading
          ? t('insight_read', { when: relativeTime(reading.triedAt, now, locale) })
          : t('insight_never_read')}
      </p>
      <Button size="small" icon="refresh" busy={isBusy} onClick={() => void readNow()}>
        {t('insight_read_now')}
      </Button>
      {shown && !isBusy && <ErrorCard tone="warn" error={shown} onAction={() => void readNow()} />}
    </div>
  );
}
