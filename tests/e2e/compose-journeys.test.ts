import { resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Aboard, aboard, ask } from './aboard.ts';
import { choosePhotos, openCompose } from './compose-screen.ts';
import type { Ferry } from './harness/ferry.ts';

let sandbox: Sandbox;
let joined: Aboard;
let ferry: Ferry;

beforeAll(async () => {
  sandbox = await startSandbox();
  joined = await aboard(sandbox);
  ferry = joined.ferry;
  for (const host of ['cdn.shop.example', 'gallery.example', 'shop.example']) {
    await ferry.allowHost(`https://${host}/*`);
  }
});
afterAll(async () => {
  await ferry.close();
  await sandbox.close();
});
beforeEach(() => {
  sandbox.control.clearFaults();
});

describe('from a page to TikTok', () => {
  it('asks once whose a page is, and remembers the answer', async () => {
    const page = await ferry.visit('https://shop.example/?rights');
    const first = await openCompose(ferry, page);
    await first.until('Is what shop.example shows yours to post?');
    expect(await first.mayPost()).toBe(false);
    await first.popup.click('text=It is mine');
    await first.until('Yours: shop.example');
    await first.popup.close();
    const again = await openCompose(ferry, await ferry.visit('https://shop.example/?rights-again'));
    await again.until('Yours: shop.example');
    await again.popup.close();
  });

  it('makes a film of three gallery photos, in the order and with the words chosen', async () => {
    const before = sandbox.control.published.length;
    await ask(joined.page, 'settings.change', { ownHandles: ['gallery.example', 'shop.example'] });
    const screen = await openCompose(ferry, await ferry.visit('https://gallery.example/'));
    const { popup } = screen;
    await popup.click('.tile[data-index="4"]');
    await popup.click('.tile[data-index="2"]');
    const names = () =>
      popup.evaluate(() =>
        [...document.querySelectorAll<HTMLImageElement>('.order-photo img')].map(({ src }) => src),
      );
    const [a, b, c] = await names();
    // By keyboard: the last photo to the front, then it is the cover.
    await popup.evaluate(() => document.querySelectorAll<HTMLElement>('.order-photo')[2]?.focus());
    await popup.press('ArrowLeft', ['Alt']);
    await popup.press('ArrowLeft', ['Alt']);
    expect(await names()).toEqual([c, a, b]);
    await popup.click('text=Make a video of the photos');
    await screen.until('Post as photos instead');
    await popup.fill('.compose-text textarea', 'Three of the kiln');
    await screen.choosePrivacy('PUBLIC_TO_EVERYONE');
    await screen.post();
    await sandbox.control.waitForPublished(before + 1, 50_000);
    expect(sandbox.control.published.at(-1)).toMatchObject({ kind: 'video', source: 'FILE_UPLOAD' });
    expect(sandbox.control.published.at(-1)?.postInfo.title).toBe('Three of the kiln');
    await popup.close();
  });

  it('hands photos on a proven address to TikTok as a carousel with order and cover', async () => {
    const before = sandbox.control.published.length;
    await ask(joined.page, 'settings.change', {
      ownHandles: ['media.verified.example'],
      verifiedPrefixes: ['https://media.verified.example/'],
    });
    const screen = await openCompose(ferry, await ferry.visit('https://media.verified.example/shelf'));
    const { popup } = screen;
    await choosePhotos(screen, 3);
    await popup.click('.order-row li:nth-child(2) .order-photo');
    await screen.choosePrivacy('PUBLIC_TO_EVERYONE');
    await screen.until('TikTok fetches it from media.verified.example');
    await screen.post();
    await sandbox.control.waitForPublished(before + 1);
    expect(sandbox.control.published.at(-1)).toMatchObject({
      kind: 'photo',
      source: 'PULL_FROM_URL',
      coverIndex: 1,
    });
    expect(sandbox.control.published.at(-1)?.files).toHaveLength(3);
    await popup.close();
  });

  it('carries a file from the computer to the TikTok inbox, in a tab', async () => {
    const before = sandbox.control.published.length;
    const tab = await ferry.open('compose.html');
    const video = resolve(import.meta.dirname, '../fixtures/media/videos/watering.mp4');
    await tab.locator('input[type=file]').setInputFiles(video);
    await tab.getByText('Send to drafts').click();
    await tab.getByRole('button', { name: 'Send to TikTok drafts' }).click();
    await sandbox.control.waitForPublished(before + 1);
    expect(sandbox.control.published.at(-1)?.mode).toBe('inbox');
    await tab.getByText('In your TikTok inbox').first().waitFor();
    await tab.close();
  });
});

describe('Recent', () => {
  it('shows why a post failed and sends it again', async () => {
    const before = sandbox.control.published.length;
    sandbox.control.publications.failNext('spam_risk_text');
    await ask(joined.page, 'settings.change', { ownHandles: ['shop.example'], modes: {} });
    const screen = await openCompose(ferry, await ferry.visit('https://shop.example/?retry'));
    const { popup } = screen;
    await popup.click('text=Post now');
    await screen.choosePrivacy('PUBLIC_TO_EVERYONE');
    await screen.post();
    await screen.until('Did not go through');
    await popup.click('text=See all posts');
    await popup.click('.post-row');
    await screen.until('What happened');
    await popup.click('text=Try again');
    await sandbox.control.waitForPublished(before + 1);
    await screen.until('Posted');
    expect(sandbox.control.published).toHaveLength(before + 1);
    await popup.close();
  });

  it('finds a post by its words and begins a new one from it', async () => {
    const screen = await openCompose(ferry, await ferry.visit('https://shop.example/?again'));
    const { popup } = screen;
    await popup.click('text=Recent');
    await popup.waitFor(() => document.querySelectorAll('.post-row').length > 1);
    await popup.fill('.recent-find input', 'kiln');
    await popup.waitFor(() => document.querySelectorAll('.post-row').length === 1);
    await popup.click('.post-row');
    await popup.click('text=Post again with these');
    await popup.waitFor(() => document.querySelector('.post-bar') !== null);
    const caption = await popup.evaluate(
      () => document.querySelector<HTMLTextAreaElement>('.compose-text textarea')?.value,
    );
    expect(caption).toBe('Three of the kiln');
    expect(await screen.mayPost()).toBe(false);
    await popup.close();
  });
});
