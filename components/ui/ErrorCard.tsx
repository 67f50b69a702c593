import type { ErrorData } from '../../lib/errors/app-error';
import { type Action, catalog } from '../../lib/errors/catalog';
import type { WordKey } from '../../lib/words';
import { useFormats } from '../hooks/useFormats';
import { useWords } from '../hooks/useWords';
import { Button } from './Button';
import { Notice, type NoticeTone } from './Notice';

interface ErrorCardProps {
  error: ErrorData;
  /** Does what the button says. Without it the card only explains. */
  onAction?: ((action: Action) => void) | undefined;
  tone?: NoticeTone;
}

/** What went wrong, what to do next, and who has to do it. Never a code alone. */
export function ErrorCard({ error, onAction, tone = 'danger' }: ErrorCardProps) {
  const { t, find } = useWords();
  const { clock } = useFormats();
  const remedy = catalog[error.code];
  const sentence = find(`error_${error.code}`, error.facts) ?? t('error_unexpected');
  const next = find(`error_${error.code}_next`, error.facts);
  const now = Date.now();
  const until = Number(error.facts.until ?? 0);
  const action = 'action' in remedy ? remedy.action : undefined;
  return (
    <Notice
      tone={tone}
      title={sentence}
      role="alert"
      actions={
        action &&
        onAction && (
          <Button size="small" onClick={() => onAction(action)}>
            {t(`error_action_${action.replaceAll('-', '_')}` as WordKey)}
          </Button>
        )
      }
    >
      {next && <p>{next}</p>}
      {until > now && <p>{t('error_until', { time: clock(until, now) })}</p>}
      <p className="notice-who">
        {t(`error_who_${remedy.who}`)}
        {error.logId && (
          <>
            {' · '}
            {t('error_log_id')} <code>{error.logId}</code>
          </>
        )}
        {' · '}
        <a href={`/help.html#${error.code}`} target="_blank" rel="noreferrer">
          {t('help_more')}
        </a>
      </p>
    </Notice>
  );
}
