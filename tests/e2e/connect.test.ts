import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { authorize, type ConnectPage, demo, firstRun } from './connect-page.ts';
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

const token = () => sandbox.control.log.of('oauth.token');
const fern = () => connect.card('Fern & Clay');
const words = (locator: { textContent(): Promise<string | null> }) => locator.textContent();
/** What is in the browser's own storage of accounts and secrets. */
const kept = () =>
  connect.page.evaluate(
    () =>
      new Promise<unknown>((resolve, reject) => {
        const opening = indexedDB.open('ferry');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(['accounts', 'secrets']);
          const accounts = transaction.objectStore('accounts').getAll();
          const secrets = transaction.objectStore('secrets').getAllKeys();
          transaction.oncomplete = () => {
            opening.result.close();
            resolve({ accounts: accounts.result.length, secrets: secrets.result });
          };
        };
      }),
  );

describe('connecting an account', () => {
  it("goes from the first run through the guide and TikTok's own window to the account card", async () => {
    await connect.page.getByRole('heading', { name: 'Welcome aboard' }).waitFor();
    expect(await connect.button('Connect TikTok').isDisabled()).toBe(true);
    expect(await connect.page.getByLabel('Redirect URI').inputValue()).toBe(
      `https://${ferry.id}.chromiumapp.org/`,
    );
    await connect.setUp();
    expect(await words(connect.step(2))).toContain('Done');
    expect(await words(connect.step(1))).toContain('To do');
    await authorize(await connect.signIn());
    await fern().waitFor();
    expect(await words(fern())).toContain('@fern.and.clay');
    expect(await words(fern())).toContain('post to your profile');
    expect(await words(fern())).toContain('in 2 hours');
    expect(await words(fern())).not.toContain('Ferry may not');
    await connect.page.getByText('Your TikTok app').click();
    await connect.page.getByText('TikTok knows this key').waitFor();
    for (const step of [1, 2, 3]) expect(await words(connect.step(step))).toContain('Done');
  });

  it('does all of it with the worker stopped between every two steps', async () => {
    await connect.page.getByRole('heading', { name: 'Welcome aboard' }).waitFor();
    await ferry.stopWorker();
    await connect.setUp();
    await ferry.stopWorker();
    const consent = await connect.signIn();
    await ferry.stopWorker();
    await authorize(consent);
    await fern().waitFor();
    await ferry.stopWorker();
    await connect.page.reload();
    await fern().waitFor();
    await ferry.stopWorker();
    await fern().getByRole('button', { name: 'Disconnect' }).click();
    await connect.page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
    await connect.page.getByText('Welcome aboard').waitFor();
    expect(sandbox.control.log.of('oauth.revoke')).toHaveLength(1);
  });

  it('goes on when the worker is stopped before TikTok has answered with the tokens', async () => {
    await connect.setUp();
    const consent = await connect.signIn();
    const hold = sandbox.control.hold({ endpoint: 'oauth.token' });
    await authorize(consent);
    await hold.held;
    await ferry.cutWorker();
    expect(await hold.ended).toBe('dropped');
    await fern().waitFor();
    expect(await kept()).toMatchObject({ accounts: 1 });
  });

  it('asks to begin again when the worker is stopped after the code was used and before the tokens came', async () => {
    await connect.setUp();
    const consent = await connect.signIn();
    const hold = sandbox.control.hold({ endpoint: 'oauth.token', moment: 'after' });
    await authorize(consent);
    await hold.held;
    await ferry.cutWorker();
    expect(await hold.ended).toBe('dropped');
    await connect.alert.waitFor();
    expect(await words(connect.alert)).toContain('interrupted before it was finished');
    expect(await kept()).toEqual({ accounts: 0, secrets: ['app'] });
    // TikTok remembers that the person has agreed, and asks no more.
    await connect.button('Connect TikTok').click();
    await fern().waitFor();
  });

  it('keeps the account when only the name cannot be read, and shows the name later', async () => {
    await connect.setUp();
    sandbox.control.addFault({ endpoint: 'user.info', answer: { kind: 'html' }, times: 1 });
    await authorize(await connect.signIn());
    await connect.page.getByRole('article').waitFor();
    await connect.page.reload();
    await fern().waitFor();
  });
});

