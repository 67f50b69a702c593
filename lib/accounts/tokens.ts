import { AppError, asAppError, fromErrorData, toErrorData } from '../errors/app-error';
import type { Alarms } from '../platform/alarms';
import type { Clock } from '../platform/clock';
import type { Locks } from '../platform/locks';
import type { AppProof, OAuth, TokenGrant } from '../tiktok/oauth';
import type { Account } from './account';
import { isLasting } from './refresh-verdict';
import type { AccountStore } from './store';
import { refreshDueAt, retryDelay, wakeAt } from './token-times';

export interface TokenParts {
  store: AccountStore;
  oauth: Pick<OAuth, 'refresh'>;
  app: () => Promise<AppProof>;
  locks: Locks;
  clock: Clock;
  alarms: Alarms;
  random: () => number;
  /** News for open pages. */
  changed: () => void;
  /** The person must act: said once, when it begins. */
  troubled: (account: Account) => void;
}

export interface TokenService {
  getAccessToken(accountId: string): Promise<string>;
  /** TikTok refused this token: the one to use instead, which somebody else may already have fetched. */
  tokenRejected(accountId: string, rejected: string): Promise<string>;
  /** Sees to it that an alarm stands for the account's next refresh. */
  arm(account: Account): Promise<void>;
  disarm(accountId: string): Promise<void>;
  /** At every boot: alarms do not survive an update, and a refresh may be overdue. */
  wakeAll(): Promise<void>;
  wake(alarm: string): Promise<void>;
}

const alarmOf = (id: string) => `token:${id}`;
export const tokenLock = (id: string) => `tokens:${id}`;

export function createTokens(parts: TokenParts): TokenService {
  const { store, clock, alarms } = parts;

  const arm = (account: Account) =>
    account.trouble ? alarms.clear(alarmOf(account.id)) : alarms.set(alarmOf(account.id), wakeAt(account));

  const renew = (id: string, stale: string): Promise<string> => {
    const askedAt = clock.now();
    return parts.locks.hold(tokenLock(id), async () => {
      const { account, tokens } = await store.hold(id);
      if (account.trouble) throw fromErrorData(account.trouble);
      if (tokens.accessToken !== stale) return tokens.accessToken;
      // Whoever held the lock before us has just failed; asking again at once would fail again.
      if (account.delayed && account.delayed.at >= askedAt) throw fromErrorData(account.delayed.error);
      const grant = await ask(account, tokens.refreshToken);
      const next = renewed(account, grant);
      // First kept, then used: TikTok has already let the old pair die.
      await store.save(next, {
        accessToken: grant.accessToken,
        refreshToken: grant.refreshToken ?? tokens.refreshToken,
      });
      await arm(next);
      parts.changed();
      return grant.accessToken;
    });
  };

  const ask = async (account: Account, refreshToken: string): Promise<TokenGrant> => {
    try {
      const grant = await parts.oauth.refresh(await parts.app(), refreshToken);
      if (grant.openId === account.id) return grant;
      throw new AppError('unexpected_response', { facts: { field: 'open_id' } });
    } catch (thrown) {
      throw await note(account.id, asAppError(thrown));
    }
  };

  /** Keeps the failure with the account, so that every caller, page and later boot knows of it. */
  const note = async (id: string, error: AppError): Promise<AppError> => {
    const changed = await store.change(id, (account) => failed(account, error));
    if (changed) await arm(changed);
    if (changed?.trouble) parts.troubled(changed);
    parts.changed();
    return error;
  };

  const failed = (account: Account, error: AppError): Account => {
    const { delayed, ...rest } = account;
    if (isLasting(error.code)) return { ...rest, trouble: toErrorData(error) };
    const failures = (delayed?.failures ?? 0) + 1;
    const hint = Number(error.facts.retryAfterMs ?? 0);
    const at = clock.now();
    const retryAt = at + retryDelay(failures, hint, parts.random);
    return { ...rest, delayed: { error: toErrorData(error), at, retryAt, failures } };
  };

  const wakeAccount = async (account: Account): Promise<void> => {
    if (account.trouble || clock.now() < wakeAt(account)) return arm(account);
    const { tokens } = await store.hold(account.id);
    // What fails here is kept with the account, where pages and callers see it.
    await renew(account.id, tokens.accessToken).catch(() => {});
  };

  return {
    arm,
    disarm: (id) => alarms.clear(alarmOf(id)),
    async getAccessToken(id) {
      const { account, tokens } = await store.hold(id);
      if (account.trouble) throw fromErrorData(account.trouble);
      const now = clock.now();
      if (now < refreshDueAt(account)) return tokens.accessToken;
      const stillGood = now < account.accessExpiresAt;
      if (stillGood && now < wakeAt(account)) return tokens.accessToken;
      try {
        return await renew(id, tokens.accessToken);
      } catch (error) {
        if (stillGood && !isLasting(asAppError(error).code)) return tokens.accessToken;
        throw error;
      }
    },
    tokenRejected: renew,
    async wakeAll() {
      await Promise.all((await store.list()).map(wakeAccount));
    },
    async wake(alarm) {
      const account = (await store.list()).find(({ id }) => alarmOf(id) === alarm);
      if (account) await wakeAccount(account);
    },
  };
}

/** The account with the times of its new tokens, and what was wrong forgotten. */
export function renewed(account: Account, grant: TokenGrant): Account {
  const { delayed: _, trouble: __, ...rest } = account;
  return {
    ...rest,
    ...(grant.scopes.length > 0 ? { scopes: grant.scopes } : {}),
    refreshedAt: grant.receivedAt,
    accessExpiresAt: grant.receivedAt + grant.expiresInMs,
    refreshExpiresAt:
      grant.refreshExpiresInMs === undefined
        ? account.refreshExpiresAt
        : grant.receivedAt + grant.refreshExpiresInMs,
  };
}
