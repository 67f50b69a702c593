import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Aboard, aboard, ask } from './aboard.ts';
import type { Ferry } from './harness/ferry.ts';
import { openSection } from './insight-page.ts';

let sandbox: Sandbox;
let joined: Aboard;
let ferry: Ferry;

beforeAll(async () => {
  sandbox = await startSandbox();
  joined = await aboard(sandbox);
  ferry = joined.ferry;
}, 90_000);
afterAll(async () => {
  await ferry?.close();
  await sandbox?.close();
});

describe('a site where Ferry is switched off', () => {
  const offSites = async () => (await ask<{ offSites: string[] }>(joined.page, 'settings.read')).offSites;

  it('is switched off from the popup, is not looked at from then on, and is switched on again there', async () => {
    const page = await ferry.visit('https://shop.example/');
    const popup = await ferry.clickToolbar(page);
    await popup.waitFor(() => document.querySelectorAll('.tile').length > 3);
    await popup.click('.account-button');
    await popup.click('text=Switch off on shop.example');
    await popup.waitFor(() => document.body.textContent?.includes('Ferry is off on shop.example.'));
    expect(await popup.evaluate(() => document.querySelectorAll('.tile').length)).toBe(0);
    expect(await offSites()).toEqual(['shop.example']);
    await popup.close();

    const again = await ferry.clickToolbar(page);
    await again.waitFor(() => document.body.textContent?.includes('Ferry is off on shop.example.'));
    expect(await again.text()).toContain('Your own files can be posted');
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('ferry');
    await again.click('text=Switch on here');
    await again.waitFor(() => document.querySelectorAll('.tile').length > 3);
    expect(await offSites()).toEqual([]);
    await again.close();
    await page.close();
  });

  it('is listed in the settings, with a way to add one and a way back', async () => {
    const page = await openSection(ferry, 'preferences');
    await page.getByLabel('A site to leave alone').fill('https://www.gallery.example/spring');
    await page.keyboard.press('Enter');
    const switchOn = page.getByRole('button', { name: 'Switch on gallery.example' });
    await switchOn.waitFor();
    await expect.poll(offSites).toEqual(['gallery.example']);
    const gallery = await ferry.visit('https://gallery.example/');
    const popup = await ferry.clickToolbar(gallery);
    await popup.waitFor(() => document.body.textContent?.includes('Ferry is off on gallery.example.'));
    await popup.close();
    await page.bringToFront();
    await switchOn.click();
    await expect.poll(offSites).toEqual([]);
    await page.close();
  });
});

describe('the language the person chose', () => {
  /** What the background tells the browser to show, from now on. */
  async function listen() {
    const [worker] = ferry.context.serviceWorkers();
    if (!worker) throw new Error('the worker sleeps');
    await worker.evaluate(() => {
      const shown: string[] = [];
      Reflect.set(globalThis, 'shown', shown);
      for (const [area, verb] of [
        ['contextMenus', 'update'],
        ['notifications', 'create'],
      ] as const) {
        const api = Reflect.get(Reflect.get(globalThis, 'chrome'), area);
        const real = Reflect.get(api, verb);
        Reflect.set(api, verb, (id: string, said: { title: string }) => {
          shown.push(said.title);
          return Reflect.apply(real, api, [id, said]);
        });
      }
    });
    return () => worker.evaluate((): string[] => Reflect.get(globalThis, 'shown'));
  }

  it('is spoken by the entry of the context menu and by notices about an account', async () => {
    await ask(joined.page, 'settings.read');
    const shown = await listen();
    await ask(joined.page, 'settings.change', { language: 'de' });
    await expect.poll(shown).toEqual(['Auf TikTok posten…']);
    await ask(joined.page, 'settings.change', { theme: 'dark' });
    await ask(joined.page, 'settings.change', { language: 'ja' });
    await expect.poll(shown).toHaveLength(2);
    const [, inJapanese] = await shown();
    expect(inJapanese).toMatch(/[ぁ-んァ-ヶ]/);

    sandbox.control.removeAccess('fern.and.clay');
    await ask(joined.page, 'creator.read', { accountId: joined.accountId }).catch(() => undefined);
    await expect.poll(shown).toHaveLength(3);
    expect((await shown())[2]).toMatch(/Fern & Clay.*[ぁ-んァ-ヶ一-龠]/);
  });
});
