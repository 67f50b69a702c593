import { useState } from 'react';
import { ask } from '../../lib/messages/client';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { useWork } from './useWork';
import { WorkEnd } from './WorkEnd';

/** What helps to help: shown before it is pasted anywhere. */
export function DiagnosticsCard() {
  const { t } = useWords();
  const { isBusy, error, done, run } = useWork();
  const [text, setText] = useState<string>();
  const copy = () =>
    run(async () => {
      const found = await ask('data.diagnostics', undefined);
      setText(found);
      await navigator.clipboard.writeText(found);
      return t('data_diagnostics_copied');
    });
  return (
    <Card title={t('data_diagnostics')}>
      <p>{t('data_diagnostics_text')}</p>
      <div className="data-actions">
        <Button icon="copy" busy={isBusy} onClick={() => void copy()}>
          {t('data_diagnostics_copy')}
        </Button>
        <a href="/help.html" target="_blank" rel="noreferrer">
          {t('data_help')}
        </a>
      </div>
      <WorkEnd error={error} done={done} />
      {text && (
        <details className="diagnostics">
          <summary>{t('data_diagnostics_see')}</summary>
          <pre>{text}</pre>
        </details>
      )}
    </Card>
  );
}
