import { asAppError, fromErrorData, toErrorData } from '../errors/app-error';
import type { Locks } from '../platform/locks';
import type { OAuth } from '../tiktok/oauth';
import type { Account } from './account';
import type { Credentials } from './credentials';
import type { Disconnected } from './overview';
import type { Profiles } from './profiles';
import { isAppsOwn } from './refresh-verdict';
import type { AccountStore } from './store';
import { type TokenService, tokenLock } from './tokens';

export interface MembershipParts {
  store: AccountStore;
  credentials: Credentials;
  oauth: Pick<OAuth, 'revoke'>;
  tokens: TokenService;
  profiles: Profiles;
  /** Which account is the current one: the person's choice, kept with their settings. */
  current: { get(): Promise<string | undefined>; set(id: string | undefined): Promise<void> };
  locks: Locks;
  changed: () => void;
}

/** Which accounts belong to Ferry, and which of them is the current one. */
export function createMembership(parts: MembershipParts) {
  const { store, tokens, current, changed } = parts;

  const currentOf = async (accounts: readonly Account[]): Promise<string | undefined> => {
    const chosen = await current.get();
    return accounts.some(({ id }) => id === chosen) ? chosen : accounts[0]?.id;
  };

  /** Without tokens there is nothing that TikTok could be told: as little as when it is out of reach. */
  const revoke = async (id: string): Promise<Disconnected> => {
    try {
      const { tokens: held } = await store.hold(id);
      await parts.oauth.revoke(await parts.credentials.proof(), held.accessToken);
      return { isRevoked: true };
    } catch (thrown) {
      return { isRevoked: false, error: toErrorData(asAppError(thrown)) };
    }
  };

  return {
    currentOf,
    async makeCurrent(id: string): Promise<void> {
      await current.set(id);
      changed();
    },
    /** A sign-in succeeded. Someone new becomes the current account; someone who reconnects changes nothing. */
    async connected(account: Account): Promise<void> {
      await tokens.arm(account);
      if (account.profileReadAt === undefined) await current.set(account.id);
      changed();
      // The account is there and works; a name that cannot be read now is read later.
      await parts.profiles.read(account).catch(() => {});
    },
    /** Under the lock of its tokens, so that no refresh brings back what is being forgotten. */
    disconnect: (id: string): Promise<Disconnected> =>
      parts.locks.hold(tokenLock(id), async () => {
        const outcome = await revoke(id);
        await store.forget(id);
        await tokens.disarm(id);
        if ((await current.get()) === id) await current.set((await store.list())[0]?.id);
        changed();
        return outcome;
      }),
    /** The app's key or secret were changed: what failed because of them deserves another try. */
    async forgive(): Promise<void> {
      for (const { id, trouble } of await store.list()) {
        if (!trouble || !isAppsOwn(fromErrorData(trouble).code)) continue;
        await store.change(id, ({ trouble: _, ...account }) => account);
      }
      await tokens.wakeAll();
      changed();
    },
  };
}
export type Membership = ReturnType<typeof createMembership>;
