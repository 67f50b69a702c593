import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Account } from '../../../lib/accounts/account';
import { createAccountStore } from '../../../lib/accounts/store';
import { createTokens, type TokenParts } from '../../../lib/accounts/tokens';
import { AppError } from '../../../lib/errors/app-error';
import type { ErrorCode } from '../../../lib/errors/catalog';
import { openDatabase } from '../../../lib/platform/database';
import { account, fakeAlarms, fakeClock, fakeLocks, grant } from './fakes';

let databases = 0;
const newDatabase = () => {
  databases += 1;
  return openDatabase(`tokens-${databases}`);
};

async function build(kept: Partial<Account> = {}, more: Partial<TokenParts> = {}) {
  const clock = fakeClock();
  const alarms = fakeAlarms();
  const locks = fakeLocks();
  const store = createAccountStore(newDatabase());
  await store.save(account(kept), { accessToken: 'act.1', refreshToken: 'rft.1' });
  const refresh = vi.fn<TokenParts['oauth']['refresh']>(async () => grant(2, { receivedAt: clock.time }));
  const troubled = vi.fn<TokenParts['troubled']>();
  const parts: TokenParts = {
    store,
    oauth: { refresh },
    app: async () => ({ clientKey: 'k', secret: 's' }),
    locks,
    clock,
    alarms,
    random: () => 1,
    changed: () => {},
    troubled,
    ...more,
  };
  return {
    tokens: createTokens(parts),
    another: () => createTokens(parts),
    clock,
    alarms,
    store,
    refresh,
    troubled,
  };
}
const soon = 1_000_000 + 7_000_000;
const ended = 1_000_000 + 7_200_001;
const fail = (code: ErrorCode, facts = {}) => Promise.reject(new AppError(code, { facts }));

describe('getAccessToken', () => {
  it('hands out the token it has while that is young', async () => {
    const { tokens, refresh } = await build();
    expect(await tokens.getAccessToken('ada')).toBe('act.1');
    expect(refresh).not.toHaveBeenCalled();
  });

  it('refreshes before the end, keeps the new pair, and sets the next alarm', async () => {
    const { tokens, clock, store, alarms, refresh } = await build();
    clock.time = soon;
    expect(await tokens.getAccessToken('ada')).toBe('act.2');
    expect(refresh).toHaveBeenCalledWith({ clientKey: 'k', secret: 's' }, 'rft.1');
    const held = await store.hold('ada');
    expect(held.tokens).toEqual({ accessToken: 'act.2', refreshToken: 'rft.2' });
    expect(held.account.accessExpiresAt).toBe(soon + 7_200_000);
    expect(alarms.standing.get('token:ada')).toBe(soon + 7_200_000 - 720_000);
  });

  it('keeps the old refresh token when TikTok gives no new one', async () => {
    const { tokens, clock, store, refresh } = await build();
    refresh.mockResolvedValue(grant(2, { refreshToken: undefined, refreshExpiresInMs: undefined }));
    clock.time = soon;
    await tokens.getAccessToken('ada');
    const { tokens: pair, account: kept } = await store.hold('ada');
    expect(pair).toEqual({ accessToken: 'act.2', refreshToken: 'rft.1' });
    expect(kept.refreshExpiresAt).toBe(account().refreshExpiresAt);
  });

  it('goes on with the old token while TikTok is down, and does not ask again at once', async () => {
    const { tokens, clock, refresh, store, alarms } = await build();
    refresh.mockImplementation(() => fail('server_error'));
    clock.time = soon;
    expect(await tokens.getAccessToken('ada')).toBe('act.1');
    clock.time += 1_000;
    expect(await tokens.getAccessToken('ada')).toBe('act.1');
    expect(refresh).toHaveBeenCalledTimes(1);
    const { delayed } = (await store.hold('ada')).account;
    expect(delayed).toMatchObject({ error: { code: 'server_error' }, failures: 1, retryAt: soon + 30_000 });
    expect(alarms.standing.get('token:ada')).toBe(soon + 30_000);
    expect((await store.hold('ada')).tokens.refreshToken).toBe('rft.1');
  });

  it.each([
    'network',
    'offline',
    'timeout',
    'unexpected_response',
    'rate_limit_exceeded',
    'token_service_unreachable',
  ] as const)('says %s, and keeps the refresh token, when the old token is over too', async (code) => {
    const { tokens, clock, refresh, store, troubled } = await build();
    refresh.mockImplementation(() => fail(code));
    clock.time = ended;
    await expect(tokens.getAccessToken('ada')).rejects.toMatchObject({ code });
    expect((await store.hold('ada')).tokens.refreshToken).toBe('rft.1');
    expect(troubled).not.toHaveBeenCalled();
  });

  it('waits as long as TikTok asks', async () => {
    const { tokens, clock, refresh, store } = await build();
    refresh.mockImplementation(() => fail('rate_limit_exceeded', { retryAfterMs: 600_000 }));
    clock.time = soon;
    await tokens.getAccessToken('ada');
    expect((await store.hold('ada')).account.delayed?.retryAt).toBe(soon + 600_000);
  });

  it('forgets the failures after a success', async () => {
    const { tokens, clock, refresh, store } = await build();
    refresh.mockImplementationOnce(() => fail('network'));
    clock.time = soon;
    await tokens.getAccessToken('ada');
    clock.time += 60_000;
    expect(await tokens.getAccessToken('ada')).toBe('act.2');
    expect((await store.hold('ada')).account.delayed).toBeUndefined();
  });

  it.each(['invalid_grant', 'invalid_client'] as const)(
    'marks the account and tells, once, on %s',
    async (code) => {
      const { tokens, clock, refresh, store, troubled, alarms } = await build();
      refresh.mockImplementation(() => fail(code));
      clock.time = soon;
      for (let i = 0; i < 3; i += 1) {
        await expect(tokens.getAccessToken('ada')).rejects.toMatchObject({ code });
      }
      expect(refresh).toHaveBeenCalledTimes(1);
      expect(troubled).toHaveBeenCalledTimes(1);
      expect(troubled.mock.calls[0]?.[0]).toMatchObject({ id: 'ada', trouble: { code } });
      expect((await store.hold('ada')).account.trouble?.code).toBe(code);
      expect(alarms.standing.size).toBe(0);
    },
  );

  it("does not take tokens that are another account's", async () => {
    const { tokens, clock, refresh, store } = await build();
    refresh.mockResolvedValue(grant(2, { openId: 'eve' }));
    clock.time = ended;
    await expect(tokens.getAccessToken('ada')).rejects.toMatchObject({ code: 'unexpected_response' });
    expect((await store.hold('ada')).tokens.accessToken).toBe('act.1');
  });

  it('knows no account that is not there', async () => {
    const { tokens } = await build();
    await expect(tokens.getAccessToken('bob')).rejects.toMatchObject({ code: 'no_account' });
  });
});

