import { AppError, toErrorData } from '../errors/app-error';
import type { Clock } from '../platform/clock';
import type { Account } from './account';
import type { PendingSignIn } from './pending-sign-in';
import type { SignIn } from './sign-in';

export interface TabSignInParts {
  signIn: SignIn;
  pending: PendingSignIn;
  redirectUri: string;
  openTab: (address: string) => Promise<number>;
  closeTab: (tabId: number) => Promise<void>;
  clock: Clock;
  connected: (account: Account) => Promise<void>;
  changed: () => void;
}

export interface TabSignIn {
  open(address: string): Promise<void>;
  /** A tab went to an address: the one we wait for is never loaded, only read. */
  onAddress(tabId: number, address: string): Promise<void>;
  onClosed(tabId: number): Promise<void>;
  /** At boot: a worker that died over a sign-in left the address it was working on. */
  resume(): Promise<void>;
}

/** Signing in in a tab of the person's own browser: the background does alone what else a page waits for. */
export function createTabSignIn(parts: TabSignInParts): TabSignIn {
  const { signIn, pending, clock } = parts;
  let finishing: Promise<void> | undefined;

  const finish = async (callback: string): Promise<void> => {
    try {
      await parts.connected(await signIn.finish(callback));
    } catch (error) {
      await pending.setTrouble(toErrorData(error));
    }
    parts.changed();
  };
  const finishOnce = (callback: string) => {
    finishing ??= finish(callback).finally(() => {
      finishing = undefined;
    });
    return finishing;
  };
  const waiting = async () => {
    const begun = await pending.read(clock.now());
    return begun?.way === 'tab' ? begun : undefined;
  };

  return {
    async open(address) {
      const tabId = await parts.openTab(address);
      const begun = await waiting();
      if (begun) await pending.write({ ...begun, tabId });
    },
    async onAddress(tabId, address) {
      if (!address.startsWith(parts.redirectUri)) return;
      const begun = await waiting();
      if (!begun || begun.callback) return;
      await pending.write({ ...begun, callback: address });
      await parts.closeTab(tabId);
      await finishOnce(address);
    },
    async onClosed(tabId) {
      const begun = await waiting();
      if (!begun || begun.callback || begun.tabId !== tabId) return;
      const error = new AppError('sign_in_closed');
      await signIn.abandon(error);
      await pending.setTrouble(toErrorData(error));
      parts.changed();
    },
    async resume() {
      const begun = await waiting();
      if (begun?.callback) await finishOnce(begun.callback);
    },
  };
}
