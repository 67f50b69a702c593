import { describe, expect, it } from 'vitest';
import { challengeOf } from '../../../lib/accounts/pkce';
import { AppError } from '../../../lib/errors/app-error';
import { begin, callbackOf, connect, createHouse, setUp, tokenAnswer } from './house';

const nothingStored = async (house: ReturnType<typeof createHouse>) => {
  expect((await house.accounts.overview()).accounts).toEqual([]);
  const kept = await (await house.database).getAllKeys('secrets');
  expect(kept).toEqual(['app']);
};

describe('signing in, in a window', () => {
  it('needs a key and a secret first', async () => {
    await expect(createHouse().accounts.begin()).rejects.toMatchObject({ code: 'not_configured' });
  });

  it('ends in an account with its name, its scopes and an alarm', async () => {
    const house = createHouse();
    await setUp(house);
    await connect(house);
    const { accounts, currentId } = await house.accounts.overview();
    expect(accounts).toMatchObject([
      { id: 'ada', displayName: 'Ada', scopes: ['user.info.basic', 'video.publish', 'video.upload'] },
    ]);
    expect(currentId).toBe('ada');
    expect(house.alarms.standing.has('token:ada')).toBe(true);
    expect(await house.tokens.getAccessToken('ada')).toBe('act.ada.1');
  });

  it('exchanges the code with the verifier of the challenge it sent', async () => {
    const house = createHouse();
    await setUp(house);
    const address = await begin(house);
    await house.accounts.finish(callbackOf(address));
    const fields = house.sent.find(({ address: to }) => to.endsWith('/oauth/token/'))?.fields ?? {};
    expect(fields).toMatchObject({ code: 'c*1!', client_secret: 'S3CRET' });
    const challenge = new URL(address).searchParams.get('code_challenge');
    expect(await challengeOf(fields.code_verifier ?? '')).toBe(challenge);
  });

  it('shows the consent page again only when there is an account already', async () => {
    const house = createHouse();
    await setUp(house);
    expect(new URL(await begin(house)).searchParams.get('disable_auto_auth')).toBe('0');
    await connect(house);
    expect(new URL(await begin(house)).searchParams.get('disable_auto_auth')).toBe('1');
  });

  it('stores nothing when the state is not ours', async () => {
    const house = createHouse();
    await setUp(house);
    const forged = callbackOf(await begin(house), { state: 'theirs' });
    await expect(house.accounts.finish(forged)).rejects.toMatchObject({ code: 'state_mismatch' });
    await nothingStored(house);
    expect(house.sent).toEqual([]);
  });

  it('takes each answer once', async () => {
    const house = createHouse();
    await setUp(house);
    const callback = callbackOf(await begin(house));
    await house.accounts.finish(callback);
    await expect(house.accounts.finish(callback)).rejects.toMatchObject({ code: 'sign_in_interrupted' });
  });

  it('forgets a sign-in that nobody came back from', async () => {
    const house = createHouse();
    await setUp(house);
    const callback = callbackOf(await begin(house));
    house.clock.time += 31 * 60_000;
    await expect(house.accounts.finish(callback)).rejects.toMatchObject({ code: 'sign_in_interrupted' });
  });

  it.each([
    [{ error: 'invalid_client' }, 'invalid_client'],
    [{ error: 'invalid_grant' }, 'invalid_grant'],
    [new AppError('timeout'), 'timeout'],
    ['<html>', 'unexpected_response'],
    [{ ...tokenAnswer('ada', 1), refresh_token: undefined }, 'unexpected_response'],
  ])('stores nothing when the exchange ends in %j', async (answer, code) => {
    const house = createHouse();
    await setUp(house);
    house.answers.token = answer;
    await expect(house.accounts.finish(callbackOf(await begin(house)))).rejects.toMatchObject({ code });
    await nothingStored(house);
    expect((await house.accounts.overview()).app.lastSignIn).toMatchObject({ error: { code } });
  });

  it('keeps the account when only its name cannot be read, and reads it later', async () => {
    const house = createHouse();
    await setUp(house);
    const user = house.answers.user;
    house.answers.user = new AppError('internal_error');
    await connect(house);
    expect((await house.accounts.overview()).accounts).toMatchObject([{ id: 'ada', displayName: '' }]);
    house.answers.user = user;
    await house.accounts.overview();
    await expect.poll(async () => (await house.accounts.overview()).accounts[0]?.displayName).toBe('Ada');
  });

  it('remembers what was asked and what was granted, for the guide', async () => {
    const house = createHouse();
    await setUp(house);
    house.answers.token = tokenAnswer('ada', 1, 'user.info.basic');
    await house.accounts.finish(callbackOf(await begin(house)));
    expect((await house.accounts.overview()).app.lastSignIn).toMatchObject({
      clientKey: 'key',
      granted: ['user.info.basic'],
    });
  });

  it('remembers how it ended when the window was closed', async () => {
    const house = createHouse();
    await setUp(house);
    const address = await begin(house);
    await house.accounts.abandon({ code: 'sign_in_closed', facts: {} });
    expect((await house.accounts.overview()).app.lastSignIn).toMatchObject({
      error: { code: 'sign_in_closed' },
    });
    await expect(house.accounts.finish(callbackOf(address))).rejects.toMatchObject({
      code: 'sign_in_interrupted',
    });
  });
});

