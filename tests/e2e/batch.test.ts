import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Aboard, aboard, ask } from './aboard.ts';
import { choosePhotos, openCompose } from './compose-screen.ts';

const media = (path: string) => resolve(import.meta.dirname, '../fixtures/media', path);
const videos = ['watering.mp4', 'turning-vase.mp4', 'steam.webm'].map((name) => media(`videos/${name}`));
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

const namesOf = (tab: Page) => tab.locator('.batch-name').allTextContents();
const caption = (tab: Page, name: string) => tab.getByRole('textbox', { name: `Caption of ${name}` });

it('three videos become three posts with one press, each with its own words', async () => {
  const { ferry } = joined;
  const first = await ferry.open('compose.html');
  await first.locator('input[type=file]').setInputFiles(videos);
  await first.getByRole('heading', { name: '3 posts' }).waitFor();
  // In the person's own order: by keyboard, and by pointer.
  const grip = (name: string) => first.getByRole('button', { name: `Move ${name}: drag` });
  await grip('steam.webm').press('Alt+ArrowUp');
  await expect.poll(() => namesOf(first)).toEqual(['watering.mp4', 'steam.webm', 'turning-vase.mp4']);
  await expect.poll(() => grip('steam.webm').evaluate((own) => own === document.activeElement)).toBe(true);
  // Stills that come in late move the list: a hand that missed its place for that drags once more.
  const dragged = async () => {
    if ((await namesOf(first))[0] !== 'turning-vase.mp4') {
      await grip('turning-vase.mp4').dragTo(caption(first, 'watering.mp4'));
    }
    return namesOf(first);
  };
  await expect.poll(dragged, { timeout: 15_000 }).toEqual(['turning-vase.mp4', 'watering.mp4', 'steam.webm']);
  // Begun with the file's name, in the person's template.
  expect(await caption(first, 'turning-vase.mp4').inputValue()).toBe('turning vase');
  await caption(first, 'watering.mp4').fill('Water first');
  // Closed in the very moment of the last letter: nothing is lost.
  await caption(first, 'turning-vase.mp4').press('End');
  await first.keyboard.type(', slowly');
  await first.close();

  const tab = await ferry.open('compose.html');
  await tab.getByRole('heading', { name: '3 posts' }).waitFor();
  expect(await namesOf(tab)).toEqual(['turning-vase.mp4', 'watering.mp4', 'steam.webm']);
  expect(await caption(tab, 'watering.mp4').inputValue()).toBe('Water first');
  expect(await caption(tab, 'turning-vase.mp4').inputValue()).toBe('turning vase, slowly');

  // One that cannot go stops all, by its name.
  const post = tab.locator('.post-button');
  await tab.getByLabel('Who can see this post').selectOption('PUBLIC_TO_EVERYONE');
  await caption(tab, 'steam.webm').fill('x'.repeat(2_201));
  await tab.getByText('“steam.webm” cannot go yet').waitFor();
  expect(await post.getAttribute('aria-disabled')).toBe('true');
  await caption(tab, 'steam.webm').fill('Steam last');

  await tab.getByRole('button', { name: 'Post all 3' }).and(tab.locator(':not([aria-disabled])')).click();
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

it('a video and a photo that come together are two posts; one again, the other waits aside and comes back', async () => {
  const { ferry } = joined;
  const before = sandbox.control.published.length;
  const tab = await ferry.open('compose.html');
  await tab
    .locator('input[type=file]')
    .setInputFiles([media('videos/watering.mp4'), media('photos/vase-sage.jpg')]);
  await tab.getByRole('heading', { name: '2 posts' }).waitFor();
  await tab.getByRole('textbox', { name: 'Description of vase-sage.jpg' }).fill('Sage, alone');
  await caption(tab, 'watering.mp4').fill('Water, alone');

  await tab.getByRole('button', { name: 'Several posts' }).click();
  await tab.getByText('1 other post is set aside').waitFor();
  expect(await tab.getByRole('textbox', { name: 'Caption', exact: true }).inputValue()).toBe('Water, alone');
  // Neither closing the page nor time makes it go.
  await tab.reload();
  await tab.getByRole('button', { name: 'Bring back' }).click();
  const description = tab.getByRole('textbox', { name: 'Description of vase-sage.jpg' });
  expect(await description.inputValue()).toBe('Sage, alone');

  // A photo without a web space has one way: as a short film.
  await tab.getByRole('button', { name: 'Make a video of the photos' }).click();
  const first = tab.locator('.batch-entry').first();
  await first.getByText('Only for this one').click();
  await first.getByRole('slider', { name: 'Cover frame' }).fill('1.5');
  await first.getByLabel('Who can see watering.mp4').selectOption('SELF_ONLY');
  await tab.getByLabel('Who can see this post').selectOption('PUBLIC_TO_EVERYONE');
  await tab.getByRole('button', { name: 'Post all 2' }).and(tab.locator(':not([aria-disabled])')).click();
  await sandbox.control.waitForPublished(before + 2, 50_000);
  const sent = new Map(
    sandbox.control.published
      .slice(before)
      .map(({ kind, postInfo }) => [postInfo.title, { kind, ...postInfo }]),
  );
  expect(sent.get('Water, alone')).toMatchObject({
    kind: 'video',
    privacy_level: 'SELF_ONLY',
    video_cover_timestamp_ms: 1_500,
  });
  expect(sent.get('Sage, alone')).toMatchObject({
    kind: 'video',
    privacy_level: 'PUBLIC_TO_EVERYONE',
  });
  await tab.close();
});

it('one posted while others wait aside leaves those as the next draft', async () => {
  const { ferry } = joined;
  const before = sandbox.control.published.length;
  const tab = await ferry.open('compose.html');
  await tab.locator('input[type=file]').setInputFiles(videos.slice(0, 2));
  await tab.getByRole('heading', { name: '2 posts' }).waitFor();
  await caption(tab, 'turning-vase.mp4').fill('For tomorrow');
  await tab.getByRole('button', { name: 'Several posts' }).click();
  await tab.getByLabel('Who can see this post').selectOption('PUBLIC_TO_EVERYONE');
  await tab.locator('.post-button:not([aria-disabled])').click();
  await sandbox.control.waitForPublished(before + 1, 50_000);
  await tab.getByRole('button', { name: 'Post another' }).click();
  expect(await tab.getByRole('textbox', { name: 'Caption', exact: true }).inputValue()).toBe('For tomorrow');
  expect(sandbox.control.published).toHaveLength(before + 1);
  await tab.getByRole('button', { name: 'Remove turning-vase.mp4' }).click();
  await tab.close();
});

it('photos of a page become a post each, dropped and changed one by one', async () => {
  const { ferry, page } = joined;
  const before = sandbox.control.published.length;
  await ask(page, 'settings.change', {
    ownHandles: ['media.verified.example'],
    verifiedPrefixes: ['https://media.verified.example/'],
  });
  const screen = await openCompose(ferry, await ferry.visit('https://media.verified.example/shelf'));
  const { popup } = screen;
  await choosePhotos(screen, 3);
  await popup.click('text=Several posts');
  await screen.until('3 posts');
  await popup.fill('.batch-entry:nth-child(2) .batch-caption', 'The second shelf');
  await popup.fill('.batch-entry:nth-child(2) .batch-title', 'Second');
  await popup.click('.batch-entry:nth-child(1) .batch-remove');
  await screen.until('2 posts');
  // The keyboard goes on where the one that left stood.
  expect(
    await popup.evaluate(
      () => document.activeElement?.closest('.batch-entry')?.querySelector('textarea')?.value,
    ),
  ).toBe('Second');
  await screen.choosePrivacy('PUBLIC_TO_EVERYONE');
  await screen.post();
  await sandbox.control.waitForPublished(before + 2, 50_000);
  const sent = sandbox.control.published.slice(before);
  expect(sent.map(({ kind, files }) => [kind, files.length])).toEqual([
    ['photo', 1],
    ['photo', 1],
  ]);
  expect(sent.map(({ postInfo }) => postInfo.description)).toContain('The second shelf');
  expect(sent.map(({ postInfo }) => postInfo.title)).toContain('Second');
  await popup.close();
});

it('says before the press what TikTok will do with one draft too many, and then waits as it said', async () => {
  const { ferry } = joined;
  const before = sandbox.control.published.length;
  const five = [...videos, media('accepted/small.mov'), media('accepted/vp8.webm')];
  const tab = await ferry.open('compose.html');
  await tab.locator('input[type=file]').setInputFiles(five);
  await tab.getByRole('heading', { name: '5 posts' }).waitFor();
  await tab.getByText('Send to drafts').click();
  await tab.getByRole('button', { name: 'Send all 5 to TikTok drafts' }).click();
  // TikTok lets six begin a minute, and the tests above have used some of them.
  await sandbox.control.waitForPublished(before + 5, 150_000);
  await tab.close();

  const next = await ferry.open('compose.html');
  await next.locator('input[type=file]').setInputFiles(media('videos/watering.mp4'));
  await next.getByText('This is draft number 6 within 24 hours').waitFor();
  await next.locator('.post-button:not([aria-disabled])').click();
  await next.getByText('Too many drafts from Ferry are waiting in TikTok').first().waitFor();
  expect(sandbox.control.published).toHaveLength(before + 5);
  await next.close();
}, 200_000);
