import type { Account } from '../../lib/accounts/account';
import type { Disconnected } from '../../lib/accounts/overview';
import { useWords } from '../hooks/useWords';
import { Notice } from '../ui/Notice';

interface ConnectedNoticeProps {
  accounts: readonly Account[];
  id: string;
  /** The account that was to be reconnected. TikTok may have signed in another one. */
  meant: Account | undefined;
}

export function ConnectedNotice({ accounts, id, meant }: ConnectedNoticeProps) {
  const { t } = useWords();
  const account = accounts.find((other) => other.id === id);
  // What has become of it since is said on its card.
  if (!account || account.trouble) return null;
  const nameOf = ({ displayName }: Account) => displayName || t('account_unnamed');
  const name = nameOf(account);
  if (meant && meant.id !== id)
    return (
      <Notice tone="warn" role="status">
        {t('account_connected_other', { name, other: nameOf(meant) })}
      </Notice>
    );
  return (
    <Notice tone="ok" role="status">
      {t('account_connected', { name })}
    </Notice>
  );
}

export function DisconnectedNotice({ name, outcome }: { name: string; outcome: Disconnected }) {
  const { t, find } = useWords();
  if (outcome.isRevoked)
    return (
      <Notice tone="ok" role="status">
        {t('account_disconnected', { name })}
      </Notice>
    );
  const why = outcome.error && find(`error_${outcome.error.code}`, outcome.error.facts);
  return (
    <Notice tone="warn" role="status" title={t('account_disconnected_here_only', { name })}>
      {why && <p>{why}</p>}
      <p>{t('account_disconnected_here_only_next')}</p>
    </Notice>
  );
}
