import type { Account } from '../../lib/accounts/account';
import { useWords } from '../hooks/useWords';
import { Notice } from '../ui/Notice';
import { relativeTime, useNow } from './times';

/** How long the access holds, in words: nobody has to do anything about it while all is well. */
export function AccountHealth({ account }: { account: Account }) {
  const { t, locale } = useWords();
  const now = useNow();
  const near = (at: number) => relativeTime(at, now, locale);
  const until = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(account.refreshExpiresAt);
  const isOver = account.accessExpiresAt <= now;
  return (
    <div className="account-health">
      <p>
        {isOver
          ? t('account_health_over', { ago: near(account.accessExpiresAt) })
          : t('account_health_renewed', {
              ago: near(account.refreshedAt),
              ends: near(account.accessExpiresAt),
            })}{' '}
        {t('account_health_lasts', { date: until })}
      </p>
      {account.delayed && (
        <Notice tone="warn">{t('account_delayed', { ends: near(account.delayed.retryAt) })}</Notice>
      )}
    </div>
  );
}
