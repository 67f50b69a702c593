import type { Clock } from '../platform/clock';
import type { User } from '../tiktok/user';
import type { Account } from './account';
import type { AccountStore } from './store';

const freshFor = 60 * 60_000;

export interface ProfileParts {
  store: AccountStore;
  fetchUser: (token: string, scopes: readonly string[]) => Promise<User>;
  getAccessToken: (accountId: string) => Promise<string>;
  clock: Clock;
  changed: () => void;
}

/** Keeps name and picture of the accounts current. Neither is worth failing for: what is known stays. */
export function createProfiles({ store, fetchUser, getAccessToken, clock, changed }: ProfileParts) {
  const read = async ({ id, scopes }: Account): Promise<void> => {
    const user = await fetchUser(await getAccessToken(id), scopes);
    await store.change(id, (account) => withProfile(account, user, clock.now()));
    changed();
  };
  return {
    read,
    async refreshStale(accounts: readonly Account[]): Promise<void> {
      const isStale = (readAt: number | undefined) => readAt === undefined || clock.now() - readAt > freshFor;
      const due = accounts.filter(({ trouble, profileReadAt }) => !trouble && isStale(profileReadAt));
      await Promise.allSettled(due.map(read));
    },
  };
}
export type Profiles = ReturnType<typeof createProfiles>;

function withProfile(account: Account, user: User, now: number): Account {
  const { username, avatarUrl, ...rest } = account;
  const [handle, picture] = [user.username ?? username, user.avatarUrl ?? avatarUrl];
  return {
    ...rest,
    displayName: user.displayName || account.displayName,
    ...(handle ? { username: handle } : {}),
    ...(picture ? { avatarUrl: picture } : {}),
    profileReadAt: now,
  };
}