describe('tokenRejected', () => {
  it('refreshes a young token that TikTok refused', async () => {
    const { tokens } = await build();
    expect(await tokens.tokenRejected('ada', 'act.1')).toBe('act.2');
  });

  it('does not refresh when somebody already has', async () => {
    const { tokens, refresh } = await build();
    expect(await tokens.tokenRejected('ada', 'act.0')).toBe('act.1');
    expect(refresh).not.toHaveBeenCalled();
  });
});

describe('waking', () => {
  it('arms every account that is not due', async () => {
    const { tokens, alarms, refresh } = await build();
    await tokens.wakeAll();
    expect(alarms.standing.get('token:ada')).toBe(1_000_000 + 6_480_000);
    expect(refresh).not.toHaveBeenCalled();
  });

  it('refreshes what is overdue, at boot as by alarm', async () => {
    for (const wake of ['wakeAll', 'wake'] as const) {
      const { tokens, clock, store } = await build();
      clock.time = ended;
      await tokens[wake]('token:ada');
      expect((await store.hold('ada')).tokens.accessToken).toBe('act.2');
    }
  });

  it('leaves an account in trouble, and other alarms, alone', async () => {
    const { tokens, clock, refresh } = await build({ trouble: { code: 'invalid_grant', facts: {} } });
    clock.time = ended;
    await tokens.wakeAll();
    await tokens.wake('token:ada');
    await tokens.wake('post:1');
    expect(refresh).not.toHaveBeenCalled();
  });

  it('survives a refresh that fails', async () => {
    const { tokens, clock, refresh } = await build();
    refresh.mockImplementation(() => fail('network'));
    clock.time = ended;
    await expect(tokens.wakeAll()).resolves.toBeUndefined();
  });
});

