import { type FormEvent, useState } from 'react';
import { type ErrorData, toErrorData } from '../../lib/errors/app-error';
import { ask } from '../../lib/messages/client';
import { prefixHost, tidyPrefix } from '../../lib/routes/verified-prefix';
import { useWords } from '../hooks/useWords';
import { Button, IconButton } from '../ui/Button';
import { Card } from '../ui/Card';
import { ErrorCard } from '../ui/ErrorCard';
import { TextField } from '../ui/Field';
import type { RoutesDoor } from './door';

interface VerifiedAddressesProps {
  verified: readonly string[];
  /** The web space's public address, offered where it is not listed yet. */
  offered: string | undefined;
  /** Hosts that posts came from: what is proved need not be uploaded. */
  seen: readonly string[];
  onChange: (verified: string[]) => Promise<void>;
  door: RoutesDoor;
}

/** The addresses TikTok may fetch from, as the person proved them there. Each is tried before it is added. */
export function VerifiedAddresses({ verified, offered, seen, onChange, door }: VerifiedAddressesProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorData>();

  const add = async (address: string) => {
    const prefix = tidyPrefix(address);
    setWrong(!prefix);
    setError(undefined);
    if (!prefix) return;
    const allowed = door.allowHosts([`https://${prefixHost(prefix)}/*`]);
    setBusy(true);
    try {
      await allowed;
      const checked = await ask('routes.checkPrefix', prefix);
      await onChange([...new Set([...verified, checked])]);
      setTyped('');
    } catch (thrown) {
      setError(toErrorData(thrown));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void add(typed);
  };
  const canOffer = offered !== undefined && !verified.includes(offered);

  return (
    <Card title={t('options_verified_title')}>
      <p className="routes-lead">{t('options_verified_why')}</p>
      {verified.length > 0 && (
        <ul className="routes-list">
          {verified.map((prefix) => (
            <li key={prefix}>
              <code>{prefix}</code>
              <IconButton
                icon="trash"
                size="small"
                label={t('options_verified_remove', { address: prefix })}
                onClick={() => onChange(verified.filter((other) => other !== prefix))}
              />
            </li>
          ))}
        </ul>
      )}
      {canOffer && (
        <div className="routes-actions">
          <Button icon="plus" busy={isBusy} onClick={() => add(offered)}>
            {t('options_verified_offer', { address: offered })}
          </Button>
        </div>
      )}
      {seen.length > 0 && (
        <>
          <p className="routes-lead">{t('options_verified_seen')}</p>
          <div className="routes-actions">
            {seen.map((host) => (
              <Button key={host} size="small" icon="plus" busy={isBusy} onClick={() => add(host)}>
                {t('options_verified_offer', { address: host })}
              </Button>
            ))}
          </div>
        </>
      )}
      <form className="routes-row" onSubmit={submit} noValidate>
        <TextField
          label={t('options_verified_address')}
          hint={t('options_verified_hint')}
          error={wrong ? t('options_verified_wrong') : undefined}
          placeholder="https://media.example.com/tiktok/"
          value={typed}
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Button type="submit" busy={isBusy}>
          {t('options_verified_add')}
        </Button>
      </form>
      {error && <ErrorCard error={error} />}
    </Card>
  );
}
