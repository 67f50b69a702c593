import { useState } from 'react';
import type { Account } from '../../lib/accounts/account';
import { isAppsOwn } from '../../lib/accounts/refresh-verdict';
import { ask } from '../../lib/messages/client';
import { useWords } from '../hooks/useWords';
import { Avatar } from '../ui/Avatar';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { ErrorCard } from '../ui/ErrorCard';
import { AccountHealth } from './AccountHealth';
import { AccountScopes } from './AccountScopes';
import { DisconnectDialog } from './DisconnectDialog';
import { showSetup } from './show-setup';

interface AccountCardProps {
  account: Account;
  /** The scopes Ferry asks for. */
  asked: readonly string[];
  isCurrent: boolean;
  /** More than one: then the current one is marked and another can be chosen. */
  isOneOfMany: boolean;
  isBusy: boolean;
  onReconnect: () => void;
  onDisconnected: (name: string, outcome: Awaited<ReturnType<typeof disconnect>>) => void;
}

const disconnect = (id: string) => ask('accounts.disconnect', { id });

/** One TikTok account: who it is, what Ferry may do with it, and how long that holds. */
export function AccountCard(props: AccountCardProps) {
  const { account, asked, isCurrent, isOneOfMany, isBusy, onReconnect, onDisconnected } = props;
  const { t } = useWords();
  const [isAsking, setAsking] = useState(false);
  const name = account.displayName || t('account_unnamed');
  // Then reconnecting would fail the same way: key and secret have to be put right first.
  const isForApp = account.trouble !== undefined && isAppsOwn(account.trouble.code);
  return (
    <article className="card account-card" aria-label={name} data-account={account.id}>
      <header className="account-card-head">
        <Avatar name={name} src={account.avatarUrl} size={48} />
        <div className="account-card-name">
          <h3>{name}</h3>
          {account.username && (
            <p className="setup-soft">
              <bdi>@{account.username}</bdi>
            </p>
          )}
        </div>
        {isOneOfMany &&
          (isCurrent ? (
            <Badge tone="accent">{t('account_current')}</Badge>
          ) : (
            <Button size="small" onClick={() => void ask('accounts.switch', { id: account.id })}>
              {t('account_make_current')}
            </Button>
          ))}
      </header>
      {account.trouble ? (
        <ErrorCard error={account.trouble} {...(isForApp ? { onAction: showSetup } : {})} />
      ) : (
        <AccountHealth account={account} />
      )}
      <AccountScopes account={account} asked={asked} onGrant={onReconnect} />
      <footer className="account-card-actions">
        <Button
          icon="refresh"
          tone={account.trouble && !isForApp ? 'primary' : 'secondary'}
          busy={isBusy}
          onClick={onReconnect}
        >
          {t('account_reconnect')}
        </Button>
        <Button tone="danger" onClick={() => setAsking(true)}>
          {t('account_disconnect')}
        </Button>
      </footer>
      {isAsking && (
        <DisconnectDialog
          name={name}
          onClose={() => setAsking(false)}
          disconnect={async () => onDisconnected(name, await disconnect(account.id))}
        />
      )}
    </article>
  );
}
