import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { createCredentials } from '../../../lib/accounts/credentials';
import { createAccountStore } from '../../../lib/accounts/store';
import { openDatabase } from '../../../lib/platform/database';

/** One example of everything that was ever kept, by the date it was first kept so. Never edited, only added to. */
const kept = {
  '2026-11-21': {
    account: {
      id: '_000ada',
      displayName: 'Ada',
      username: 'ada',
      avatarUrl: 'https://p16.tiktokcdn.example/ada.jpeg',
      profileReadAt: 1_795_252_000_000,
      scopes: ['user.info.basic', 'video.publish', 'video.upload'],
      connectedAt: 1_795_252_000_000,
      accessExpiresAt: 1_795_259_200_000,
      refreshExpiresAt: 1_810_804_000_000,
      refreshedAt: 1_795_252_000_000,
      delayed: {
        error: { code: 'network', facts: { host: 'open.tiktokapis.com' } },
        at: 1_795_258_480_000,
        retryAt: 1_795_258_510_000,
        failures: 1,
      },
    },
    tokens: { accessToken: 'act.x', refreshToken: 'rft.x' },
    app: {
      clientKey: 'sbawkey',
      secret: 's',
      scopes: ['user.info.basic', 'video.publish', 'video.upload'],
      way: 'tab',
      lastSignIn: {
        clientKey: 'sbawkey',
        redirectUri: 'http://127.0.0.1:41951/callback/',
        asked: ['user.info.basic'],
        granted: ['user.info.basic'],
      },
    },
  },
};

it.each(Object.entries(kept))(
  'what was kept on %s is still read whole',
  async (date, { account, tokens, app }) => {
    const opening = openDatabase(`kept-${date}`);
    const database = await opening;
    await database.put('accounts', account);
    await database.put('secrets', tokens, `tokens:${account.id}`);
    await database.put('secrets', app, 'app');
    expect(await createAccountStore(opening).hold(account.id)).toEqual({ account, tokens });
    expect(await createCredentials(opening, undefined).view()).toMatchObject({
      clientKey: 'sbawkey',
      hasSecret: true,
      way: 'tab',
      lastSignIn: app.lastSignIn,
    });
  },
);

it('an error code that no longer exists becomes one that does', async () => {
  const opening = openDatabase('kept-code');
  const { account } = kept['2026-11-21'];
  await (await opening).put('accounts', { ...account, trouble: { code: 'gone_for_good', facts: {} } });
  expect((await createAccountStore(opening).find(account.id))?.trouble?.code).toBe('unexpected');
});
