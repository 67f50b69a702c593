import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headerLine, recordLine, sealed } from '../../lib/data/archive.ts';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { post } from '../unit/data/house.ts';
import { type Ferry, launchFerry } from './harness/ferry.ts';
import { accountIdOf, connectFern, historyFile, importFile, openSection } from './insight-page.ts';

let sandbox: Sandbox;
let ferry: Ferry;
let history: ReturnType<Sandbox['control']['giveHistory']>;

/** Two hundred videos, and four hundred days of which eleven in a row and two single ones were missed. */
const missed = [300, 301, 302, 303, 304, 305, 306, 307, 308, 309, 310, 380, 395];

beforeAll(async () => {
  sandbox = await startSandbox();
  history = sandbox.control.giveHistory('fern.and.clay');
  ferry = await launchFerry({ sandbox });
  await connectFern(ferry);
}, 90_000);
afterAll(async () => {
  await ferry?.close();
  await sandbox?.close();
});

const text = async (page: Page, name: string) => (await page.locator(name).textContent()) ?? '';
async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('an import', () => {
  it('of a damaged file is refused whole, with the reason', async () => {
    const page = await openSection(ferry, 'data');
    const whole = await historyFile(history, 'someone');
    await importFile(page, whole.slice(0, -300));
    await page.getByRole('alert').getByText('This file is damaged, so nothing was imported.').waitFor();
    await importFile(page, whole.replace('"version":1', '"version":9'));
    await page
      .getByRole('alert')
      .getByText(/made by a newer Ferry/)
      .waitFor();
    await importFile(page, 'hello');
    await page.getByRole('alert').getByText('This is not a file that Ferry exported.').waitFor();
    expect(await button(page, 'Import').count()).toBe(0);
    await page.close();
  });

  it('shows what a file brings, merges it, and brings nothing the second time', async () => {
    const connect = await openSection(ferry, 'connect');
    await connect.locator('[data-account]').first().waitFor();
    const file = await historyFile(history, await accountIdOf(connect), missed);
    await connect.close();

    const page = await openSection(ferry, 'data');
    await importFile(page, file);
    const days = page.getByRole('row', { name: /^Days of numbers/ });
    await days.waitFor();
    const [added = ''] = (await days.getByRole('cell').allTextContents()) ?? [];
    // Today may have been read already, at the sign-in.
    expect(Number(added)).toBeGreaterThanOrEqual(400 - missed.length - 1);
    await button(page, 'Import').click();
    await page.getByRole('main').getByText('Imported.').waitFor();
    await importFile(page, file);
    await page.getByText('Everything in this file is here already.').waitFor();
    await page.close();
  });
});

describe('posts of long ago', () => {
  it('come along, are told in the list of all posts, and are known again among the videos', async () => {
    const connect = await openSection(ferry, 'connect');
    await connect.locator('[data-account]').first().waitFor();
    const accountId = await accountIdOf(connect);
    await connect.close();
    const newest = history.days.at(-1)?.videos.at(-1)?.id ?? '';
    const published = post({ id: 'long-ago', accountId, videoIds: [newest] });
    const record = recordLine({ is: 'post', value: published, events: [] });

    const page = await openSection(ferry, 'data');
    await importFile(page, await sealed(headerLine(1, '0.1.0'), [record]));
    await button(page, 'Import').click();
    await page.getByRole('main').getByText('Imported.').waitFor();
    const sheet = await saved(page, () => button(page, 'Save for spreadsheets (CSV)').click());
    expect(sheet.content.toString()).toContain(`long-ago,1,v_pub_file~v2.1,'${newest},`);
    await page.close();

    const videos = await openSection(ferry, 'videos');
    await videos.getByLabel('Only those Ferry posted').check();
    await videos.getByText(/^1 of \d+ loaded videos$/).waitFor();
    expect(await videos.locator('.video-row .badge').allTextContents()).toEqual(['Ferry']);
    const [detail] = await Promise.all([
      ferry.context.waitForEvent('page'),
      videos.getByRole('link', { name: /^Posted with Ferry/ }).click(),
    ]);
    await detail.getByRole('heading', { name: 'Posted' }).waitFor();
    await detail.getByText('Glazing day').first().waitFor();
    await detail.close();
    await videos.close();

    const numbers = await openSection(ferry, 'numbers');
    await numbers.getByText('Your app may post publicly.').waitFor();
    await numbers.close();
  });
});

