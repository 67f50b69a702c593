import { AppError, asAppError, type ErrorData, toErrorData } from '../errors/app-error';
import type { Clock } from '../platform/clock';
import type { Locks } from '../platform/locks';
import { readCallback } from '../tiktok/callback';
import { authorizeUrl, type OAuth, type TokenGrant } from '../tiktok/oauth';
import type { Account } from './account';
import type { Credentials, SignInWay } from './credentials';
import type { Pending, PendingSignIn } from './pending-sign-in';
import { challengeOf, createVerifier, type RandomBytes, randomText } from './pkce';
import type { AccountStore } from './store';
import { renewed, tokenLock } from './tokens';

export interface SignInParts {
  credentials: Credentials;
  oauth: Pick<OAuth, 'exchange'>;
  store: AccountStore;
  pending: PendingSignIn;
  /** Where TikTok sends the browser back to, for each way. */
  redirects: Readonly<Record<SignInWay, string>>;
  locks: Locks;
  clock: Clock;
  random: RandomBytes;
}

export interface SignIn {
  /** Makes state and verifier, keeps them, and says where to send the person. */
  begin(): Promise<{ address: string; way: SignInWay }>;
  /** TikTok came back. The account with its tokens is stored, or nothing is. */
  finish(callback: string): Promise<Account>;
  /** It ended without TikTok coming back. */
  abandon(error: AppError): Promise<void>;
}

export function createSignIn(parts: SignInParts): SignIn {
  const { credentials, store, pending, clock } = parts;

  const begin = async () => {
    const { clientKey, scopes, way, isComplete } = await credentials.view();
    if (!isComplete) throw new AppError('not_configured');
    const redirectUri = parts.redirects[way];
    const [state, verifier] = [randomText(parts.random, 43), createVerifier(parts.random)];
    const [challenge, accounts] = await Promise.all([challengeOf(verifier), store.list()]);
    await pending.setTrouble(undefined);
    await pending.write({ state, verifier, clientKey, redirectUri, scopes, way, startedAt: clock.now() });
    // The first time, whoever is signed in to TikTok is meant; afterwards it might be somebody else.
    const alwaysAsk = accounts.length > 0;
    return { way, address: authorizeUrl({ clientKey, scopes, redirectUri, state, challenge, alwaysAsk }) };
  };

  const finish = (callback: string) =>
    parts.locks.hold('sign-in', async () => {
      const begun = await pending.read(clock.now());
      if (!begun) throw new AppError('sign_in_interrupted');
      try {
        const account = await complete(begun, callback);
        await remember(begun, { granted: account.scopes });
        return account;
      } catch (thrown) {
        await remember(begun, { error: toErrorData(thrown) });
        throw thrown;
      } finally {
        await pending.clear();
      }
    });

  const complete = async (begun: Pending, callback: string): Promise<Account> => {
    const { code, scopes } = readCallback(callback, begun);
    await pending.write({ ...begun, callback, isTried: true });
    try {
      const app = await credentials.proof();
      const { redirectUri, verifier } = begun;
      const grant = await parts.oauth.exchange(app, { code, redirectUri, verifier });
      return await keep(grant, scopes);
    } catch (thrown) {
      return afterSecondTry(begun, asAppError(thrown));
    }
  };

  /** A worker that died had perhaps used the code already: then a code is good no more, and the account may be there. */
  const afterSecondTry = async (begun: Pending, error: AppError): Promise<Account> => {
    if (!begun.isTried || error.code !== 'invalid_grant') throw error;
    const kept = (await store.list()).find(({ refreshedAt }) => refreshedAt >= begun.startedAt);
    if (kept) return kept;
    throw new AppError('sign_in_interrupted', { cause: error });
  };

  const keep = (grant: TokenGrant, granted: string[]): Promise<Account> =>
    parts.locks.hold(tokenLock(grant.openId), async () => {
      if (!grant.refreshToken)
        throw new AppError('unexpected_response', { facts: { field: 'refresh_token' } });
      const known = (await store.find(grant.openId)) ?? newcomer(grant);
      const account = renewed(granted.length > 0 ? { ...known, scopes: granted } : known, grant);
      await store.save(account, { accessToken: grant.accessToken, refreshToken: grant.refreshToken });
      return account;
    });

  const remember = (
    { clientKey, redirectUri, scopes }: Pending,
    end: { granted?: string[]; error?: ErrorData },
  ) => credentials.remember({ clientKey, redirectUri, asked: scopes, ...end });

  return {
    begin,
    finish,
    async abandon(error) {
      const begun = await pending.read(clock.now());
      // Already back with a code: the window closing behind it is not an end.
      if (!begun || begun.callback) return;
      await remember(begun, { error: toErrorData(error) });
      await pending.clear();
    },
  };
}

const newcomer = ({ openId, receivedAt, scopes }: TokenGrant): Account => ({
  id: openId,
  displayName: '',
  scopes,
  connectedAt: receivedAt,
  accessExpiresAt: receivedAt,
  refreshExpiresAt: receivedAt,
  refreshedAt: receivedAt,
});
