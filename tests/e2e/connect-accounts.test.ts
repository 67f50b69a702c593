import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { authorize, type ConnectPage, firstRun } from './connect-page.ts';
import { type Ferry, launchFerry } from './harness/ferry.ts';

let sandbox: Sandbox;
let ferry: Ferry;
let connect: ConnectPage;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  sandbox.control.reset();
  ferry = await launchFerry({ sandbox });
  connect = await firstRun(ferry);
});
afterEach(() => ferry.close());

const refreshes = () =>
  sandbox.control.log
    .of('oauth.token')
    .filter(({ body }) => JSON.stringify(body).includes('"grant_type":"refresh_token"'));
const fern = () => connect.card('Fern & Clay');
const miro = () => connect.card('Miro');
const words = async (locator: { textContent(): Promise<string | null> }) =>
  (await locator.textContent()) ?? '';

async function connectFern(): Promise<void> {
  await connect.setUp();
  await authorize(await connect.signIn());
  await fern().waitFor();
}

describe('several accounts', () => {
  it('are added through the consent page, the current one is marked, one press switches', async () => {
    await connectFern();
    // TikTok remembers Fern: without insisting on its page, it would sign her in again.
    await authorize(await connect.signIn('Add another account'), 'miro.offline');
    await miro().waitFor();
    expect(await words(miro())).toContain('Current');
    await fern().getByRole('button', { name: 'Use this account' }).click();
    await fern().getByText('Current').waitFor();
    expect(await words(miro())).not.toContain('Current');
    await ferry.stopWorker();
    await connect.page.reload();
    await fern().getByText('Current').waitFor();
  });

  it('reconnecting says so when TikTok signed in somebody else', async () => {
    await connectFern();
    await authorize(await connect.signIn('Reconnect'), 'miro.offline');
    await connect.page.getByText('You signed in as Miro. Fern & Clay still has to be reconnected').waitFor();
  });
});

describe('permissions', () => {
  it('shows what was left out, and grants it with one press', async () => {
    await connect.setUp();
    await authorize(await connect.signIn(), undefined, ['video.publish', 'video.upload', 'video.list']);
    await fern().getByText('This account cannot post yet').waitFor();
    expect(await words(fern())).toContain('Ferry may not');
    await authorize(await connect.signIn('Allow what is missing'));
    await fern().getByText('post to your profile').waitFor();
    await expect.poll(() => words(fern())).not.toContain('Ferry may not');
  });
});

describe('tokens', () => {
  it('are refreshed before they end, again and again, each time with the newest refresh token', async () => {
    sandbox.control.rules.tokens.accessSeconds = 4;
    await connectFern();
    await expect.poll(() => refreshes().length, { timeout: 30_000 }).toBeGreaterThanOrEqual(3);
    const shown = refreshes().map(({ body }) => Reflect.get(Object(body), 'refresh_token'));
    expect(new Set(shown).size).toBe(shown.length);
    expect(refreshes().every(({ code }) => code !== 'invalid_grant')).toBe(true);
    expect(await words(fern())).not.toContain('no longer');
  });

  it('are refreshed on waking when the worker slept through the time', async () => {
    sandbox.control.rules.tokens.accessSeconds = 600;
    await connectFern();
    // The account was last refreshed long ago, as far as the worker can tell when it wakes.
    await ferry.stopWorker();
    await connect.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('ferry');
          opening.onsuccess = () => {
            const store = opening.result.transaction('accounts', 'readwrite').objectStore('accounts');
            store.getAll().onsuccess = ({ target }) => {
              const [account] = Reflect.get(Object(target), 'result');
              const past = Date.now() - 3_600_000;
              store.put({ ...account, refreshedAt: past, accessExpiresAt: past + 600_000 });
            };
            store.transaction.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
    );
    await connect.page.reload();
    await expect.poll(() => refreshes().length).toBe(1);
    await expect.poll(() => words(fern())).toContain('Access renewed now');
  });

  it('that cannot be refreshed while TikTok is down are kept, and the card says what happens', async () => {
    sandbox.control.rules.tokens.accessSeconds = 20;
    await connectFern();
    const fault = sandbox.control.addFault({
      endpoint: 'oauth.token',
      answer: { kind: 'error', code: 'server_error' },
      times: 99,
    });
    await fern().getByText('did not work yet').waitFor({ timeout: 30_000 });
    expect(fault.hits).toBe(1);
    expect(await words(fern())).not.toContain('Reconnect the account');
  });

  it('that TikTok took back lead to "Reconnect" on the account, to a notification, and back to work', async () => {
    sandbox.control.rules.tokens.accessSeconds = 6;
    await connectFern();
    sandbox.control.removeAccess('fern.and.clay');
    await fern().getByText('no longer accepts Ferry').waitFor({ timeout: 20_000 });
    const notes = await connect.page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const api = Reflect.get(Reflect.get(globalThis, 'chrome'), 'notifications');
          api.getAll((all: object) => resolve(Object.keys(all)));
        }),
    );
    expect(notes).toHaveLength(1);
    const before = refreshes().length;
    await ferry.stopWorker();
    await connect.page.reload();
    await fern().getByText('no longer accepts Ferry').waitFor();
    expect(refreshes()).toHaveLength(before);
    sandbox.control.rules.tokens.accessSeconds = 7_200;
    await authorize(await connect.signIn('Reconnect'));
    await fern().getByText('Renewed').waitFor();
    expect(await words(fern())).not.toContain('no longer accepts');
  });
});

