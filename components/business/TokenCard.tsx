import { useState } from 'react';
import type { BusinessState } from '../../lib/business/service';
import { type ErrorData, toErrorData } from '../../lib/errors/app-error';
import { ask } from '../../lib/messages/client';
import { useWords } from '../hooks/useWords';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { ErrorCard } from '../ui/ErrorCard';
import { TextField } from '../ui/Field';

/** The person's own token. It is entered, and never shown again. */
export function TokenCard({ state, onChange }: { state: BusinessState; onChange: () => void }) {
  const { t } = useWords();
  const [token, setToken] = useState('');
  const [advertiserId, setAdvertiser] = useState(state.advertiserId);
  const [error, setError] = useState<ErrorData>();

  const change = async (asked: { token?: string; advertiserId?: string }) => {
    setError(undefined);
    try {
      await ask('business.change', asked);
      setToken('');
      onChange();
    } catch (thrown) {
      setError(toErrorData(thrown));
    }
  };
  const canSave = (state.hasToken || token.trim() !== '') && advertiserId.trim() !== '';
  return (
    <Card
      title={t('business_token_title')}
      aside={state.hasToken && <Badge tone="ok">{t('business_token_kept')}</Badge>}
    >
      <form
        className="business-form"
        onSubmit={(event) => {
          event.preventDefault();
          void change({ advertiserId, ...(token.trim() ? { token } : {}) });
        }}
      >
        <TextField
          type="password"
          autoComplete="off"
          label={t('business_token')}
          hint={state.hasToken ? t('business_token_stays') : t('business_token_hint')}
          value={token}
          onChange={(event) => setToken(event.currentTarget.value)}
        />
        <TextField
          inputMode="numeric"
          label={t('business_advertiser')}
          value={advertiserId}
          onChange={(event) => setAdvertiser(event.currentTarget.value)}
        />
        <div className="business-actions">
          <Button type="submit" tone="primary" disabled={!canSave}>
            {t('business_save')}
          </Button>
          {state.hasToken && (
            <Button tone="danger" onClick={() => void change({ token: '' })}>
              {t('business_forget')}
            </Button>
          )}
        </div>
      </form>
      {error && <ErrorCard error={error} />}
    </Card>
  );
}
