import type { Account } from '../../lib/accounts/account';
import { useWords } from '../hooks/useWords';
import { Select } from '../ui/Field';

interface AccountChoiceProps {
  accounts: readonly Account[];
  id: string;
  onChoose: (id: string) => void;
}

/** Which account is looked at; nothing to choose with one. */
export function AccountChoice({ accounts, id, onChoose }: AccountChoiceProps) {
  const { t } = useWords();
  if (accounts.length < 2) return null;
  return (
    <div className="account-choice">
      <Select
        label={t('insight_account')}
        value={id}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {accounts.map((account) => (
          <option key={account.id} value={account.id}>
            {account.displayName || account.username || t('insight_unnamed')}
          </option>
        ))}
      </Select>
    </div>
  );
}
