import type { ReactNode } from 'react';
import type { AppView, SignInWay } from '../../lib/accounts/credentials';
import type { StepState } from '../../lib/accounts/setup-steps';
import { ask } from '../../lib/messages/client';
import { useWords } from '../hooks/useWords';
import { Segments } from '../ui/Segments';
import { ConnectButton } from './ConnectButton';
import { SetupStep } from './SetupStep';
import type { SignIn } from './useSignIn';

interface SignInStepProps {
  app: AppView;
  state: StepState;
  signIn: SignIn;
  isWaitingForTab: boolean;
  trouble: ReactNode;
}

export function SignInStep({ app, state, signIn, isWaitingForTab, trouble }: SignInStepProps) {
  const { t } = useWords();
  return (
    <SetupStep number={3} title={t('options_signin_title')} state={state}>
      <p>{t('options_signin_text')}</p>
      <SignInWays way={app.way} why="options_signin_tab_why" />
      {state !== 'done' && (
        <ConnectButton
          signIn={signIn}
          isWaitingForTab={isWaitingForTab}
          disabled={!app.isComplete}
          label={t('account_connect')}
        />
      )}
      {trouble}
      {!app.isComplete && <p className="setup-soft">{t('options_signin_first')}</p>}
    </SetupStep>
  );
}

interface SignInWaysProps {
  way: SignInWay;
  /** When the tab is the better way. */
  why: 'options_signin_tab_why' | 'options_signin_tab_else';
}

/** The second way is for portals that refuse an extension's address, and for those who like to see where they type. */
export function SignInWays({ way, why }: SignInWaysProps) {
  const { t } = useWords();
  return (
    <div className="signin-ways">
      <Segments
        label={t('options_signin_where')}
        value={way}
        onChange={(next) => void ask('accounts.changeApp', { way: next })}
        options={[
          { value: 'window', label: t('options_signin_window'), icon: 'window' },
          { value: 'tab', label: t('options_signin_tab'), icon: 'external' },
        ]}
      />
      <p className="setup-soft">{t(why)}</p>
    </div>
  );
}