describe('a worker that dies while someone signs in', () => {
  it('still knows, when it wakes, what it had begun', async () => {
    const house = createHouse();
    await setUp(house);
    const callback = callbackOf(await begin(house));
    await house.boot().accounts.finish(callback);
    expect((await house.accounts.overview()).accounts).toHaveLength(1);
  });

  it('goes on when it died before the code was used', async () => {
    const house = createHouse();
    await setUp(house);
    const callback = callbackOf(await begin(house));
    house.answers.token = new Error('the worker died here');
    await house.session.set('kept', await house.session.get('sign-in'));
    await house.accounts.finish(callback).catch(() => {});
    await house.session.set('sign-in', {
      ...Object(await house.session.get('kept')),
      callback,
      isTried: true,
    });
    house.answers.token = tokenAnswer('ada', 1);
    await house.boot().accounts.finish(callback);
    expect((await house.accounts.overview()).accounts).toHaveLength(1);
  });

  it('finds the account it had stored when the code is used up', async () => {
    const house = createHouse();
    await setUp(house);
    const callback = callbackOf(await begin(house));
    const begun = Object(await house.session.get('sign-in'));
    await house.accounts.finish(callback);
    await house.session.set('sign-in', { ...begun, callback, isTried: true });
    house.answers.token = { error: 'invalid_grant' };
    expect(await house.boot().accounts.finish(callback)).toEqual({ accountId: 'ada' });
  });

  it('asks to begin again when the code is used up and nothing was stored', async () => {
    const house = createHouse();
    await setUp(house);
    const callback = callbackOf(await begin(house));
    const begun = Object(await house.session.get('sign-in'));
    await house.session.set('sign-in', { ...begun, callback, isTried: true });
    house.answers.token = { error: 'invalid_grant' };
    await expect(house.boot().accounts.finish(callback)).rejects.toMatchObject({
      code: 'sign_in_interrupted',
    });
  });
});

describe('signing in, in a tab', () => {
  it('opens the tab, reads the address it comes back with, closes it, and connects', async () => {
    const house = createHouse();
    await setUp(house, 'tab');
    const address = await begin(house);
    expect(new URL(address).searchParams.get('redirect_uri')).toBe('http://127.0.0.1:41951/callback/');
    expect((await house.accounts.overview()).isSigningIn).toBe(true);
    await house.tabSignIn.onAddress(7, 'https://www.tiktok.com/login');
    expect(house.tabs.close).not.toHaveBeenCalled();
    await house.tabSignIn.onAddress(7, callbackOf(address));
    expect(house.tabs.close).toHaveBeenCalledWith(7);
    await house.tabSignIn.onClosed(7);
    const overview = await house.accounts.overview();
    expect(overview).toMatchObject({ isSigningIn: false, accounts: [{ id: 'ada' }] });
    expect(overview.signInTrouble).toBeUndefined();
  });

  it('takes an address reported twice once', async () => {
    const house = createHouse();
    await setUp(house, 'tab');
    const callback = callbackOf(await begin(house));
    await Promise.all([house.tabSignIn.onAddress(7, callback), house.tabSignIn.onAddress(7, callback)]);
    await house.tabSignIn.onAddress(7, callback);
    expect(house.sent.filter(({ address }) => address.endsWith('/oauth/token/'))).toHaveLength(1);
    expect((await house.accounts.overview()).signInTrouble).toBeUndefined();
  });

  it('says so when the tab is closed, and only when it is that tab', async () => {
    const house = createHouse();
    await setUp(house, 'tab');
    await begin(house);
    await house.tabSignIn.onClosed(8);
    expect((await house.accounts.overview()).isSigningIn).toBe(true);
    await house.tabSignIn.onClosed(7);
    expect(await house.accounts.overview()).toMatchObject({
      isSigningIn: false,
      signInTrouble: { code: 'sign_in_closed' },
    });
    await begin(house);
    expect((await house.accounts.overview()).signInTrouble).toBeUndefined();
  });

  it('keeps how it failed until somebody looks', async () => {
    const house = createHouse();
    await setUp(house, 'tab');
    const denied = `http://127.0.0.1:41951/callback/?${new URLSearchParams({
      error: 'access_denied',
      error_type: 'non_sandbox_target',
      state: new URL(await begin(house)).searchParams.get('state') ?? '',
    })}`;
    await house.tabSignIn.onAddress(7, denied);
    expect((await house.boot().accounts.overview()).signInTrouble?.code).toBe('not_sandbox_target');
  });

  it('ignores the address when no sign-in is open', async () => {
    const house = createHouse();
    await setUp(house, 'tab');
    await house.tabSignIn.onAddress(7, 'http://127.0.0.1:41951/callback/?code=x&state=y');
    expect(house.tabs.close).not.toHaveBeenCalled();
    await nothingStored(house);
  });

  it('is finished at the next boot when the worker died with the answer in hand', async () => {
    const house = createHouse();
    await setUp(house, 'tab');
    const callback = callbackOf(await begin(house));
    await house.session.set('sign-in', { ...Object(await house.session.get('sign-in')), callback });
    await house.boot().boot();
    expect((await house.accounts.overview()).accounts).toHaveLength(1);
  });
});
