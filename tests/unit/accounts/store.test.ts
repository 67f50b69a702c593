import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { createAccountStore } from '../../../lib/accounts/store';
import { openDatabase } from '../../../lib/platform/database';
import { account } from './fakes';

let databases = 0;
function build() {
  databases += 1;
  const name = `accounts-${databases}`;
  return { name, store: createAccountStore(openDatabase(name)) };
}
const pair = { accessToken: 'act.1', refreshToken: 'rft.1' };

describe('the account store', () => {
  it('gives back what it was given, in the order of connecting', async () => {
    const { store } = build();
    await store.save(account({ id: 'b', connectedAt: 2 }), pair);
    await store.save(account({ id: 'a', connectedAt: 3 }), pair);
    await store.save(account({ id: 'c', connectedAt: 1 }), pair);
    expect((await store.list()).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    expect(await store.hold('b')).toEqual({ account: account({ id: 'b', connectedAt: 2 }), tokens: pair });
  });

  it('keeps no token among the accounts', async () => {
    const { store } = build();
    await store.save(account(), pair);
    expect(JSON.stringify(await store.list())).not.toMatch(/act\.|rft\./);
  });

  it('changes an account without touching its tokens, and nobody when there is none', async () => {
    const { store } = build();
    await store.save(account(), pair);
    await store.change('ada', (kept) => ({ ...kept, displayName: 'Countess' }));
    expect(await store.hold('ada')).toEqual({ account: account({ displayName: 'Countess' }), tokens: pair });
    expect(await store.change('bob', (kept) => kept)).toBeUndefined();
  });

  it('loses no change when two are made at once', async () => {
    const { store } = build();
    await store.save(account(), pair);
    await Promise.all([
      store.change('ada', (kept) => ({ ...kept, displayName: 'Countess' })),
      store.change('ada', (kept) => ({ ...kept, username: 'ada' })),
    ]);
    expect(await store.find('ada')).toMatchObject({ displayName: 'Countess', username: 'ada' });
  });

  it('forgets account and tokens together', async () => {
    const { name, store } = build();
    await store.save(account(), pair);
    await store.forget('ada');
    await expect(store.hold('ada')).rejects.toMatchObject({ code: 'no_account' });
    const database = await openDB(name);
    expect(await database.count('secrets')).toBe(0);
  });

  it('passes over what it cannot read instead of failing for all', async () => {
    const { name, store } = build();
    await store.save(account(), pair);
    const database = await openDB(name);
    await database.put('accounts', { id: 'broken', displayName: 7 });
    expect((await store.list()).map(({ id }) => id)).toEqual(['ada']);
  });
});
