import { neededScopes, type Scope, scopes } from '../../lib/accounts/account';
import { ask } from '../../lib/messages/client';
import { useWords } from '../hooks/useWords';
import { Checkbox } from '../ui/Choice';
import { scopeWord } from './scope-words';

const inOrder = [...neededScopes, ...scopes.filter((scope) => !neededScopes.includes(scope))];

/** TikTok's own names, which have to be found on its site, each with what it means. */
export function ScopeChoice({ chosen }: { chosen: readonly string[] }) {
  const { t } = useWords();
  const choose = (scope: Scope, isOn: boolean) =>
    ask('accounts.changeApp', {
      scopes: scopes.filter((other) => (other === scope ? isOn : chosen.includes(other))),
    });
  return (
    <div className="scope-choice">
      {inOrder.map((scope) => (
        <Checkbox
          key={scope}
          label={<code>{scope}</code>}
          note={t(scopeWord(scope))}
          checked={chosen.includes(scope)}
          disabled={neededScopes.includes(scope)}
          onChange={(isOn) => void choose(scope, isOn)}
        />
      ))}
    </div>
  );
}