describe('disconnecting', () => {
  const disconnect = async () => {
    await fern().getByRole('button', { name: 'Disconnect' }).click();
    await connect.page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
  };

  it('revokes at TikTok and forgets here', async () => {
    await connectFern();
    await disconnect();
    await connect.page.getByText('Welcome aboard').waitFor();
    expect(sandbox.control.log.of('oauth.revoke').map(({ status }) => status)).toEqual([200]);
    const left = await connect.page.evaluate(
      () =>
        new Promise<unknown>((resolve) => {
          const opening = indexedDB.open('ferry');
          opening.onsuccess = () => {
            const asked = opening.result.transaction('secrets').objectStore('secrets').getAllKeys();
            asked.onsuccess = () => {
              opening.result.close();
              resolve(asked.result);
            };
          };
        }),
    );
    expect(left).toEqual(['app']);
  });

  it('forgets even when TikTok cannot be told, and says where to take the access back', async () => {
    await connectFern();
    await authorize(await connect.signIn('Add another account'), 'miro.offline');
    await miro().waitFor();
    sandbox.control.addFault({ endpoint: 'oauth.revoke', answer: { kind: 'html', status: 502 } });
    await disconnect();
    await connect.page.getByText('could not be told').waitFor();
    await fern().waitFor({ state: 'detached' });
  });

  it('can be thought better of', async () => {
    await connectFern();
    await fern().getByRole('button', { name: 'Disconnect' }).click();
    await connect.page.getByRole('button', { name: 'Keep it' }).click();
    expect(await fern().isVisible()).toBe(true);
    expect(sandbox.control.log.of('oauth.revoke')).toEqual([]);
  });
});

describe('signing in in a tab', () => {
  beforeEach(async () => {
    await ferry.allowHost('http://127.0.0.1/*');
    await connect.page.bringToFront();
    await connect.setUp();
    await connect.page.getByText('In a tab', { exact: true }).click();
    await expect
      .poll(() => connect.page.getByLabel('Redirect URI').inputValue())
      .toBe('http://127.0.0.1:41951/callback/');
  });

  it("reads TikTok's answer from the address, closes the tab, and connects", async () => {
    const tab = await connect.signIn();
    await connect.page.getByText('Sign in in the tab that has opened').waitFor();
    const closed = tab.waitForEvent('close');
    await authorize(tab);
    await closed;
    await fern().waitFor();
    expect(await words(connect.page.locator('main'))).not.toContain('Sign in in the tab that has opened');
  });

  it('works with the worker stopped before and after', async () => {
    await ferry.stopWorker();
    const tab = await connect.signIn();
    await ferry.stopWorker();
    await authorize(tab);
    await fern().waitFor();
  });

  it('is finished by the next worker when one dies over the answer', async () => {
    const tab = await connect.signIn();
    const hold = sandbox.control.hold({ endpoint: 'oauth.token' });
    await authorize(tab);
    await hold.held;
    await ferry.cutWorker();
    expect(await hold.ended).toBe('dropped');
    await connect.page.reload();
    await fern().waitFor();
  });

  it('says so when the tab is closed', async () => {
    await (await connect.signIn()).close();
    await connect.alert.waitFor();
    expect(await words(connect.alert)).toContain('closed before TikTok answered');
  });

  it('says so when the person said no', async () => {
    await (await connect.signIn()).getByRole('button', { name: 'Cancel' }).click();
    await connect.alert.waitFor();
    expect(await words(connect.alert)).toContain('You said no');
  });

  it('stores nothing of an answer to another sign-in', async () => {
    const tab = await connect.signIn();
    await tab.evaluate(() => location.assign('http://127.0.0.1:41951/callback/?code=theirs&state=theirs'));
    await connect.alert.waitFor();
    expect(await words(connect.alert)).toContain('may be an attack');
    expect(
      sandbox.control.log.of('oauth.token').some(({ body }) => JSON.stringify(body).includes('theirs')),
    ).toBe(false);
  });
});
