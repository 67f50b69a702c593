import { useState } from 'react';
import type { Overview } from '../../lib/accounts/overview';
import type { ErrorData } from '../../lib/errors/app-error';
import { useWords } from '../hooks/useWords';
import { ErrorCard } from '../ui/ErrorCard';
import { Spinner } from '../ui/Spinner';
import { Accounts } from './Accounts';
import type { Door } from './door';
import { SetupGuide } from './SetupGuide';
import { SignInEnd } from './SignInEnd';
import { useOverview } from './useOverview';
import { useSignIn } from './useSignIn';
import { Welcome } from './Welcome';
import './account.css';

/** The section about accounts: their cards when there are some, and the way to the first one. */
export function Connect({ door }: { door: Door }) {
  const { t } = useWords();
  const { overview, error, read } = useOverview();
  if (overview) return <ConnectWith door={door} overview={overview} />;
  if (error) return <ErrorCard error={error} onAction={() => void read()} />;
  return (
    <p className="connect-loading">
      <Spinner /> {t('options_loading')}
    </p>
  );
}

function ConnectWith({ door, overview }: { door: Door; overview: Overview }) {
  const { accounts, app, signInTrouble } = overview;
  const signIn = useSignIn(door, app.way);
  const [told, setTold] = useState<ErrorData>();

  const start = () => {
    setTold(undefined);
    return signIn.start();
  };
  const failed = signIn.end && 'error' in signIn.end ? signIn.end.error : signInTrouble;
  const error = told ?? failed;
  const trouble = error && !signIn.isBusy && (
    <SignInEnd
      error={error}
      page={signIn.end && 'page' in signIn.end ? signIn.end.page : undefined}
      onTold={setTold}
      isOwnApp={!app.bakedIn}
    />
  );
  const connecting = { ...signIn, start };
  const guide = app.bakedIn ? null : (
    <SetupGuide
      door={door}
      overview={overview}
      signIn={connecting}
      told={told}
      trouble={accounts.length === 0 && trouble}
    />
  );
  if (accounts.length > 0)
    return <Accounts overview={overview} signIn={connecting} trouble={trouble} guide={guide} />;
  return <Welcome overview={overview} signIn={connecting} trouble={trouble} guide={guide} />;
}