describe('many callers at once', () => {
  it('share one refresh, from any number of contexts, in any interleaving', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.constantFrom('get', 'rejected', 'alarm'), { minLength: 2, maxLength: 8 }),
        async (scheduler, callers) => {
          const { another, clock, store, refresh } = await build();
          refresh.mockImplementation(() => scheduler.schedule(Promise.resolve(grant(2))));
          clock.time = soon;
          const calls = callers.map(async (how) => {
            const tokens = another();
            await scheduler.schedule(Promise.resolve());
            if (how === 'get') return tokens.getAccessToken('ada');
            if (how === 'rejected') return tokens.tokenRejected('ada', 'act.1');
            return tokens.wake('token:ada').then(() => 'act.2');
          });
          const answers = await scheduler.waitFor(Promise.all(calls));
          expect(new Set(answers)).toEqual(new Set(['act.2']));
          expect(refresh).toHaveBeenCalledTimes(1);
          expect((await store.hold('ada')).tokens).toEqual({ accessToken: 'act.2', refreshToken: 'rft.2' });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('share one failure too', async () => {
    const { another, clock, refresh } = await build();
    refresh.mockImplementation(() => fail('timeout'));
    clock.time = ended;
    const calls = Array.from({ length: 6 }, () => another().getAccessToken('ada'));
    const ends = await Promise.allSettled(calls);
    expect(ends.every(({ status }) => status === 'rejected')).toBe(true);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('have the new pair stored before anybody gets the new token', async () => {
    const { tokens, clock, store } = await build();
    const order: string[] = [];
    const save = store.save;
    store.save = async (...pair) => {
      await save(...pair);
      order.push('stored');
    };
    clock.time = soon;
    await tokens.getAccessToken('ada').then(() => order.push('used'));
    expect(order).toEqual(['stored', 'used']);
  });
});

/**
 * TikTok with rotation: every refresh kills the token it was asked with.
 * A context may die before it asks, after TikTok has answered, or after it has stored; its lock is freed.
 */
describe('contexts that die in the middle', () => {
  type Death = 'none' | 'before asking' | 'before storing' | 'after storing';

  async function live(deaths: Death[]) {
    const clock = fakeClock();
    const store = createAccountStore(newDatabase());
    await store.save(account(), { accessToken: 'act.1', refreshToken: 'rft.1' });
    let alive = 1;
    let lost = false;
    const locks = fakeLocks();
    for (const death of deaths) {
      clock.time = (await store.hold('ada')).account.accessExpiresAt - 1;
      const dying: TokenParts = {
        store: {
          ...store,
          async save(...pair) {
            if (death === 'before storing') {
              lost = true;
              throw new Error('dead');
            }
            await store.save(...pair);
            if (death === 'after storing') throw new Error('dead');
          },
        },
        oauth: {
          async refresh(_app, refreshToken) {
            if (death === 'before asking') throw new AppError('network');
            if (refreshToken !== `rft.${alive}`) throw new AppError('invalid_grant');
            alive += 1;
            return grant(alive, { receivedAt: clock.time });
          },
        },
        app: async () => ({ clientKey: 'k', secret: 's' }),
        locks,
        clock,
        alarms: fakeAlarms(),
        random: () => 1,
        changed: () => {},
        troubled: () => {},
      };
      await createTokens(dying)
        .tokenRejected('ada', (await store.hold('ada')).tokens.accessToken)
        .catch(() => {});
      if (lost) break;
    }
    return { held: await store.hold('ada'), alive, lost };
  }

  it('never leave anything but the newest pair, unless the answer itself was lost', async () => {
    const death = fc.constantFrom<Death>('none', 'before asking', 'before storing', 'after storing');
    await fc.assert(
      fc.asyncProperty(fc.array(death, { maxLength: 8 }), async (deaths) => {
        const { held, alive, lost } = await live(deaths);
        const kept = lost ? alive - 1 : alive;
        expect(held.tokens).toEqual({ accessToken: `act.${kept}`, refreshToken: `rft.${kept}` });
        expect(held.account.trouble).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  it('end in "reconnect" when the answer was lost, and not in a loop', async () => {
    const { held } = await live(['before storing']);
    const { tokens, clock, refresh, store } = await build();
    await store.save(held.account, held.tokens);
    refresh.mockImplementation(() => fail('invalid_grant'));
    clock.time = ended;
    await tokens.wakeAll();
    await tokens.wakeAll();
    expect(refresh).toHaveBeenCalledTimes(1);
    expect((await store.hold('ada')).account.trouble?.code).toBe('invalid_grant');
  });
});
