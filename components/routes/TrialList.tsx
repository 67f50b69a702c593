import type { TrialResult } from '../../lib/routes/bucket/shapes';
import { useWords } from '../hooks/useWords';
import { ErrorCard } from '../ui/ErrorCard';
import { Icon } from '../ui/Icon';
import { Notice } from '../ui/Notice';

/** What was really tried, step by step, and what is wrong where it failed. */
export function TrialList({ results }: { results: readonly TrialResult[] }) {
  const { t } = useWords();
  const works = results.every(({ error }) => !error);
  return (
    <div className="routes-trial" role="status">
      <ol className="routes-steps">
        {results.map(({ step, error }) => (
          <li key={step} data-failed={error ? true : undefined}>
            <Icon name={error ? 'close' : 'check'} size={16} />
            {t(`options_trial_${step}`)}
          </li>
        ))}
      </ol>
      {works ? (
        <Notice tone="ok" title={t('options_trial_works')}>
          {t('options_trial_next')}
        </Notice>
      ) : (
        results.map(({ step, error }) => error && <ErrorCard key={step} error={error} />)
      )}
    </div>
  );
}
