import type { Account } from '../../../lib/accounts/account';
import type { Alarms } from '../../../lib/platform/alarms';
import type { Clock } from '../../../lib/platform/clock';
import type { Locks } from '../../../lib/platform/locks';
import type { Area } from '../../../lib/platform/storage';
import type { TokenGrant } from '../../../lib/tiktok/oauth';

export interface FakeClock extends Clock {
  time: number;
}

export const fakeClock = (time = 1_000_000): FakeClock => ({
  time,
  now() {
    return this.time;
  },
  sleep: () => new Promise(() => {}),
});

/** As the Web Locks API: one holder at a time for each name, whichever context it is in. */
export function fakeLocks(): Locks {
  const tails = new Map<string, Promise<unknown>>();
  const hold = <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const before = tails.get(name) ?? Promise.resolve();
    const mine = before.then(work, work);
    tails.set(
      name,
      mine.catch(() => {}),
    );
    return mine;
  };
  return {
    hold,
    tryHold: async (name, work) => {
      if (tails.has(name)) return false;
      await hold(name, work);
      return true;
    },
    isHeld: async (name) => tails.has(name),
  };
}

export function fakeAlarms(): Alarms & { standing: Map<string, number> } {
  const standing = new Map<string, number>();
  return {
    standing,
    async set(name, at) {
      standing.set(name, at);
    },
    async clear(name) {
      standing.delete(name);
    },
    at: async (name) => standing.get(name),
  };
}

export function fakeArea(): Area & { kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  return {
    kept,
    get: async (key) => structuredClone(kept.get(key)),
    set: async (key, value) => {
      kept.set(key, structuredClone(value));
    },
    remove: async (key) => {
      kept.delete(key);
    },
  };
}

export const account = (more: Partial<Account> = {}): Account => ({
  id: 'ada',
  displayName: 'Ada',
  scopes: ['user.info.basic', 'video.publish'],
  connectedAt: 1_000_000,
  refreshedAt: 1_000_000,
  accessExpiresAt: 1_000_000 + 7_200_000,
  refreshExpiresAt: 1_000_000 + 15_552_000_000,
  ...more,
});

export const grant = (number: number, more: Partial<TokenGrant> = {}): TokenGrant => ({
  openId: 'ada',
  scopes: ['user.info.basic', 'video.publish'],
  accessToken: `act.${number}`,
  refreshToken: `rft.${number}`,
  expiresInMs: 7_200_000,
  refreshExpiresInMs: 15_552_000_000,
  receivedAt: 0,
  ...more,
});
