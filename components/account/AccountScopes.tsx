import { type Account, type Scope, scopes } from '../../lib/accounts/account';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Notice } from '../ui/Notice';
import { scopeWord } from './scope-words';

interface AccountScopesProps {
  account: Account;
  /** What Ferry asks for: what the app cannot have is not missing. */
  asked: readonly string[];
  onGrant: () => void;
}

/** What the person allowed, in plain words, and what they left out. */
export function AccountScopes({ account, asked, onGrant }: AccountScopesProps) {
  const { t } = useWords();
  const has = (scope: Scope) => account.scopes.includes(scope);
  const granted = scopes.filter(has);
  const missing = scopes.filter((scope) => asked.includes(scope) && !has(scope));
  const cannotPost = !has('video.publish') && !has('video.upload');
  return (
    <div className="account-scopes">
      {cannotPost && <Notice tone="warn" title={t('account_cannot_post')} />}
      <ScopeList title={t('account_may')} scopes={granted} isGranted />
      {missing.length > 0 && (
        <div className="account-missing">
          <ScopeList title={t('account_may_not')} scopes={missing} />
          <Button size="small" onClick={onGrant}>
            {t('account_grant')}
          </Button>
          <p className="setup-soft">{t('account_grant_why')}</p>
        </div>
      )}
    </div>
  );
}

interface ScopeListProps {
  title: string;
  scopes: readonly Scope[];
  isGranted?: boolean;
}

function ScopeList({ title, scopes: listed, isGranted = false }: ScopeListProps) {
  const { t } = useWords();
  return (
    <div className="scope-list" data-granted={isGranted || undefined}>
      <h4>{title}</h4>
      <ul>
        {listed.map((scope) => (
          <li key={scope}>
            <Icon name={isGranted ? 'check' : 'close'} size={14} />
            {t(scopeWord(scope))}
          </li>
        ))}
      </ul>
    </div>
  );
}
