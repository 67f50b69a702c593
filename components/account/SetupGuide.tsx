import type { ReactNode } from 'react';
import type { Overview } from '../../lib/accounts/overview';
import { setupSteps } from '../../lib/accounts/setup-steps';
import type { ErrorData } from '../../lib/errors/app-error';
import type { Door } from './door';
import { KeysStep } from './KeysStep';
import { PortalStep } from './PortalStep';
import { SignInStep } from './SignInStep';
import { Unaudited } from './Unaudited';
import { useSetupCheck } from './useSetupCheck';
import type { SignIn } from './useSignIn';

interface SetupGuideProps {
  door: Door;
  overview: Overview;
  signIn: SignIn;
  told: ErrorData | undefined;
  /** How the last sign-in failed. */
  trouble: ReactNode;
}

/** From nothing to a connected account, in three steps that TikTok itself ticks off. */
export function SetupGuide({ door, overview, signIn, told, trouble }: SetupGuideProps) {
  const { app, redirects, accounts, isSigningIn } = overview;
  const check = useSetupCheck(app);
  const steps = setupSteps({
    app,
    redirectUri: redirects[app.way],
    check,
    hasAccount: accounts.length > 0,
    told,
  });
  return (
    <div className="setup" id="setup">
      <PortalStep overview={overview} state={steps.portal} />
      <KeysStep door={door} app={app} state={steps.keys} check={check} />
      <SignInStep
        app={app}
        state={steps.signIn}
        signIn={signIn}
        isWaitingForTab={isSigningIn}
        trouble={trouble}
      />
      <Unaudited />
    </div>
  );
}
