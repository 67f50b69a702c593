import { useWords } from '../hooks/useWords';
import { EmptyState } from '../ui/EmptyState';

export function NoAccount() {
  const { t } = useWords();
  return (
    <EmptyState title={t('insight_no_account')} actions={<a href="#connect">{t('insight_to_connect')}</a>}>
      <p>{t('insight_no_account_text')}</p>
    </EmptyState>
  );
}
