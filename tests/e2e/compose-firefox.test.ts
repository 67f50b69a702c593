import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { firefoxPage, patiently } from './firefox-page.ts';
import { type FirefoxFerry, launchFirefoxFerry } from './harness/firefox.ts';

/** Marionette cannot reach into a toolbar popup: what is driven here is the tab that stands in for it. */
describe.skipIf(!process.env.FERRY_FIREFOX)('posting in Firefox', () => {
  let sandbox: Sandbox;
  let firefox: FirefoxFerry;

  beforeAll(async () => {
    sandbox = await startSandbox();
    // Until TikTok has audited an app, it posts to private accounts only.
    sandbox.control.user('fern.and.clay').private = true;
    firefox = await launchFirefoxFerry(sandbox);
  });
  afterAll(async () => {
    await firefox?.close();
    await sandbox?.close();
  });

  it('connects, looks at a shop’s page and posts its film, with the popup’s screen in a tab (?tab=) and the event page stopped in between', async () => {
    const page = firefoxPage(firefox);
    const own = await page.firstRun();
    await page.signIn('Connect TikTok');
    await page.click('//button[@id="authorize"]');
    await page.switchTo(own);
    await page.says('is connected');
    await page.allow(['https://shop.example/*', 'https://cdn.shop.example/*']);
    await page.ask('settings.change', { ownHandles: ['shop.example'] });

    const shop = (await firefox.command('WebDriver:NewWindow', { type: 'tab' })) as { handle: string };
    await page.switchTo(shop.handle);
    await firefox.visit('https://shop.example/');
    await page.switchTo(own);
    const tabId = await firefox.run(async () => {
      const tabs = await Reflect.get(globalThis, 'browser').tabs.query({ url: 'https://shop.example/*' });
      return Number(tabs[0]?.id);
    });
    await firefox.visit(`${firefox.origin}/compose.html?tab=${tabId}`);
    const caption = () =>
      firefox.run(() => document.querySelector<HTMLTextAreaElement>('.compose-text textarea')?.value);
    await expect.poll(caption, patiently).toContain('Sage tide vase');
    await page.type('//div[contains(@class, "compose-text")]//textarea', ', from Firefox');

    // Written words outlive the page itself, and then the event page that was told them.
    await firefox.command('WebDriver:Refresh', {});
    await expect.poll(caption, patiently).toContain(', from Firefox');
    await firefox.stopBackground();
    await firefox.command('WebDriver:Refresh', {});
    await expect.poll(caption, patiently).toContain(', from Firefox');

    const options = () => firefox.run(() => document.querySelectorAll('[name=privacy] option').length);
    await expect.poll(options, patiently).toBeGreaterThan(1);
    await page.click('//select[@name="privacy"]/option[@value="SELF_ONLY"]');
    const mayPost = () =>
      firefox.run(() => document.querySelector('.post-button')?.getAttribute('aria-disabled') !== 'true');
    await expect.poll(mayPost, patiently).toBe(true);
    await page.click('//button[contains(@class, "post-button")]');
    await sandbox.control.waitForPublished(1, 60_000);
    await page.says('Posted');
    expect(sandbox.control.published[0]).toMatchObject({
      kind: 'video',
      mode: 'direct',
      source: 'FILE_UPLOAD',
    });
    expect(sandbox.control.published[0]?.postInfo).toMatchObject({ privacy_level: 'SELF_ONLY' });
    expect(String(sandbox.control.published[0]?.postInfo.title)).toContain(', from Firefox');
  }, 120_000);
});
