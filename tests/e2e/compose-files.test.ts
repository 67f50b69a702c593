import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { aboard } from './aboard.ts';
import type { Ferry } from './harness/ferry.ts';

const media = (path: string) => resolve(import.meta.dirname, '../fixtures/media', path);
let sandbox: Sandbox;
let ferry: Ferry;

beforeAll(async () => {
  sandbox = await startSandbox();
  ({ ferry } = await aboard(sandbox));
});
afterAll(async () => {
  await ferry?.close();
  await sandbox?.close();
});

/** Files dragged from the desktop and let go over the page, as the browser itself reports it. */
async function dropFiles(tab: Page, files: readonly string[]): Promise<void> {
  const session = await tab.context().newCDPSession(tab);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  const place = { x: 400, y: 300, data };
  await session.send('Input.dispatchDragEvent', { type: 'dragEnter', ...place });
  await session.send('Input.dispatchDragEvent', { type: 'dragOver', ...place });
  await tab.getByText('Drop to add').waitFor();
  await session.send('Input.dispatchDragEvent', { type: 'drop', ...place });
  await session.detach();
}

/** A picture copied elsewhere, and the true Ctrl+V. */
async function pastePicture(tab: Page, path: string): Promise<void> {
  const bytes = (await readFile(path)).toString('base64');
  await tab.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await tab.bringToFront();
  await tab.evaluate(async (data) => {
    const raw = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const picture = new Blob([raw], { type: 'image/png' });
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
  }, bytes);
  await tab.keyboard.press('Control+V');
}

const removeAll = async (tab: Page) => {
  const buttons = tab.getByRole('button', { name: /^Remove / });
  while ((await buttons.count()) > 0) await buttons.first().click();
};
const privacy = (tab: Page) => tab.getByLabel('Who can see this post');
const post = (tab: Page) => tab.locator('.post-button:not([aria-disabled])').click();

describe('files of the person’s own', () => {
  it('several photos from the picker line up as one post', async () => {
    const tab = await ferry.open('compose.html');
    await tab
      .locator('input[type=file]')
      .setInputFiles(['jar-moss', 'bowl-ink', 'plate-sky'].map((name) => media(`photos/${name}.jpg`)));
    await tab.locator('.order-photo').nth(2).waitFor();
    expect(await tab.locator('.own-file-name').allTextContents()).toEqual([
      'jar-moss.jpg',
      'bowl-ink.jpg',
      'plate-sky.jpg',
    ]);
    await removeAll(tab);
    await tab.close();
  });

  it('a picture is pasted, and more are dropped beside it', async () => {
    const tab = await ferry.open('compose.html');
    await tab.locator('.drop-invite').waitFor();
    await pastePicture(tab, media('photos/jar-rose.png'));
    await tab.locator('.own-file-name').first().waitFor();
    await dropFiles(tab, [media('photos/bowl-ink.jpg'), media('photos/plate-sky.jpg')]);
    await tab.locator('.order-photo').nth(2).waitFor();
    expect((await tab.locator('.own-file-name').allTextContents()).slice(1)).toEqual([
      'bowl-ink.jpg',
      'plate-sky.jpg',
    ]);
    await removeAll(tab);
    await tab.close();
  });

  it('videos and a photo dropped together are a post each', async () => {
    const tab = await ferry.open('compose.html');
    await tab.locator('.drop-invite').waitFor();
    await dropFiles(tab, [
      media('videos/watering.mp4'),
      media('photos/bowl-ink.jpg'),
      media('videos/steam.webm'),
    ]);
    await tab.getByRole('heading', { name: '3 posts' }).waitFor();
    expect(await tab.locator('.batch-name').allTextContents()).toEqual([
      'watering.mp4',
      'bowl-ink.jpg',
      'steam.webm',
    ]);
    for (let left = 3; left > 1; left -= 1)
      await tab
        .getByRole('button', { name: /^Remove / })
        .first()
        .click();
    await removeAll(tab);
    await tab.close();
  });

  it('what is no picture and no video is named, and the rest is taken', async () => {
    const tab = await ferry.open('compose.html');
    await tab.locator('.drop-invite').waitFor();
    await dropFiles(tab, [media('fit/make.mjs'), media('photos/bowl-ink.jpg')]);
    await tab.getByText('bowl-ink.jpg', { exact: true }).first().waitFor();
    await tab.locator('.notice').filter({ hasText: 'javascript' }).waitFor();
    await removeAll(tab);
    await tab.close();
  });
});

