import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { demo } from './connect-page.ts';
import { type FirefoxFerry, launchFirefoxFerry } from './harness/firefox.ts';

/** The same journey in Firefox: its own redirect address, its own window, its event page that comes and goes. */
describe.skipIf(!process.env.FERRY_FIREFOX)('connecting in Firefox', () => {
  let sandbox: Sandbox;
  let firefox: FirefoxFerry;
  let settings: string;

  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());
  beforeEach(async () => {
    sandbox.control.reset();
    firefox = await launchFirefoxFerry(sandbox);
    await firstRun();
  });
  afterEach(() => firefox.close());

  const patiently = { timeout: 20_000 };
  const handles = async () => (await firefox.command('WebDriver:GetWindowHandles', {})) as string[];
  const switchTo = (handle: string) => firefox.command('WebDriver:SwitchToWindow', { handle });
  const words = () => firefox.run(() => document.body.textContent ?? '');
  const find = async (xpath: string) => {
    const found = await firefox.command('WebDriver:FindElement', { using: 'xpath', value: xpath });
    return { id: Object.values(Object(found))[0] };
  };
  const click = async (xpath: string) => firefox.command('WebDriver:ElementClick', await find(xpath));
  const type = async (xpath: string, text: string) =>
    firefox.command('WebDriver:ElementSendKeys', { ...(await find(xpath)), text });
  const says = (text: string) => expect.poll(words, patiently).toContain(text);

  /** The settings open by themselves. */
  async function firstRun(): Promise<void> {
    const isOpen = async () => {
      for (const handle of await handles()) {
        await switchTo(handle);
        settings = handle;
        const url = await firefox.command('WebDriver:GetCurrentURL', {});
        if (url === `${firefox.origin}/options.html`) return true;
      }
      return false;
    };
    await expect.poll(isOpen, patiently).toBe(true);
    await says('Welcome aboard');
    await type('//input[@maxlength=200]', demo.key);
    await type('//input[@type="password"]', demo.secret);
    await click('//button[@type="submit"]');
    await says('TikTok knows this key');
  }

  /** Presses a button that opens TikTok's page, and goes there. */
  async function signIn(button: string): Promise<void> {
    const before = await handles();
    await click(`//button[contains(., "${button}")]`);
    const opened = async () => (await handles()).find((handle) => !before.includes(handle));
    await expect.poll(opened, patiently).toBeDefined();
    await switchTo((await opened()) ?? '');
    await says('wants to use your TikTok account');
  }

  it('goes through the guide and the window to the account card, with the event page stopped in between', async () => {
    await firefox.stopBackground();
    await signIn('Connect TikTok');
    await firefox.stopBackground();
    await click('//button[@id="authorize"]');
    await switchTo(settings);
    await says('Fern & Clay is connected');
    await firefox.stopBackground();
    await firefox.command('WebDriver:Refresh', {});
    await says('@fern.and.clay');
  });

  it('signs in in a tab and reads the answer from its address', async () => {
    await allowLoopback(firefox);
    await click('//label[contains(., "In a tab")]');
    await expect
      .poll(() => firefox.run(() => document.querySelector<HTMLInputElement>('.copy-text input')?.value))
      .toBe('http://127.0.0.1:41951/callback/');
    await signIn('Connect TikTok');
    await firefox.stopBackground();
    await click('//button[@id="authorize"]');
    await expect.poll(async () => (await handles()).length, patiently).toBe(1);
    await switchTo(settings);
    await says('@fern.and.clay');
  });
});

/** What pressing "Allow" does, which a headless Firefox cannot. */
const allowLoopback = (firefox: FirefoxFerry) =>
  firefox.runInBrowser(async () => {
    const { ExtensionPermissions } = Reflect.get(globalThis, 'ChromeUtils').importESModule(
      'resource://gre/modules/ExtensionPermissions.sys.mjs',
    );
    const { id, extension } = Reflect.get(globalThis, 'WebExtensionPolicy').getByID('ferry@ferry.example');
    await ExtensionPermissions.add(id, { permissions: [], origins: ['http://127.0.0.1/*'] }, extension);
  });
