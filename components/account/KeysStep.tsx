import { type FormEvent, useState } from 'react';
import { type AppView, isServiceAddress } from '../../lib/accounts/credentials';
import type { SetupCheck } from '../../lib/accounts/setup-check';
import type { StepState } from '../../lib/accounts/setup-steps';
import { AppError, type ErrorData, toErrorData } from '../../lib/errors/app-error';
import { ask } from '../../lib/messages/client';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { ErrorCard } from '../ui/ErrorCard';
import { TextField } from '../ui/Field';
import { Notice } from '../ui/Notice';
import { Segments } from '../ui/Segments';
import type { Door } from './door';
import { SecretField } from './SecretField';
import { SetupStep } from './SetupStep';

interface KeysStepProps {
  door: Door;
  app: AppView;
  state: StepState;
  check: SetupCheck | undefined;
}

/** The app's key and its secret, or a service that has the secret. Saving them asks TikTok at once. */
export function KeysStep({ door, app, state, check }: KeysStepProps) {
  const { t } = useWords();
  const [clientKey, setClientKey] = useState(app.clientKey);
  const [secret, setSecret] = useState('');
  const [tokenService, setTokenService] = useState(app.tokenService ?? '');
  const [place, setPlace] = useState<'device' | 'service'>(app.tokenService ? 'service' : 'device');
  const [wrong, setWrong] = useState<'missing' | 'service'>();
  const [error, setError] = useState<ErrorData>();

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    const isMissing = !clientKey.trim() || (place === 'device' && !secret.trim() && !app.hasSecret);
    const isBad = place === 'service' && !isServiceAddress(tokenService.trim());
    setWrong(isMissing ? 'missing' : isBad ? 'service' : undefined);
    if (isMissing || isBad) return;
    const allowed = door.allow('window');
    try {
      if (!(await allowed)) throw new AppError('tiktok_not_allowed');
      const service = place === 'service' ? tokenService : '';
      await ask('accounts.changeApp', { clientKey, tokenService: service, ...(service ? {} : { secret }) });
      setSecret('');
    } catch (thrown) {
      setError(toErrorData(thrown));
    }
  };

  return (
    <SetupStep number={2} title={t('options_keys_title')} state={state}>
      <p>{t('options_keys_where')}</p>
      <form className="setup-form" onSubmit={save} noValidate>
        <TextField
          label={t('options_keys_key')}
          value={clientKey}
          onChange={(event) => setClientKey(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
        />
        <div className="field">
          <span className="field-label" aria-hidden="true">
            {t('options_keys_how')}
          </span>
          <Segments
            label={t('options_keys_how')}
            value={place}
            onChange={setPlace}
            options={[
              { value: 'device', label: t('options_keys_with_secret') },
              { value: 'service', label: t('options_keys_with_service') },
            ]}
          />
        </div>
        {place === 'device' ? (
          <SecretField value={secret} isKept={app.hasSecret} onChange={setSecret} />
        ) : (
          <TextField
            label={t('options_keys_service')}
            hint={t('options_keys_service_hint')}
            error={wrong === 'service' ? t('options_keys_service_wrong') : undefined}
            type="url"
            value={tokenService}
            onChange={(event) => setTokenService(event.currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
          />
        )}
        {wrong === 'missing' && (
          <p className="field-help" data-error>
            {t('options_keys_missing')}
          </p>
        )}
        <div>
          <Button type="submit" tone={state === 'done' ? 'secondary' : 'primary'} busy={state === 'checking'}>
            {t('options_keys_save')}
          </Button>
        </div>
      </form>
      <KeysVerdict app={app} state={state} error={error ?? check?.error} />
      <ClockVerdict check={check} />
    </SetupStep>
  );
}

function KeysVerdict({
  app,
  state,
  error,
}: {
  app: AppView;
  state: StepState;
  error: ErrorData | undefined;
}) {
  const { t } = useWords();
  if (error) return <ErrorCard error={error} />;
  if (state !== 'done') return null;
  return (
    <Notice tone="ok">
      {t(app.tokenService ? 'options_keys_accepted_service' : 'options_keys_accepted')}
    </Notice>
  );
}

function ClockVerdict({ check }: { check: SetupCheck | undefined }) {
  if (check?.clockOffMinutes === undefined) return null;
  const minutes = Math.abs(check.clockOffMinutes);
  return <ErrorCard tone="warn" error={{ code: 'clock_skew', facts: { minutes } }} />;
}
