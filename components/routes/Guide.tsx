import type { WordKey } from '../../lib/words';
import { useWords } from '../hooks/useWords';

interface GuideProps {
  title: WordKey;
  steps: readonly WordKey[];
  link?: { href: string; label: WordKey };
}

/** Steps for somebody who never did this, one thing to press in each. */
export function Guide({ title, steps, link }: GuideProps) {
  const { t } = useWords();
  return (
    <details className="routes-guide">
      <summary>{t(title)}</summary>
      <ol>
        {steps.map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
      {link && (
        <p>
          <a href={link.href} target="_blank" rel="noreferrer">
            {t(link.label)}
          </a>
        </p>
      )}
    </details>
  );
}
