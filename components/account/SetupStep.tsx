import { type ReactNode, useId } from 'react';
import type { StepState } from '../../lib/accounts/setup-steps';
import { useWords } from '../hooks/useWords';
import { Badge } from '../ui/Badge';
import { Icon } from '../ui/Icon';
import { Spinner } from '../ui/Spinner';

interface SetupStepProps {
  number: number;
  title: string;
  state: StepState;
  children: ReactNode;
}

const tones = { todo: undefined, checking: undefined, done: 'ok', wrong: 'danger' } as const;
const words = {
  todo: 'options_setup_todo',
  checking: 'options_setup_checking',
  done: 'options_setup_done',
  wrong: 'options_setup_wrong',
} as const;

/** One step of the guide, with what TikTok says of it. */
export function SetupStep({ number, title, state, children }: SetupStepProps) {
  const { t } = useWords();
  const id = useId();
  const tone = tones[state];
  return (
    <section className="card setup-step" data-state={state} aria-labelledby={id}>
      <header className="setup-step-head">
        <span className="setup-number" aria-hidden="true">
          {state === 'done' ? <Icon name="check" size={16} /> : number}
        </span>
        <h3 id={id}>
          <span className="visually-hidden">{t('options_setup_step', { number })}: </span>
          {title}
        </h3>
        <span role="status">
          <Badge {...(tone ? { tone } : {})}>
            {state === 'checking' && <Spinner size={12} />}
            {t(words[state])}
          </Badge>
        </span>
      </header>
      <div className="setup-step-body">{children}</div>
    </section>
  );
}