describe('what can go wrong, each with its own sentence', () => {
  const ends = async (sentence: string) => {
    await connect.alert.waitFor();
    expect(await words(connect.alert)).toContain(sentence);
    expect(await kept()).toEqual({ accounts: 0, secrets: ['app'] });
  };

  it('the person says no', async () => {
    await connect.setUp();
    await (await connect.signIn()).getByRole('button', { name: 'Cancel' }).click();
    await ends('You said no on TikTok’s page');
    expect(await words(connect.step(3))).toContain('To do');
  });

  it('the person closes the window', async () => {
    await connect.setUp();
    await (await connect.signIn()).close();
    await ends('closed before TikTok answered');
    await authorize(await connect.signIn());
    await fern().waitFor();
  });

  it('the secret is wrong', async () => {
    await connect.enterKeys(demo.key, 'not-the-secret');
    await connect.alert.waitFor();
    expect(await words(connect.alert)).toContain('does not accept this client key and secret');
    expect(await words(connect.step(2))).toContain('Needs a look');
    await authorize(await connect.signIn());
    await expect
      .poll(async () => (await words(connect.step(3)))?.includes('does not accept this'))
      .toBe(true);
    expect(await kept()).toEqual({ accounts: 0, secrets: ['app'] });
  });

  it("the redirect address is not registered: TikTok's page leads nowhere, the person tells what it said", async () => {
    sandbox.control.app(demo.key).redirectUris = ['https://elsewhere.example/'];
    await connect.setUp();
    await connect.button('Connect TikTok').click();
    await ends('sign-in page did not open');
    const [dead] = await Promise.all([
      ferry.context.waitForEvent('page'),
      connect.page.getByText('Look at TikTok’s page in a tab').click(),
    ]);
    expect(await words(dead.locator('#error'))).toContain('redirect_uri');
    await connect.button('redirect_uri').click();
    await ends('TikTok does not know the address');
    await connect.step(1).getByText('Needs a look').waitFor();
  });

  it('the answer belongs to another sign-in', async () => {
    await connect.setUp();
    const consent = await connect.signIn();
    const forged = `https://${ferry.id}.chromiumapp.org/?code=theirs&scopes=user.info.basic&state=theirs`;
    await consent.evaluate((to) => location.assign(to), forged);
    await ends('may be an attack');
    expect(token().filter(({ body }) => JSON.stringify(body).includes('theirs'))).toEqual([]);
  });

  it('the account is not a target user of the sandbox app', async () => {
    sandbox.control.app(demo.key).targetOpenIds = [];
    await connect.setUp();
    await authorize(await connect.signIn());
    await ends('not one of its target users');
  });

  it('the app is still a draft', async () => {
    sandbox.control.app(demo.key).draft = true;
    await connect.setUp();
    await connect.button('Connect TikTok').click();
    await ends('still a draft');
    await connect.step(1).getByText('Needs a look').waitFor();
  });

  it("the client key is wrong: TikTok's page leads nowhere, the person tells what it said", async () => {
    await connect.enterKeys('sbawnobody');
    await connect.alert.waitFor();
    const dead = await connect.signIn();
    expect(await words(dead.locator('#error'))).toContain('client_key');
    await dead.close();
    await connect.page.getByText('closed before TikTok answered').waitFor();
    await connect.button('client_key').click();
    await connect.page.getByText('the client key is not the right one').waitFor();
  });

  it('the app may not ask for one of the scopes, and does without it', async () => {
    const app = sandbox.control.app(demo.key);
    app.scopes = app.scopes.filter((scope) => scope !== 'video.list');
    await connect.setUp();
    await connect.button('Connect TikTok').click();
    await ends('sign-in page did not open');
    await connect.button('scope').click();
    await ends('may not ask for one of the permissions');
    await connect.page.getByRole('checkbox', { name: 'video.list' }).click();
    await authorize(await connect.signIn());
    await fern().waitFor();
    expect(await words(fern())).not.toContain('Ferry may not');
  });

  it('TikTok is down', async () => {
    await connect.setUp();
    const consent = await connect.signIn();
    sandbox.control.addFault({ endpoint: 'oauth.token', answer: { kind: 'error', code: 'server_error' } });
    await authorize(consent);
    await ends('TikTok has a problem of its own');
  });

  it.each([
    ['html', 'not an answer from TikTok'],
    ['malformed', 'not an answer from TikTok'],
    ['wrong-types', 'not an answer from TikTok'],
    ['null-data', 'not an answer from TikTok'],
    ['huge', 'not an answer from TikTok'],
    ['close', 'could not reach'],
  ] as const)('the tokens arrive as %s', async (kind, sentence) => {
    await connect.setUp();
    const consent = await connect.signIn();
    sandbox.control.addFault({ endpoint: 'oauth.token', answer: { kind }, times: 9 });
    await authorize(consent);
    await ends(sentence);
  });

  it("the computer's clock is wrong", async () => {
    const date = new Date(Date.now() - 42 * 60_000).toUTCString();
    const body = JSON.stringify({ error: 'invalid_grant', error_description: 'Code is expired.' });
    sandbox.control.addFault({
      endpoint: 'oauth.token',
      answer: { kind: 'status', status: 400, headers: { date, 'content-type': 'application/json' }, body },
    });
    await connect.enterKeys();
    await connect.alert.waitFor();
    expect(await words(connect.alert)).toContain('42 minutes off');
    expect(await words(connect.step(2))).toContain('Done');
  });
});

describe('a token service in place of the secret', () => {
  const withService = async (address: string) => {
    await connect.page.getByLabel('Client key').fill(demo.key);
    await connect.page.getByText('On a token service').click();
    await connect.page.getByRole('textbox', { name: 'Token service' }).fill(address);
    await connect.button('Save and check').click();
  };

  it('connects without a secret anywhere in Ferry', async () => {
    await withService('https://token.ferry.example');
    await connect.page.getByText('The token service answers').waitFor();
    await authorize(await connect.signIn());
    await fern().waitFor();
    expect(token()).toEqual([]);
    const asked = sandbox.control.log.of('token-service.token');
    expect(asked.length).toBeGreaterThan(0);
    for (const { body } of asked) expect(body).not.toHaveProperty('client_secret');
  });

  it('says so when the service cannot be reached', async () => {
    await withService('https://nobody.ferry.example');
    await connect.alert.waitFor();
    expect(await words(connect.alert)).toContain('token service at nobody.ferry.example');
  });

  it('takes no address that is not https', async () => {
    await withService('http://token.ferry.example');
    await connect.page.getByText('has to be an address that begins with https://').waitFor();
    expect(sandbox.control.log.of('token-service.token')).toEqual([]);
  });
});
