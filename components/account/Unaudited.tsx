import { useWords } from '../hooks/useWords';
import { Card } from '../ui/Card';

/** What TikTok lets a new app do, said before somebody runs into it. */
export function Unaudited() {
  const { t } = useWords();
  return (
    <Card title={t('options_unaudited_title')}>
      <p>{t('options_unaudited_text')}</p>
      <ul className="setup-bullets">
        <li>{t('options_unaudited_inbox')}</li>
        <li>{t('options_unaudited_private')}</li>
        <li>{t('options_unaudited_five')}</li>
      </ul>
      <p className="setup-soft">{t('options_unaudited_more')}</p>
    </Card>
  );
}
