import { AppError, type ErrorData, fromErrorData } from '../errors/app-error';
import type { Clock } from '../platform/clock';
import type { OAuth } from '../tiktok/oauth';
import type { AppChange, AppView, Credentials, SignInWay } from './credentials';
import type { Membership } from './membership';
import type { Disconnected, Overview } from './overview';
import type { PendingSignIn } from './pending-sign-in';
import type { Profiles } from './profiles';
import { checkSetup, type SetupCheck } from './setup-check';
import type { SignIn } from './sign-in';
import type { AccountStore } from './store';
import type { TabSignIn } from './tab-sign-in';

export interface AccountsParts {
  store: AccountStore;
  credentials: Credentials;
  oauth: Pick<OAuth, 'probe'>;
  membership: Membership;
  profiles: Profiles;
  signIn: SignIn;
  tabSignIn: TabSignIn;
  pending: PendingSignIn;
  redirects: Readonly<Record<SignInWay, string>>;
  clock: Clock;
  changed: () => void;
}

export interface Accounts {
  overview(): Promise<Overview>;
  switchTo(id: string): Promise<void>;
  changeApp(change: AppChange): Promise<AppView>;
  check(): Promise<SetupCheck>;
  /** Where the page has to send the person; nothing when a tab is already open for it. */
  begin(): Promise<{ address?: string }>;
  /** The page came back with TikTok's answer. */
  finish(callback: string): Promise<{ accountId: string }>;
  /** The page's window ended without one. */
  abandon(error: ErrorData): Promise<void>;
  disconnect(id: string): Promise<Disconnected>;
}

/** What pages ask about accounts. Everything hard is done by the parts. */
export function createAccounts(parts: AccountsParts): Accounts {
  const { store, credentials, membership, pending, changed } = parts;
  return {
    async overview() {
      const [accounts, app, begun, trouble] = await Promise.all([
        store.list(),
        credentials.view(),
        pending.read(parts.clock.now()),
        pending.trouble(),
      ]);
      void parts.profiles.refreshStale(accounts);
      const currentId = await membership.currentOf(accounts);
      return {
        accounts,
        app,
        redirects: parts.redirects,
        isSigningIn: begun?.way === 'tab',
        ...(currentId === undefined ? {} : { currentId }),
        ...(trouble ? { signInTrouble: trouble } : {}),
      };
    },
    async switchTo(id) {
      if (!(await store.find(id))) throw new AppError('no_account');
      await membership.makeCurrent(id);
    },
    async changeApp(change) {
      const view = await credentials.change(change);
      await membership.forgive();
      return view;
    },
    async check() {
      const { way } = await credentials.view();
      return checkSetup(credentials, parts.oauth, parts.redirects[way]);
    },
    async begin() {
      const { address, way } = await parts.signIn.begin();
      if (way === 'tab') await parts.tabSignIn.open(address);
      changed();
      return way === 'tab' ? {} : { address };
    },
    async finish(callback) {
      try {
        const account = await parts.signIn.finish(callback);
        await membership.connected(account);
        return { accountId: account.id };
      } finally {
        // A failure is news too: the guide shows what it says of the set-up.
        changed();
      }
    },
    async abandon(error) {
      await parts.signIn.abandon(fromErrorData(error));
      changed();
    },
    disconnect: membership.disconnect,
  };
}
