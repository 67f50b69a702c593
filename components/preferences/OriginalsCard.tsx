import { useState } from 'react';
import { type ErrorData, toErrorData } from '../../lib/errors/app-error';
import type { Originals } from '../../lib/messages/originals-here';
import { useAsked } from '../hooks/useAsked';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { ErrorCard } from '../ui/ErrorCard';

/** The folder of the person's own videos, where the browser can keep one. Handed in by the entry point. */
export interface OriginalsDoor {
  originals: Originals | undefined;
}

/** Which folder Ferry looks into for a person's own files, and ways to change or end that. */
export function OriginalsCard({ originals }: { originals: Originals }) {
  const { t } = useWords();
  const { value: folder, again } = useAsked(originals.folder);
  const [error, setError] = useState<ErrorData>();
  const press = (act: () => Promise<unknown>) => {
    setError(undefined);
    act().then(again, (thrown) => setError(toErrorData(thrown)));
  };
  return (
    <Card title={t('options_originals')}>
      <p className="preference-soft">{t('options_originals_text')}</p>
      <div className="preference-folder">
        {folder ? <strong>{folder.name}</strong> : <p>{t('options_originals_none')}</p>}
        <Button size="small" onClick={() => press(originals.choose)}>
          {t(folder ? 'find_originals_another' : 'find_originals_point')}
        </Button>
        {folder && (
          <Button size="small" onClick={() => press(originals.forget)}>
            {t('options_originals_forget')}
          </Button>
        )}
      </div>
      {error && <ErrorCard error={error} />}
    </Card>
  );
}