describe('the numbers', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openSection(ferry, 'numbers');
    await page.getByRole('heading', { name: 'Over time' }).waitFor();
  });
  afterAll(() => page.close());

  it('show the account as TikTok tells it', async () => {
    const tiles = page.locator('.stat-tile');
    await expect
      .poll(async () => (await tiles.allTextContents()).join(' '))
      .toMatch(/Followers\d.*Videos200/);
    await page.getByRole('link', { name: '@fern.and.clay' }).waitFor();
    expect(sandbox.control.log.of('user.info').length).toBeGreaterThan(0);
  });

  it('draw what was read, and say where nothing was', async () => {
    await page.getByText('90 days').click();
    const card = page.locator('.history-card');
    await card.getByRole('img', { name: /^Followers, [\d,]+, \+[\d,]+ in 8\d days$/ }).waitFor();
    await card.getByRole('button', { name: 'Table' }).click();
    const rows = card.locator('tbody tr');
    expect(await rows.count()).toBe(90);
    expect(
      (await rows.allTextContents()).filter((row) => row.endsWith('not read')).length,
    ).toBeGreaterThanOrEqual(2);
    await card.getByRole('button', { name: 'Plot' }).click();
  });

  it('are saved as a picture and as a spreadsheet', async () => {
    const card = page.locator('.history-card');
    await page.getByText('All', { exact: true }).click();
    const picture = await saved(page, () => card.getByRole('button', { name: 'PNG' }).click());
    expect(picture.name).toMatch(/^ferry-followers-.*\.png$/);
    expect(picture.content.subarray(1, 4).toString()).toBe('PNG');
    expect(picture.content.length).toBeGreaterThan(5_000);
    const sheet = await saved(page, () => card.getByRole('button', { name: 'CSV' }).click());
    const lines = sheet.content.toString().trim().split('\r\n');
    expect(lines.length).toBeGreaterThanOrEqual(400);
    expect(lines.filter((line) => line.endsWith(',')).length).toBeGreaterThanOrEqual(missed.length - 1);
  });

  it('set videos side by side from the day each was posted', async () => {
    const card = page.locator('.growth-card');
    await card.getByRole('img', { name: /^How videos took off: / }).waitFor();
    expect(await card.locator('.growth-legend li').count()).toBe(3);
    await card.getByText('3 videos').click();
    await card.getByRole('checkbox').nth(20).check();
    await expect.poll(() => card.locator('.growth-legend li').count()).toBe(4);
  });

  it('find the hours that did well before: evenings', async () => {
    const best = await page.locator('.best-list').textContent();
    expect(best).toMatch(/6 PM – 9 PM|9 PM – 12 AM/);
  });

  it('say what TikTok allows today', async () => {
    expect(await text(page, '.standing-card')).toMatch(/Posts in 24 hours0 of about 15/);
  });
});

describe('the videos', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openSection(ferry, 'videos');
    await page.locator('.video-row').first().waitFor();
  });
  afterAll(() => page.close());
  const titles = () => page.locator('.video-title').allTextContents();

  it('are all there, and only those in sight are in the page', async () => {
    await button(page, 'Load all')
      .click()
      .catch(() => {});
    await page.getByText('200 of 200 loaded videos').waitFor();
    expect(await page.locator('.video-row').count()).toBeLessThan(40);
  });

  it('show their covers, fetched from TikTok without telling where from', async () => {
    const cover = page.locator('.video-cover img').first();
    await expect
      .poll(() => cover.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
    expect(await cover.getAttribute('referrerpolicy')).toBe('no-referrer');
  });

  it('are sorted and searched', async () => {
    await page.getByLabel('Sort by').selectOption('views');
    const shown = await page
      .locator('.video-numbers dd:first-of-type')
      .evaluateAll((cells) =>
        cells
          .filter((_, at) => at % 4 === 0)
          .map((cell) => Number(cell.getAttribute('title')?.replaceAll(',', ''))),
      );
    expect(shown.length).toBeGreaterThan(3);
    expect(shown).toEqual(shown.toSorted((a, b) => b - a));
    await page.getByLabel('Search your videos').fill('KILN wrong');
    await expect.poll(titles).not.toHaveLength(0);
    expect((await titles()).every((title) => /kiln/i.test(title) && /wrong/i.test(title))).toBe(true);
    await page.getByLabel('Search your videos').fill('nothing of the kind');
    await page.getByText('No video matches').waitFor();
    await page.getByLabel('Search your videos').fill('');
  });
});

describe('the data', () => {
  it('leaves as a file without a secret, and comes back into another browser', async () => {
    const page = await openSection(ferry, 'data');
    const file = await saved(page, () => button(page, 'Export everything').click());
    const content = file.content.toString();
    expect(content.split('\n').length).toBeGreaterThan(1_000);
    for (const secret of ['act.', 'rft.', 'ferry-demo-secret']) expect(content).not.toContain(secret);
    await page.close();

    const other = await launchFerry({ sandbox });
    try {
      const there = await openSection(other, 'data');
      await importFile(there, content);
      await button(there, 'Import').click();
      await there.getByRole('main').getByText('Imported.').waitFor();
      const numbers = await openSection(other, 'numbers');
      await numbers.getByRole('img', { name: /^Followers, / }).waitFor();
    } finally {
      await other.close();
    }
  });

  it('diagnostics name nobody', async () => {
    const page = await openSection(ferry, 'data');
    await ferry.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await button(page, 'Copy diagnostics').click();
    await page.getByText('See what was copied').click();
    const said = await text(page, '.diagnostics pre');
    expect(said).toMatch(/^Ferry \d+\.\d+/);
    expect(said).not.toMatch(/fern|clay|act\.|rft\./i);
    await page.close();
  });

  it('is gone from this device once it is erased', async () => {
    const page = await openSection(ferry, 'data');
    await button(page, 'Erase everything').click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: 'Erase' }).isDisabled()).toBe(true);
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: 'Erase' }).click();
    await page.getByRole('main').getByText('Everything was erased.').waitFor();
    const numbers = await openSection(ferry, 'numbers');
    await numbers.getByText('No TikTok account yet').waitFor();
    await numbers.close();
    await page.close();
  });
});