describe('what is chosen by looking', () => {
  it('a cover frame is found by moving along the video, and is what TikTok is told', async () => {
    const before = sandbox.control.published.length;
    const tab = await ferry.open('compose.html');
    await tab.locator('input[type=file]').setInputFiles(media('videos/turning-vase.mp4'));
    const slider = tab.getByRole('slider', { name: 'Cover frame' });
    await slider.fill('3');
    await slider.press('ArrowRight');
    await tab.getByText('Shown before your video plays: 0:03').waitFor();
    // The frame itself is in sight.
    await expect
      .poll(() => tab.locator('.cover-frame video').evaluate((video: HTMLVideoElement) => video.currentTime))
      .toBeCloseTo(3.1, 1);
    await privacy(tab).selectOption('PUBLIC_TO_EVERYONE');
    await post(tab);
    await sandbox.control.waitForPublished(before + 1, 50_000);
    expect(sandbox.control.published.at(-1)?.postInfo.video_cover_timestamp_ms).toBe(3_100);
    await tab.close();
  });

  it('a video that is too long for the account is cut with two sliders, and arrives cut', async () => {
    sandbox.control.user('fern.and.clay').maxDurationSeconds = 4;
    const before = sandbox.control.published.length;
    const tab = await ferry.open('compose.html');
    await tab.locator('input[type=file]').setInputFiles(media('videos/turning-vase.mp4'));
    await privacy(tab).selectOption('PUBLIC_TO_EVERYONE');
    await tab.getByText('It lasts 0:08. This account may post up to 0:04.').first().waitFor();
    expect(await tab.locator('.post-button').getAttribute('aria-disabled')).toBe('true');
    await tab.getByRole('button', { name: 'Cut it' }).click();
    await tab.getByRole('slider', { name: 'Begin at' }).fill('2');
    await tab.getByRole('slider', { name: 'End at' }).fill('5');
    await tab.getByText('0:03 of at most 0:04').waitFor();
    await post(tab);
    await sandbox.control.waitForPublished(before + 1, 50_000);
    const seconds = sandbox.control.published.at(-1)?.files[0]?.facts?.durationSeconds ?? 0;
    expect(seconds).toBeGreaterThan(2.5);
    expect(seconds).toBeLessThan(4);
    sandbox.control.user('fern.and.clay').maxDurationSeconds = 600;
    await tab.close();
  });

  it('photos become a film that lasts as long as was wished, or photos again', async () => {
    const before = sandbox.control.published.length;
    const tab = await ferry.open('compose.html');
    await tab
      .locator('input[type=file]')
      .setInputFiles([media('photos/bowl-ink.jpg'), media('photos/plate-sky.jpg')]);
    await tab.getByRole('button', { name: 'Make a video of the photos' }).click();
    await tab.getByText('Photos as a video, 0:06').waitFor();
    await tab.getByRole('button', { name: 'Post as photos instead' }).click();
    await tab.getByRole('button', { name: 'Make a video of the photos' }).click();
    await tab.getByRole('slider', { name: 'Each photo stays' }).fill('2');
    await tab.getByText('Fill the screen').click();
    await tab.getByRole('checkbox', { name: 'Fade from one to the next' }).uncheck();
    await tab.getByText('Photos as a video, 0:04').waitFor();
    await privacy(tab).selectOption('PUBLIC_TO_EVERYONE');
    await post(tab);
    await sandbox.control.waitForPublished(before + 1, 50_000);
    expect(sandbox.control.published.at(-1)?.files[0]?.facts?.durationSeconds).toBeCloseTo(4, 1);
    await tab.close();
  });
});
