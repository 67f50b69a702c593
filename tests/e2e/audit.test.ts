import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { aboard, ask } from './aboard.ts';
import { type ComposeScreen, openCompose } from './compose-screen.ts';
import type { Ferry } from './harness/ferry.ts';

/** TikTok's Direct Post audit, item by item, on the real screen of the shipped build. */
const handle = 'fern.and.clay';
const nickname = 'Fern & Clay';

let sandbox: Sandbox;
let ferry: Ferry;
let screen: ComposeScreen | undefined;
let pages = 0;

beforeAll(async () => {
  sandbox = await startSandbox();
  const joined = await aboard(sandbox);
  ferry = joined.ferry;
  await ferry.allowHost('https://cdn.shop.example/*');
  await ask(joined.page, 'settings.change', { ownHandles: ['shop.example', 'gallery.example'] });
});
afterAll(async () => {
  await ferry.close();
  await sandbox.close();
});
beforeEach(() => {
  sandbox.control.log.clear();
});
afterEach(async () => {
  await screen?.popup.close();
  for (const page of ferry.context.pages()) if (page.url().includes('.example/')) await page.close();
  sandbox.control.clearFaults();
  Object.assign(sandbox.control.user(handle), {
    commentDisabled: false,
    duetDisabled: false,
    stitchDisabled: false,
    maxDurationSeconds: 600,
  });
});

async function open(address = 'https://shop.example/'): Promise<ComposeScreen> {
  // A page of its own for each: what was begun on one is found there again.
  pages += 1;
  screen = await openCompose(ferry, await ferry.visit(`${address}?page=${pages}`));
  return screen;
}

/** Open, with TikTok's answer about the creator there. */
async function ready(address?: string): Promise<ComposeScreen> {
  const opened = await open(address);
  await opened.popup.waitFor(() => !document.querySelector<HTMLSelectElement>('[name=privacy]')?.disabled);
  return opened;
}

const inits = () =>
  ['video.init', 'inbox.init', 'content.init', 'upload'].flatMap((name) => [...sandbox.control.log.of(name)]);
describe("TikTok's audit", () => {
  it('1: every opening of the screen asks creator_info anew', async () => {
    const first = await ready();
    await first.popup.close();
    await ready();
    expect(sandbox.control.log.of('creator_info')).toHaveLength(2);
  });

  it('2: the nickname TikTok just gave is in sight', async () => {
    const { words } = await ready();
    expect(await words('[data-creator-nickname]')).toBe(nickname);
    expect(await words('.account-name')).toBe(nickname);
  });

  it('3: a creator who cannot post now is told to try again later, and Post is out of reach', async () => {
    sandbox.control.addFault({
      endpoint: 'creator_info',
      answer: { kind: 'error', code: 'spam_risk_too_many_posts' },
    });
    const { until, mayPost, count } = await open();
    await until('This account cannot post right now. Please try again later.');
    expect(await mayPost()).toBe(false);
    expect(await count('[role=alert]')).toBe(1);
  });

  it('4: a video longer than this creator may post is refused before any upload, with the limit', async () => {
    sandbox.control.user(handle).maxDurationSeconds = 5;
    const { choosePrivacy, until, mayPost } = await ready();
    await choosePrivacy('PUBLIC_TO_EVERYONE');
    await until('This account may post up to 0:05.');
    expect(await mayPost()).toBe(false);
    expect(inits()).toEqual([]);
  });

  it('5: the caption can be changed entirely, counted against 2200, and 90 and 4000 for photos', async () => {
    const { popup, words, until } = await ready();
    expect(await words('.caption-count')).toBe('14 / 2,200');
    await popup.fill('.compose-text textarea', '');
    expect(await words('.caption-count')).toBe('0 / 2,200');
    await popup.fill('.compose-text textarea', 'x'.repeat(2_201));
    await until('Shorten the caption by 1 character');
    await popup.close();
    const photos = await ready('https://gallery.example/');
    expect(await photos.text()).toMatch(/\/ 90[\s\S]*\/ 4,000/);
  });

  it('6: privacy is a list of exactly what TikTok returned, with nothing chosen, and Post waits for it', async () => {
    const { popup, choosePrivacy, mayPost, until } = await ready();
    const list = await popup.evaluate(() => {
      const select = document.querySelector<HTMLSelectElement>('select[name=privacy]');
      return [...(select?.options ?? [])].map(({ value, text, selected }) => ({ value, text, selected }));
    });
    expect(list).toEqual([
      { value: '', text: 'Choose…', selected: true },
      { value: 'PUBLIC_TO_EVERYONE', text: 'Everyone', selected: false },
      { value: 'MUTUAL_FOLLOW_FRIENDS', text: 'Friends', selected: false },
      { value: 'SELF_ONLY', text: 'Only me', selected: false },
    ]);
    await until('Choose who can see this post');
    expect(await mayPost()).toBe(false);
    await choosePrivacy('MUTUAL_FOLLOW_FRIENDS');
    expect(await popup.waitFor(() => !document.querySelector('.post-button[aria-disabled]'))).toBe(true);
  });

  it('7: comment, duet and stitch are all off at first', async () => {
    const { isChecked, text } = await ready();
    expect(await text()).toMatch(/Allow\s+Comment\s+Duet\s+Stitch/);
    for (const name of ['allowComment', 'allowDuet', 'allowStitch'])
      expect(await isChecked(name)).toBe(false);
  });

  it('8: each is greyed and out of reach when the creator turned it off in TikTok', async () => {
    Object.assign(sandbox.control.user(handle), { commentDisabled: true, stitchDisabled: true });
    const { isDisabled, until } = await ready();
    expect(await isDisabled('[name=allowComment]')).toBe(true);
    expect(await isDisabled('[name=allowDuet]')).toBe(false);
    expect(await isDisabled('[name=allowStitch]')).toBe(true);
    await until('you have turned this off in your TikTok settings');
  });

  it('9: photos offer comment only', async () => {
    const { count } = await ready('https://gallery.example/');
    expect(await count('[name=allowComment]')).toBe(1);
    expect(await count('[name=allowDuet], [name=allowStitch]')).toBe(0);
  });

  it('19: the preview shows what will be sent: a video that plays, photos in their order', async () => {
    const { popup } = await ready();
    await popup.click('.stage-open');
    await popup.waitFor(
      () => (document.querySelector<HTMLVideoElement>('.preview video')?.duration ?? 0) > 7,
    );
    await popup.close();

    const photos = await ready('https://gallery.example/');
    await photos.popup.click('.tile[data-index="2"]');
    await photos.popup.click('.stage-open');
    const shown = () =>
      photos.popup.waitFor(() => document.querySelector<HTMLImageElement>('.preview img')?.src);
    const first = await shown();
    await photos.popup.click('[aria-label="Next photo"]');
    const second = await photos.popup.waitFor((before: string) => {
      const { src } = document.querySelector<HTMLImageElement>('.preview img') ?? {};
      return src !== before && src;
    }, first);
    expect(new Set([first, second]).size).toBe(2);
  });

  it('26: no client secret is in what is shipped', () => {
    const build = resolve(import.meta.dirname, '../../.output/chrome-mv3');
    const files = readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(js|json|html)$/.test(name),
    );
    expect(files.length).toBeGreaterThan(5);
    for (const name of files) {
      expect(readFileSync(join(build, name), 'utf8'), name).not.toMatch(
        /client_secret["']?\s*[:=]\s*["'][^"']+["']/,
      );
    }
  });
});
