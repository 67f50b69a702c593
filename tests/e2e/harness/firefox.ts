import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Marionette, startFirefox } from './marionette.ts';
import { startProxy } from './proxy.ts';

const extension = resolve(import.meta.dirname, '../../../.output/firefox-mv3');
const addonId = 'ferry@ferry.example';
/** Firefox gives each install a random address; a test wants to know it beforehand. */
const uuid = '11111111-2222-4333-8444-555555555555';

export interface FirefoxFerry extends Marionette {
  readonly origin: string;
  visit(url: string): Promise<void>;
  /** A true toolbar click. Resolves with what reads and clicks inside the open popup. */
  clickToolbar(): Promise<void>;
  /** Ends the event page as Firefox does when it is idle. */
  stopBackground(): Promise<void>;
}

/** The shipped Firefox build in a real Firefox. */
export async function launchFirefoxFerry(sandbox: { portOf(host: string): number }): Promise<FirefoxFerry> {
  if (!existsSync(join(extension, 'manifest.json')))
    throw new Error('no build to test: run `npm run build:firefox`');
  const proxy = await startProxy(sandbox.portOf);
  const firefox = await startFirefox({
    'extensions.webextensions.uuids': JSON.stringify({ [addonId]: uuid }),
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxy.port,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxy.port,
    'network.proxy.no_proxies_on': '',
  });
  await firefox.command('Addon:Install', { path: extension, temporary: true });
  return {
    ...firefox,
    origin: `moz-extension://${uuid}`,
    async visit(url) {
      await firefox.command('WebDriver:Navigate', { url });
    },
    async clickToolbar() {
      await firefox.runInBrowser((id) => {
        const areas = Reflect.get(globalThis, 'CustomizableUI');
        areas.addWidgetToArea(`${id}-browser-action`, 'nav-bar');
      }, widgetId(addonId));
      await firefox.command('Marionette:SetContext', { value: 'chrome' });
      try {
        const button = await firefox.command('WebDriver:FindElement', {
          using: 'css selector',
          value: `#${widgetId(addonId)}-BAP`,
        });
        const id = Object.values(button as Record<string, string>)[0];
        await firefox.command('WebDriver:ElementClick', { id });
      } finally {
        await firefox.command('Marionette:SetContext', { value: 'content' });
      }
    },
    async stopBackground() {
      await firefox.runInBrowser((id) => {
        const policy = Reflect.get(globalThis, 'WebExtensionPolicy').getByID(id);
        return policy.extension.terminateBackground();
      }, addonId);
    },
    async close() {
      await firefox.close();
      proxy.close();
    },
  };
}

const widgetId = (id: string) => id.toLowerCase().replace(/[^a-z0-9_-]/g, '_');
