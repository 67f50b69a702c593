import type { ReactNode } from 'react';
import type { Overview } from '../../lib/accounts/overview';
import { useWords } from '../hooks/useWords';
import { Harbour } from '../ui/Harbour';
import { ConnectButton } from './ConnectButton';
import { SignInWays } from './SignInStep';
import type { SignIn } from './useSignIn';

interface WelcomeProps {
  overview: Overview;
  signIn: SignIn;
  trouble: ReactNode;
  /** The set-up guide; absent in a build that brings its own app: then one button is all. */
  guide: ReactNode;
}

/** The first run: no account yet. */
export function Welcome({ overview, signIn, trouble, guide }: WelcomeProps) {
  const { t } = useWords();
  return (
    <>
      <div className="welcome">
        <Harbour scene="moored" />
        <div className="welcome-words">
          <h2>{t('options_welcome_title')}</h2>
          <p>{t(guide ? 'options_welcome_text' : 'options_welcome_short')}</p>
        </div>
      </div>
      {guide ?? (
        <section className="card setup-step-body" aria-label={t('options_signin_title')}>
          <p>{t('options_signin_text')}</p>
          <ConnectButton
            signIn={signIn}
            isWaitingForTab={overview.isSigningIn}
            label={t('account_connect')}
          />
          {trouble}
          {trouble && <SignInWays way={overview.app.way} why="options_signin_tab_else" />}
        </section>
      )}
    </>
  );
}
