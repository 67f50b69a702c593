import { useState } from 'react';
import type { Account } from '../../lib/accounts/account';
import { ask } from '../../lib/messages/client';
import { useAsked } from '../hooks/useAsked';
import { useNotices } from '../hooks/useNotices';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { EraseDialog } from './EraseDialog';
import { useWork } from './useWork';
import { WorkEnd } from './WorkEnd';

const load = () => ask('accounts.overview', undefined);

export function EraseCard() {
  const { t } = useWords();
  const { value: data, again } = useAsked(load);
  const [asking, setAsking] = useState<Account | 'all'>();
  const { isBusy, error, done, run } = useWork();
  useNotices(({ about }) => {
    if (about === 'accounts') again();
  });
  const nameOf = ({ displayName, username }: Account) => displayName || username || t('insight_unnamed');

  const erase = (what: Account | 'all') =>
    run(async () => {
      const isAll = what === 'all';
      const { left } = await (isAll
        ? ask('data.eraseAll', undefined)
        : ask('data.eraseAccount', { accountId: what.id }));
      setAsking(undefined);
      const erased = isAll ? t('data_erased_all') : t('data_erased_account', { name: nameOf(what) });
      return left === 0 ? erased : `${erased} ${t('data_erased_left', { count: left })}`;
    });

  return (
    <Card title={t('data_erase')} className="erase-card">
      <p>{t('data_erase_text')}</p>
      <ul className="erase-list">
        {data?.accounts.map((account) => (
          <li key={account.id}>
            <span>{nameOf(account)}</span>
            <Button tone="danger" size="small" onClick={() => setAsking(account)}>
              {t('data_erase_account')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="data-actions">
        <Button tone="danger" icon="trash" onClick={() => setAsking('all')}>
          {t('data_erase_all')}
        </Button>
      </div>
      <WorkEnd error={asking ? undefined : error} done={done} />
      {asking && (
        <EraseDialog
          title={
            asking === 'all'
              ? t('data_erase_all_title')
              : t('data_erase_account_title', { name: nameOf(asking) })
          }
          text={asking === 'all' ? t('data_erase_all_text') : t('data_erase_account_text')}
          isBusy={isBusy}
          error={error}
          onErase={() => void erase(asking)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Card>
  );
}
