import { describe, expect, it } from 'vitest';
import { AppError } from '../../../lib/errors/app-error';
import { connect, createHouse, setUp, tokenAnswer } from './house';

async function withTwo() {
  const house = createHouse();
  await setUp(house);
  await connect(house, 'ada');
  house.clock.time += 1;
  await connect(house, 'bob');
  return house;
}

describe('several accounts', () => {
  it('the newest connected is the current one, and one press switches', async () => {
    const house = await withTwo();
    expect((await house.accounts.overview()).currentId).toBe('bob');
    await house.accounts.switchTo('ada');
    expect((await house.accounts.overview()).currentId).toBe('ada');
    await expect(house.accounts.switchTo('eve')).rejects.toMatchObject({ code: 'no_account' });
  });

  it('reconnecting one changes neither the current one nor when it was first connected', async () => {
    const house = await withTwo();
    house.clock.time += 60_000;
    await connect(house, 'ada');
    const overview = await house.accounts.overview();
    expect(overview.currentId).toBe('bob');
    expect(overview.accounts.map(({ id, connectedAt }) => [id, connectedAt])).toEqual([
      ['ada', 1_000_000],
      ['bob', 1_000_001],
    ]);
  });

  it('the first is current when the one chosen is not there', async () => {
    const house = await withTwo();
    house.chosen.id = 'gone';
    expect((await house.accounts.overview()).currentId).toBe('ada');
  });
});

describe('an account that came with an import, without tokens', () => {
  const imported = async () => {
    const house = await withTwo();
    await (await house.database).delete('secrets', 'tokens:ada');
    return house;
  };

  it('asks to be reconnected when it is to be used', async () => {
    const house = await imported();
    await expect(house.tokens.getAccessToken('ada')).rejects.toMatchObject({ code: 'invalid_grant' });
  });

  it('can be disconnected: it goes, and TikTok has nothing to be told', async () => {
    const house = await imported();
    expect(await house.accounts.disconnect('ada')).toMatchObject({ isRevoked: false });
    expect((await house.accounts.overview()).accounts.map(({ id }) => id)).toEqual(['bob']);
    expect(house.sent.filter(({ address }) => address.includes('revoke'))).toEqual([]);
  });
});

describe('disconnecting', () => {
  it('revokes at TikTok, then forgets', async () => {
    const house = await withTwo();
    expect(await house.accounts.disconnect('bob')).toEqual({ isRevoked: true });
    expect(house.sent.at(-1)).toMatchObject({
      address: 'https://open.tiktokapis.com/v2/oauth/revoke/',
      fields: { token: 'act.bob.1' },
    });
    const overview = await house.accounts.overview();
    expect([overview.accounts.map(({ id }) => id), overview.currentId]).toEqual([['ada'], 'ada']);
    expect(house.alarms.standing.has('token:bob')).toBe(false);
    await expect(house.tokens.getAccessToken('bob')).rejects.toMatchObject({ code: 'no_account' });
  });

  it('forgets even when TikTok cannot be told, and says that it could not', async () => {
    const house = await withTwo();
    house.answers.revoke = new AppError('network');
    expect(await house.accounts.disconnect('ada')).toMatchObject({
      isRevoked: false,
      error: { code: 'network' },
    });
    expect((await house.accounts.overview()).accounts.map(({ id }) => id)).toEqual(['bob']);
  });

  it('is not undone by a refresh that was on its way', async () => {
    const house = await withTwo();
    house.clock.time += 7_000_000;
    house.answers.token = tokenAnswer('ada', 2);
    await Promise.allSettled([house.tokens.getAccessToken('ada'), house.accounts.disconnect('ada')]);
    expect((await house.accounts.overview()).accounts.map(({ id }) => id)).toEqual(['bob']);
    expect(await (await house.database).get('secrets', 'tokens:ada')).toBeUndefined();
  });
});

describe('putting things right', () => {
  it('tries the accounts again when the wrong secret is replaced', async () => {
    const house = await withTwo();
    house.clock.time += 7_000_000;
    house.answers.token = { error: 'invalid_client' };
    await expect(house.tokens.getAccessToken('ada')).rejects.toMatchObject({ code: 'invalid_client' });
    house.answers.token = tokenAnswer('ada', 2);
    await house.accounts.changeApp({ secret: 'NEW' });
    expect(await house.tokens.getAccessToken('ada')).toBe('act.ada.2');
  });

  it('a reconnect clears the trouble', async () => {
    const house = await withTwo();
    house.clock.time += 7_000_000;
    house.answers.token = { error: 'invalid_grant' };
    await expect(house.tokens.getAccessToken('ada')).rejects.toMatchObject({ code: 'invalid_grant' });
    expect(house.troubled).toHaveBeenCalledTimes(1);
    await connect(house, 'ada');
    expect(await house.tokens.getAccessToken('ada')).toBe('act.ada.1');
    expect((await house.accounts.overview()).accounts[0]?.trouble).toBeUndefined();
  });
});

describe('checking the set-up', () => {
  it.each([
    [{ error: 'invalid_grant' }, { keys: 'accepted' }],
    [{ error: 'invalid_client' }, { keys: 'refused', error: { code: 'invalid_client', facts: {} } }],
    [{ error: 'server_error' }, { keys: 'unknown', error: { code: 'server_error', facts: {} } }],
  ])('reads %j as %j', async (answer, check) => {
    const house = createHouse();
    await setUp(house);
    house.answers.token = answer;
    expect(await house.accounts.check()).toEqual(check);
  });

  it('does not ask TikTok about a key that is not there', async () => {
    const house = createHouse();
    expect(await house.accounts.check()).toEqual({ keys: 'missing' });
    expect(house.sent).toEqual([]);
  });
});
