import { expect } from 'vitest';
import { demo } from './connect-page.ts';
import type { FirefoxFerry } from './harness/firefox.ts';

export const patiently = { timeout: 20_000 };

/** What a person sees and does in the tab in front of a Firefox. */
export function firefoxPage(firefox: FirefoxFerry) {
  const handles = async () => (await firefox.command('WebDriver:GetWindowHandles', {})) as string[];
  const switchTo = (handle: string) => firefox.command('WebDriver:SwitchToWindow', { handle });
  const words = () => firefox.run(() => document.body.textContent ?? '');
  const says = (text: string) => expect.poll(words, patiently).toContain(text);
  const find = async (xpath: string) => {
    const found = await firefox.command('WebDriver:FindElement', { using: 'xpath', value: xpath });
    return { id: Object.values(Object(found))[0] };
  };
  const click = async (xpath: string) => firefox.command('WebDriver:ElementClick', await find(xpath));
  const type = async (xpath: string, text: string) =>
    firefox.command('WebDriver:ElementSendKeys', { ...(await find(xpath)), text });

  return {
    handles,
    switchTo,
    words,
    says,
    find,
    click,
    type,
    /** The settings, which open by themselves, filled in as far as the key. Gives back their tab. */
    async firstRun(): Promise<string> {
      let settings = '';
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
      return settings;
    },
    /** Presses a button that opens TikTok's page, and goes there. */
    async signIn(button: string): Promise<void> {
      const before = await handles();
      await click(`//button[contains(., "${button}")]`);
      const opened = async () => (await handles()).find((handle) => !before.includes(handle));
      await expect.poll(opened, patiently).toBeDefined();
      await switchTo((await opened()) ?? '');
      await says('wants to use your TikTok account');
    },
    /** What pressing "Allow" does, which a headless Firefox cannot. */
    allow: (origins: readonly string[]) =>
      firefox.runInBrowser(async (hosts) => {
        const { ExtensionPermissions } = Reflect.get(globalThis, 'ChromeUtils').importESModule(
          'resource://gre/modules/ExtensionPermissions.sys.mjs',
        );
        const { id, extension } = Reflect.get(globalThis, 'WebExtensionPolicy').getByID(
          'ferry@ferry.example',
        );
        await ExtensionPermissions.add(id, { permissions: [], origins: hosts }, extension);
      }, origins),
    /** A question to the background, as one of Ferry's own pages asks it. */
    ask: (name: string, body?: unknown): Promise<unknown> =>
      firefox.run(
        async (question, content) => {
          const reply = await Reflect.get(globalThis, 'browser').runtime.sendMessage({
            ferry: 'ask',
            to: 'background',
            name: question,
            body: content,
          });
          if (!reply?.ok) throw new Error(`${question}: ${JSON.stringify(reply?.error)}`);
          return reply.answer ?? null;
        },
        name,
        body ?? null,
      ),
  };
}
