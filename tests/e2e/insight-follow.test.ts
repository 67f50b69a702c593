import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { DEMO_BUSINESS_TOKEN } from '../sandbox/tiktok/business/advertisers.ts';
import { type Aboard, aboard, ask } from './aboard.ts';
import type { Ferry } from './harness/ferry.ts';
import { openSection } from './insight-page.ts';

let sandbox: Sandbox;
let joined: Aboard;
let ferry: Ferry;

beforeAll(async () => {
  sandbox = await startSandbox();
  sandbox.control.giveHistory('fern.and.clay', { days: 60 });
  joined = await aboard(sandbox);
  ferry = joined.ferry;
}, 90_000);
afterAll(async () => {
  await ferry?.close();
  await sandbox?.close();
});

describe('covers of videos', () => {
  const covers = (page: Page) =>
    page
      .locator('.video-cover')
      .evaluateAll((all) => all.map((cover) => cover.querySelector('img')?.naturalWidth ?? 0));

  it('are asked for anew once their addresses have lapsed, a whole page of them at a time', async () => {
    const first = await openSection(ferry, 'videos');
    await first.locator('.video-row').first().waitFor();
    await first.getByRole('button', { name: 'Load all' }).click();
    await first.getByText(/^(\d+) of \1 loaded videos$/).waitFor();
    await first.close();
    expect(sandbox.control.log.of('video.query')).toHaveLength(0);

    // TikTok gives addresses that hold for six hours: those kept since yesterday hold no more.
    sandbox.control.clock.advance(7 * 3_600_000);
    const page = await openSection(ferry, 'videos');
    await page.getByLabel('Sort by').selectOption('oldest');
    await expect.poll(async () => (await covers(page)).length).toBeGreaterThan(3);
    await expect.poll(async () => (await covers(page)).every((width) => width > 0)).toBe(true);
    const asked = sandbox.control.log.of('video.query');
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length).toBeLessThan(6);
    await page.close();
  });

  it('that TikTok no longer has leave a quiet place, and are not asked for again and again', async () => {
    const gone = sandbox.control.addFault({
      endpoint: 'picture',
      answer: { kind: 'status', status: 404 },
      times: 10_000,
    });
    const before = sandbox.control.log.of('video.query').length;
    const page = await openSection(ferry, 'videos');
    await page.locator('.video-row').first().waitFor();
    await expect.poll(() => sandbox.control.log.of('video.query').length).toBeGreaterThan(before);
    await page.waitForTimeout(1_500);
    const asked = sandbox.control.log.of('video.query').length;
    await page.waitForTimeout(1_500);
    expect(sandbox.control.log.of('video.query')).toHaveLength(asked);
    expect(await page.getByRole('alert').count()).toBe(0);
    gone.remove();
    await page.close();
  });
});

describe('settings that follow the person', () => {
  const synced = (): Promise<Record<string, unknown>> =>
    joined.page.evaluate(() => chrome.storage.sync.get(null));
  const follow = async (page: Page, on: boolean) => {
    const toggle = page.getByRole('switch', { name: /Settings follow me/i });
    if ((await toggle.isChecked()) !== on) await toggle.click();
  };

  it('stay here until they are asked to follow; then all of them go, and never a secret', async () => {
    await ask(joined.page, 'business.change', {
      token: DEMO_BUSINESS_TOKEN,
      advertiserId: '7100000000000000011',
    });
    const place = {
      endpoint: 'https://s3.bucket.example',
      region: 'auto',
      bucket: 'photos',
      prefix: '',
      publicBase: 'https://photos.verified.example/',
    };
    const keys = { accessKeyId: 'AKIAFERRYTEST0001', secretAccessKey: 'ferry/bucket/secret/0001' };
    await ask(joined.page, 'bucket.save', { place, keys });
    await ask(joined.page, 'settings.change', {
      captionTemplate: '{title} — mine',
      offSites: ['bank.example'],
    });
    expect(await synced()).toEqual({});

    const page = await openSection(ferry, 'preferences');
    await follow(page, true);
    await expect.poll(async () => (await synced())['settings.captionTemplate']).toBe('{title} — mine');
    await page.getByLabel('Template', { exact: true }).fill('{title} — ours');
    await expect.poll(async () => (await synced())['settings.captionTemplate']).toBe('{title} — ours');
    const all = await synced();
    expect(all['settings.offSites']).toEqual(['bank.example']);
    expect(Object.keys(all).every((key) => key.startsWith('settings.'))).toBe(true);
    // Which account posts here, and whether to follow, is this device's own matter.
    expect(Object.keys(all)).not.toContain('settings.currentAccountId');
    expect(Object.keys(all)).not.toContain('settings.sync');
    const text = JSON.stringify(all);
    for (const secret of [
      ...secretsSent(),
      ...Object.values(keys),
      DEMO_BUSINESS_TOKEN,
      'photos.verified.example',
    ])
      expect(text).not.toContain(secret);
    await page.close();
  });

  it('take over what another device decides, at once and on the open page', async () => {
    const page = await openSection(ferry, 'preferences');
    await joined.page.evaluate(() => chrome.storage.sync.set({ 'settings.theme': 'dark' }));
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    // What cannot be a setting is not taken, whoever wrote it there.
    await joined.page.evaluate(() =>
      chrome.storage.sync.set({
        'settings.theme': 'purple',
        'settings.offSites': [7],
        'settings.sync': false,
      }),
    );
    await joined.page.evaluate(() => chrome.storage.sync.set({ 'settings.captionTemplate': 'from afar' }));
    await expect.poll(() => page.getByLabel('Template', { exact: true }).inputValue()).toBe('from afar');
    const { theme, offSites, sync } = await ask<{ theme: string; offSites: string[]; sync: boolean }>(
      joined.page,
      'settings.read',
    );
    expect({ theme, offSites, sync }).toEqual({ theme: 'dark', offSites: ['bank.example'], sync: true });
    await page.close();
  });

  it('stay here again once they are told to', async () => {
    const page = await openSection(ferry, 'preferences');
    await follow(page, false);
    await expect
      .poll(async () => (await ask<{ sync: boolean }>(joined.page, 'settings.read')).sync)
      .toBe(false);
    await ask(joined.page, 'settings.change', { captionTemplate: 'only here' });
    expect((await synced())['settings.captionTemplate']).toBe('from afar');
    await joined.page.evaluate(() =>
      chrome.storage.sync.set({ 'settings.captionTemplate': 'from afar again' }),
    );
    await page.waitForTimeout(500);
    const { captionTemplate } = await ask<{ captionTemplate: string }>(joined.page, 'settings.read');
    expect(captionTemplate).toBe('only here');
    await page.close();
  });
});

/** Every secret that went over the line: tokens, the app's secret, codes and their proofs. */
function secretsSent(): string[] {
  return sandbox.control.log.all().flatMap(({ headers, body }) => {
    const token = String(headers.authorization ?? '').replace(/^Bearer /, '');
    const form = typeof body === 'object' && body !== null ? Object.entries(body) : [];
    const hidden = form.flatMap(([name, value]) =>
      /secret|code|token|verifier/.test(name) && typeof value === 'string' ? [value] : [],
    );
    return [token, ...hidden].filter((secret) => secret.length >= 8);
  });
}
