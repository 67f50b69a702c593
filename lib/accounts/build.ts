import type { Alarms } from '../platform/alarms';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import type { Locks } from '../platform/locks';
import type { Area } from '../platform/storage';
import type { Http } from '../tiktok/http';
import { createOAuth } from '../tiktok/oauth';
import { fetchUser } from '../tiktok/user';
import type { Account } from './account';
import { createAccounts } from './accounts';
import { type BakedIn, createCredentials, type SignInWay } from './credentials';
import { createMembership } from './membership';
import { createPendingSignIn } from './pending-sign-in';
import type { RandomBytes } from './pkce';
import { createProfiles } from './profiles';
import { createSignIn } from './sign-in';
import { createAccountStore } from './store';
import { createTabSignIn } from './tab-sign-in';
import { createTokens } from './tokens';

export interface AccountServicesParts {
  database: Promise<Database>;
  session: Area;
  http: Http;
  locks: Locks;
  clock: Clock;
  alarms: Alarms;
  randomBytes: RandomBytes;
  bakedIn: BakedIn | undefined;
  redirects: Readonly<Record<SignInWay, string>>;
  /** Which account is the current one: the person's choice, kept with their settings. */
  current: { get(): Promise<string | undefined>; set(id: string | undefined): Promise<void> };
  tabs: { open(address: string): Promise<number>; close(tabId: number): Promise<void> };
  /** News for open pages. */
  changed: () => void;
  /** The person must act, or the account stays unusable. */
  troubled: (account: Account) => void;
}

/** Puts the parts together: the inventory of this folder. */
export function createAccountServices(parts: AccountServicesParts) {
  const { database, http, locks, clock, changed, redirects } = parts;
  const oauth = createOAuth(http);
  const store = createAccountStore(database);
  const credentials = createCredentials(database, parts.bakedIn);
  const pending = createPendingSignIn(parts.session);
  const app = credentials.proof;
  const shared = { store, credentials, oauth, pending, redirects, locks, clock, changed };

  const tokens = createTokens({
    ...shared,
    app,
    alarms: parts.alarms,
    random: Math.random,
    troubled: parts.troubled,
  });
  const profiles = createProfiles({
    ...shared,
    fetchUser: (token, scopes) => fetchUser(http, token, scopes),
    getAccessToken: tokens.getAccessToken,
  });
  const membership = createMembership({ ...shared, tokens, profiles, current: parts.current });
  const signIn = createSignIn({ ...shared, random: parts.randomBytes });
  const tabSignIn = createTabSignIn({
    ...shared,
    signIn,
    redirectUri: redirects.tab,
    openTab: parts.tabs.open,
    closeTab: parts.tabs.close,
    connected: membership.connected,
  });
  return {
    accounts: createAccounts({ ...shared, membership, profiles, signIn, tabSignIn }),
    tokens,
    tabSignIn,
    /** At every start of the background. */
    async boot(): Promise<void> {
      await Promise.all([tokens.wakeAll(), tabSignIn.resume()]);
    },
  };
}
export type AccountServices = ReturnType<typeof createAccountServices>;
