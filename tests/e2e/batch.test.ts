import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Aboard, aboard } from './aboard.ts';

const videos = ['watering.mp4', 'turning-vase.mp4', 'steam.webm'].map((name) =>
  resolve(import.meta.dirname, '../fixtures/media/videos', name),
);
let sandbox: Sandbox;
let joined: Aboard;

beforeAll(async () => {
  sandbox = await startSandbox();
  joined = await aboard(sandbox);
});
afterAll(async () => {
  await joined?.ferry.close();
  await sandbox?.close();
});

const caption = (tab: Page, name: string) => tab.getByRole('textbox', { name: `Caption of ${name}` });

it('three videos become three posts with one press, each with its own words', async () => {
  const { ferry } = joined;
  const first = await ferry.open('compose.html');
  await first.locator('input[type=file]').setInputFiles(videos);
  await first.getByRole('heading', { name: '3 posts' }).waitFor();
  // Begun with the file's name, in the person's template.
  expect(await caption(first, 'turning-vase.mp4').inputValue()).toBe('turning vase');
  await caption(first, 'watering.mp4').fill('Water first');
  // Closed in the very moment of the last letter: nothing is lost.
  await caption(first, 'turning-vase.mp4').press('End');
  await first.keyboard.type(', slowly');
  await first.close();

  const tab = await ferry.open('compose.html');
  await tab.getByRole('heading', { name: '3 posts' }).waitFor();
  expect(await caption(tab, 'watering.mp4').inputValue()).toBe('Water first');
  expect(await caption(tab, 'turning-vase.mp4').inputValue()).toBe('turning vase, slowly');

  // One that cannot go stops all, by its name.
  const post = tab.locator('.post-button');
  await tab.getByLabel('Who can see this post').selectOption('PUBLIC_TO_EVERYONE');
  await caption(tab, 'steam.webm').fill('x'.repeat(2_201));
  await tab.getByText('“steam.webm” cannot go yet').waitFor();
  expect(await post.getAttribute('aria-disabled')).toBe('true');
  await caption(tab, 'steam.webm').fill('Steam last');

  await tab.getByRole('button', { name: 'Post 3 videos' }).and(tab.locator(':not([aria-disabled])')).click();
  await sandbox.control.waitForPublished(3, 50_000);
  await tab.getByRole('listitem').filter({ hasText: 'Steam last' }).getByText('Posted').waitFor();
  expect(await tab.getByRole('listitem').count()).toBe(3);
  expect(sandbox.control.published.map(({ postInfo }) => postInfo.title).sort()).toEqual([
    'Steam last',
    'Water first',
    'turning vase, slowly',
  ]);
  expect(sandbox.control.published.map(({ postInfo }) => postInfo.privacy_level)).toEqual(
    Array(3).fill('PUBLIC_TO_EVERYONE'),
  );
  // What was sent is not offered again.
  await tab.getByRole('tab', { name: 'Compose' }).click();
  await tab.locator('.post-bar').waitFor();
  expect(await tab.locator('.batch-entry').count()).toBe(0);
});
