import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Account } from '../../lib/accounts/account';
import type { Disconnected, Overview } from '../../lib/accounts/overview';
import { useWords } from '../hooks/useWords';
import { useAnnounce } from '../ui/LiveRegion';
import { AccountCard } from './AccountCard';
import { ConnectButton } from './ConnectButton';
import { ConnectedNotice, DisconnectedNotice } from './EndNotices';
import type { SignIn } from './useSignIn';

interface AccountsProps {
  overview: Overview;
  signIn: SignIn;
  trouble: ReactNode;
  guide: ReactNode;
}

/** The connected accounts, and everything that can be done with them. */
export function Accounts({ overview, signIn, trouble, guide }: AccountsProps) {
  const { t } = useWords();
  const { accounts, currentId, app, isSigningIn } = overview;
  const [reconnecting, setReconnecting] = useState<Account>();
  const [gone, setGone] = useState<{ name: string; outcome: Disconnected }>();
  useNewcomers(accounts);

  const connect = (account?: Account) => {
    setReconnecting(account);
    setGone(undefined);
    return signIn.start();
  };
  const connectedId = signIn.end && 'accountId' in signIn.end ? signIn.end.accountId : undefined;

  return (
    <>
      <h2 className="connect-title">{t('options_connect_title')}</h2>
      {connectedId && <ConnectedNotice accounts={accounts} id={connectedId} meant={reconnecting} />}
      {gone && <DisconnectedNotice {...gone} />}
      {trouble}
      <div className="account-cards">
        {accounts.map((account) => (
          <AccountCard
            key={account.id}
            account={account}
            asked={app.scopes}
            isCurrent={account.id === currentId}
            isOneOfMany={accounts.length > 1}
            isBusy={signIn.isBusy && reconnecting?.id === account.id}
            onReconnect={() => void connect(account)}
            onDisconnected={(name, outcome) => setGone({ name, outcome })}
          />
        ))}
      </div>
      <ConnectButton
        tone="secondary"
        signIn={{ ...signIn, start: () => connect(), isBusy: signIn.isBusy && !reconnecting }}
        isWaitingForTab={isSigningIn}
        label={t('account_add')}
      />
      {guide && (
        <details className="setup-again">
          <summary>{t('options_setup_app')}</summary>
          {guide}
        </details>
      )}
    </>
  );
}

/** A sign-in in a tab ends behind the person's back: whoever listens instead of looking is told. */
function useNewcomers(accounts: readonly Account[]): void {
  const { t } = useWords();
  const announce = useAnnounce();
  const known = useRef(accounts.length);
  useEffect(() => {
    const newest = accounts.at(-1);
    if (accounts.length > known.current && newest)
      announce(t('account_connected', { name: newest.displayName || t('account_unnamed') }));
    known.current = accounts.length;
  }, [accounts, announce, t]);
}
