import { useState } from 'react';
import type { SignInWay } from '../../lib/accounts/credentials';
import { AppError, type ErrorData, isAppError, toErrorData } from '../../lib/errors/app-error';
import { ask } from '../../lib/messages/client';
import type { Door } from './door';

/** `page`: TikTok's page, where only the person can read what it says. */
type End = { accountId: string } | { error: ErrorData; page?: string };

export interface SignIn {
  isBusy: boolean;
  /** How the last one ended, until the next begins. */
  end: End | undefined;
  /** Call it straight from the press: a browser asks for permission only then. */
  start(): Promise<void>;
}

export function useSignIn(door: Door, way: SignInWay): SignIn {
  const [isBusy, setBusy] = useState(false);
  const [end, setEnd] = useState<End>();

  const start = async () => {
    const allowed = door.allow(way);
    setBusy(true);
    setEnd(undefined);
    try {
      if (!(await allowed)) throw new AppError(way === 'tab' ? 'tab_not_allowed' : 'tiktok_not_allowed');
      setEnd(await signIn(door));
    } catch (error) {
      setEnd({ error: toErrorData(error) });
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, end, start };
}

/** The page keeps the window, so that the background may come and go meanwhile. In a tab, the background does all. */
async function signIn(door: Door): Promise<End | undefined> {
  const { address } = await ask('accounts.begin', undefined);
  if (address === undefined) return undefined;
  let callback: string;
  try {
    callback = await door.openWindow(address);
  } catch (thrown) {
    const error = toErrorData(thrown);
    await ask('accounts.abandon', error);
    return { error, page: address };
  }
  return finish(callback);
}

/** A background that died over the answer is asked once more: it kept what it was doing. */
async function finish(callback: string): Promise<End> {
  try {
    return await ask('accounts.finish', { callback });
  } catch (error) {
    if (isAppError(error) && error.code !== 'unexpected') throw error;
  }
  try {
    return await ask('accounts.finish', { callback });
  } catch (error) {
    throw isAppError(error) && error.code !== 'unexpected'
      ? error
      : new AppError('sign_in_interrupted', { cause: error });
  }
}
