import { useState } from 'react';
import type { Account } from '../../lib/accounts/account';
import type { Overview } from '../../lib/accounts/overview';
import type { ErrorData } from '../../lib/errors/app-error';
import { ask } from '../../lib/messages/client';
import { useAsked } from '../hooks/useAsked';
import { useNotices } from '../hooks/useNotices';

export interface ChosenAccount {
  overview: Overview | undefined;
  error: ErrorData | undefined;
  account: Account | undefined;
  choose: (id: string) => void;
}

const load = () => ask('accounts.overview', undefined);

/** The connected accounts, and the one that is looked at: the current one until another is chosen here. */
export function useAccounts(): ChosenAccount {
  const [chosenId, choose] = useState<string>();
  const { value: overview, error, again } = useAsked(load);
  useNotices(({ about }) => {
    if (about === 'accounts') again();
  });
  const id = chosenId ?? overview?.currentId;
  const account = overview?.accounts.find((one) => one.id === id) ?? overview?.accounts[0];
  return { overview, error, account, choose };
}
