import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { firefoxPage, patiently } from './firefox-page.ts';
import { type FirefoxFerry, launchFirefoxFerry } from './harness/firefox.ts';

/** The same journey in Firefox: its own redirect address, its own window, its event page that comes and goes. */
describe.skipIf(!process.env.FERRY_FIREFOX)('connecting in Firefox', () => {
  let sandbox: Sandbox;
  let firefox: FirefoxFerry;
  let settings: string;
  let page: ReturnType<typeof firefoxPage>;

  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());
  beforeEach(async () => {
    sandbox.control.reset();
    firefox = await launchFirefoxFerry(sandbox);
    page = firefoxPage(firefox);
    settings = await page.firstRun();
  });
  afterEach(() => firefox.close());

  it('goes through the guide and the window to the account card, with the event page stopped in between', async () => {
    await firefox.stopBackground();
    await page.signIn('Connect TikTok');
    await firefox.stopBackground();
    await page.click('//button[@id="authorize"]');
    await page.switchTo(settings);
    await page.says('Fern & Clay is connected');
    await firefox.stopBackground();
    await firefox.command('WebDriver:Refresh', {});
    await page.says('@fern.and.clay');
  });

  it('signs in in a tab and reads the answer from its address', async () => {
    await page.allow(['http://127.0.0.1/*']);
    await page.click('//label[contains(., "In a tab")]');
    await expect
      .poll(() => firefox.run(() => document.querySelector<HTMLInputElement>('.copy-text input')?.value))
      .toBe('http://127.0.0.1:41951/callback/');
    await page.signIn('Connect TikTok');
    await firefox.stopBackground();
    await page.click('//button[@id="authorize"]');
    await expect.poll(async () => (await page.handles()).length, patiently).toBe(1);
    await page.switchTo(settings);
    await page.says('@fern.and.clay');
  });
});
