import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Post } from '../../lib/posts/post.ts';
import type { RequestPredicate } from '../sandbox/control/log.ts';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Aboard, aboard, ask } from './aboard.ts';
import { verifiedVideo, videoFromUrl } from './carry/posts.ts';

let sandbox: Sandbox;
let joined: Aboard;
let tab: Page;

beforeAll(async () => {
  sandbox = await startSandbox();
  joined = await aboard(sandbox);
  await ask(joined.page, 'settings.change', { verifiedPrefixes: ['https://media.verified.example/'] });
  tab = await joined.ferry.open('compose.html');
  await tab.getByRole('tab', { name: 'Recent' }).click();
});
afterAll(async () => {
  await joined?.ferry.close();
  await sandbox?.close();
});

const row = (caption: string) => tab.getByRole('listitem').filter({ hasText: caption });
const submit = async (caption: string): Promise<string> => {
  const posts = [videoFromUrl(joined.accountId, caption, verifiedVideo)];
  const [post] = await ask<Post[]>(joined.page, 'posts.submit', { posts });
  return post?.id ?? '';
};

it('a row that failed is tried again from the list, by keyboard alone, and then opens on TikTok', async () => {
  sandbox.control.publications.failNext('internal');
  await submit('Try me again');
  const failed = row('Try me again');
  await failed.getByText('Did not go through').waitFor();
  // A row is a button and its action beside it: one Tab apart, neither inside the other.
  expect(await failed.locator('button button').count()).toBe(0);
  await failed.locator('.post-row').focus();
  await tab.keyboard.press('Tab');
  expect(await tab.evaluate(() => document.activeElement?.textContent)).toBe('Try again');
  const before = sandbox.control.published.length;
  await tab.keyboard.press('Enter');
  await sandbox.control.waitForPublished(before + 1, 40_000);
  await failed.getByText('Posted', { exact: true }).waitFor();
  const opened = joined.ferry.context.waitForEvent('page');
  await failed.getByRole('button', { name: 'Open', exact: true }).click({ timeout: 40_000 });
  expect((await opened).url()).toContain('tiktok.com');
  await (await opened).close();
  expect(sandbox.control.published).toHaveLength(before + 1);
});

it('a caption TikTok refused is changed from the list: everything is there but the audience', async () => {
  sandbox.control.publications.failNext('spam_risk_text');
  await submit('Buy buy buy');
  await row('Buy buy buy').getByRole('button', { name: 'Edit the caption' }).click({ timeout: 40_000 });
  const caption = tab.getByRole('textbox', { name: 'Caption' });
  await caption.waitFor();
  expect(await caption.inputValue()).toBe('Buy buy buy');
  await tab.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
  expect(await tab.getByLabel('Who can see this post').inputValue()).toBe('');
  await tab.getByRole('tab', { name: 'Recent' }).click();
});

it('a post on its way is stopped from the list', async () => {
  // TikTok's pull is held, so that there is something left to stop.
  const where: RequestPredicate = ({ headers }) => /TikTok/.test(headers['user-agent'] ?? '');
  const hold = sandbox.control.hold({ endpoint: 'media', where });
  await submit('Not this one');
  await hold.held;
  await row('Not this one').getByText('TikTok is processing it').waitFor();
  await row('Not this one').getByRole('button', { name: 'Cancel' }).click();
  await row('Not this one').getByText('Cancelled').waitFor({ timeout: 40_000 });
  hold.release();
  expect(sandbox.control.published.map(({ postInfo }) => postInfo.title)).not.toContain('Not this one');
  expect(await row('Not this one').locator('.row-action').count()).toBe(0);
});
