import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageFindings } from '../../lib/finder/finding.ts';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type FirefoxFerry, launchFirefoxFerry } from './harness/firefox.ts';

/** The injected files, and what comes back of them, in the other browser. */
describe.skipIf(!process.env.FERRY_FIREFOX)('looking at a page in Firefox', () => {
  let sandbox: Sandbox;
  let firefox: FirefoxFerry;

  beforeAll(async () => {
    sandbox = await startSandbox();
    firefox = await launchFirefoxFerry(sandbox);
  });
  afterAll(async () => {
    await firefox.close();
    await sandbox.close();
  });

  const handles = async () => (await firefox.command('WebDriver:GetWindowHandles', {})) as string[];

  /** As if the person had granted the site in Firefox's own settings. */
  const grant = (origin: string) =>
    firefox.runInBrowser(async (host) => {
      const services = Reflect.get(globalThis, 'ChromeUtils');
      const { ExtensionPermissions } = services.importESModule(
        'resource://gre/modules/ExtensionPermissions.sys.mjs',
      );
      const { extension } = Reflect.get(globalThis, 'WebExtensionPolicy').getByID('ferry@ferry.example');
      await ExtensionPermissions.add(extension.id, { permissions: [], origins: [host] }, extension);
    }, origin);

  async function look(url: string): Promise<PageFindings> {
    await grant(`${new URL(url).origin}/*`);
    const [own] = await handles();
    await firefox.command('WebDriver:SwitchToWindow', { handle: own });
    await firefox.visit(`${firefox.origin}/options.html`);
    const opened = (await firefox.command('WebDriver:NewWindow', { type: 'tab' })) as { handle: string };
    await firefox.command('WebDriver:SwitchToWindow', { handle: opened.handle });
    await firefox.visit(url);
    await firefox.command('WebDriver:SwitchToWindow', { handle: own });
    return firefox.run(async (address) => {
      const browser = Reflect.get(globalThis, 'browser');
      const tabs = await browser.tabs.query({});
      const tabId = tabs.find((tab: { url?: string | undefined }) => tab.url === address)?.id;
      const reply = await browser.runtime.sendMessage({
        ferry: 'ask',
        to: 'background',
        name: 'page.look',
        body: { tabId },
      });
      return reply.answer;
    }, url);
  }

  it('finds the film of a shop first', async () => {
    const found = await look('https://shop.example/');
    expect(found.findings[0]).toMatchObject({ kind: 'video', status: 'direct' });
    expect(found.material.title).toBe('Sage tide vase');
  }, 60_000);

  it('reads a site’s own data, and the page’s scripts where it must', async () => {
    expect((await look('https://www.instagram.com/p/DeFernVase1/')).findings.map(({ kind }) => kind)).toEqual(
      ['photo', 'video', 'photo'],
    );
    expect(await look('https://www.youtube.com/watch?v=kilnFilm001')).toMatchObject({
      videoId: 'kilnFilm001',
      material: { title: 'Throwing the tide vase' },
    });
  }, 60_000);
});
