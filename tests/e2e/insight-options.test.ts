import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { DEMO_BUSINESS_TOKEN } from '../sandbox/tiktok/business/advertisers.ts';
import { ask } from './aboard.ts';
import { type Ferry, launchFerry } from './harness/ferry.ts';
import { connectFern, openSection } from './insight-page.ts';

let sandbox: Sandbox;
let ferry: Ferry;

beforeAll(async () => {
  sandbox = await startSandbox();
  ferry = await launchFerry({ sandbox, colorScheme: 'light' });
  await connectFern(ferry, ['user.info.stats', 'video.list']);
}, 90_000);
afterAll(async () => {
  await ferry?.close();
  await sandbox?.close();
});

describe('what was not allowed at sign-in', () => {
  it('is not asked for, and one button allows it', async () => {
    const page = await openSection(ferry, 'numbers');
    await page.getByText('Ferry may not see your followers and likes.').waitFor();
    const asked = sandbox.control.log.of('user.info').map((request) => JSON.stringify(request));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.some((url) => url.includes('follower_count'))).toBe(false);
    expect(sandbox.control.log.of('video.list')).toHaveLength(0);

    const [consent] = await Promise.all([
      ferry.context.waitForEvent('page'),
      page.getByRole('button', { name: 'Allow it' }).first().click(),
    ]);
    await consent.getByRole('button', { name: 'Authorize' }).click();
    await page.locator('.stat-tile').first().waitFor();
    await expect.poll(() => sandbox.control.log.of('video.list').length).toBeGreaterThan(0);
    await page.close();
  });
});

describe('preferences', () => {
  it('name what is the person’s own, on which site, and take it back', async () => {
    const page = await openSection(ferry, 'preferences');
    const own = async () => (await ask<{ ownHandles: string[] }>(page, 'settings.read')).ownHandles;
    await page.getByLabel('Your name there').fill('@Mara.Wood');
    await page.getByLabel('Site', { exact: true }).fill('https://www.instagram.com/mara.wood/');
    await page.keyboard.press('Enter');
    const kept = page.getByRole('listitem').filter({ hasText: '@mara.wood on instagram.com' });
    await kept.waitFor();
    await page.getByLabel('Site', { exact: true }).fill('shop.example');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect.poll(own).toEqual(['@mara.wood@instagram.com', 'shop.example']);
    // The guard goes by it.
    const shop = await ferry.visit('https://shop.example/?own');
    const popup = await ferry.clickToolbar(shop);
    await popup.waitFor(() => document.body.textContent?.includes('Yours: shop.example'));
    await popup.close();
    await page.bringToFront();
    await page.getByRole('button', { name: 'Remove shop.example, the whole site' }).click();
    await expect.poll(own).toEqual(['@mara.wood@instagram.com']);
    await kept.getByRole('button').click();
    await expect.poll(own).toEqual([]);
    await shop.close();
    await page.close();
  });

  it('are kept, and show at once', async () => {
    const page = await openSection(ferry, 'preferences');
    await page.getByText('Dark', { exact: true }).click();
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    await page.getByLabel('Template', { exact: true }).fill('{title} by {author}');
    await page.getByText('Sage vase, fresh from the kiln by @fern.and.clay').waitFor();
    await page.getByLabel('Name of the set').fill('Clay');
    await page.getByLabel('Hashtags', { exact: true }).fill('#pottery handmade');
    await page.getByRole('button', { name: 'Add the set' }).click();
    expect(await page.getByLabel('Clay', { exact: true }).inputValue()).toBe('#pottery #handmade');
    await page.getByLabel('Posts of Fern & Clay go').selectOption('inbox');
    await page.close();

    const again = await openSection(ferry, 'preferences');
    await expect.poll(() => again.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    expect(await again.getByLabel('Template', { exact: true }).inputValue()).toBe('{title} by {author}');
    expect(await again.getByLabel('Clay', { exact: true }).inputValue()).toBe('#pottery #handmade');
    expect(await again.getByLabel('Posts of Fern & Clay go').inputValue()).toBe('inbox');
    await again.close();
  });
});

describe('the Business look-ups', () => {
  it('are off until a token is there, then find categories, terms and occupied ads', async () => {
    await ferry.allowHost('https://business-api.tiktok.com/*');
    const page = await openSection(ferry, 'business');
    await page.getByText('For creators who advertise.').waitFor();
    expect(await page.getByRole('button', { name: 'Look up' }).count()).toBe(0);
    await page.getByLabel('Access token').fill(DEMO_BUSINESS_TOKEN);
    await page.getByLabel('Advertiser number').fill('7100000000000000011');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Token saved').waitFor();
    expect(await page.content()).not.toContain(DEMO_BUSINESS_TOKEN);

    const lookUp = page.getByRole('button', { name: 'Look up' });
    await lookUp.nth(0).click();
    await page.getByText(/^\d+ found$/).waitFor();
    expect(await page.locator('.business-list li').count()).toBeGreaterThan(0);
    await lookUp.nth(1).click();
    await page.getByText('These terms are confirmed.').waitFor();
    await page.getByLabel('Terms of').selectOption('LeadAds');
    await lookUp.nth(1).click();
    await page.getByText(/These terms are not confirmed yet/).waitFor();

    await page.getByLabel('Shop number').fill('7495000000000000001');
    await page.getByLabel('What the ads use').selectOption('SPU');
    await page.getByLabel('Its number or name').fill('7310000000000001');
    await lookUp.nth(2).click();
    await page.getByText('2 ads are taken.').waitFor();
    expect(await page.getByRole('cell', { name: '7391000000000000101' }).count()).toBe(1);
    await page.close();
  });

  it('say plainly when TikTok does not accept the token', async () => {
    const page = await openSection(ferry, 'business');
    await page.getByLabel('Access token').fill('wrong-token');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Look up' }).nth(0).click();
    const alert = page.getByRole('alert');
    await alert.getByText('TikTok does not accept this Business API token.').waitFor();
    expect(await alert.getByRole('link', { name: 'More about this' }).getAttribute('href')).toBe(
      '/help.html#business_token_rejected',
    );
    await page.close();
  });
});

describe('the help', () => {
  it('has a place for every message, and opens at the one that was asked for', async () => {
    const page = await ferry.open('help.html#business_token_rejected');
    const entry = page.locator('#business_token_rejected');
    await entry.waitFor();
    expect(await entry.evaluate((element) => element.getBoundingClientRect().top < innerHeight)).toBe(true);
    expect(await entry.getAttribute('data-asked')).toBe('true');
    expect(await page.locator('.help-entry').count()).toBeGreaterThan(60);
    expect(await page.content()).not.toMatch(/\{\w+\}/);
    await page.getByLabel('Search the messages').fill('damaged');
    await expect.poll(() => page.locator('.help-entry').count()).toBeLessThan(10);
    await page.close();
  });
});
