import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { aboard, ask } from './aboard.ts';
import { type ComposeScreen, openCompose } from './compose-screen.ts';
import type { Ferry } from './harness/ferry.ts';

let sandbox: Sandbox;
let ferry: Ferry;

beforeAll(async () => {
  sandbox = await startSandbox();
  const joined = await aboard(sandbox);
  ferry = joined.ferry;
  await ferry.allowHost('https://cdn.shop.example/*');
  await ask(joined.page, 'settings.change', { ownHandles: ['shop.example'] });
});
afterAll(async () => {
  await ferry.close();
  await sandbox.close();
});

async function ready(): Promise<ComposeScreen> {
  const screen = await openCompose(ferry, await ferry.visit('https://shop.example/'));
  await screen.popup.waitFor(() => !document.querySelector<HTMLSelectElement>('[name=privacy]')?.disabled);
  return screen;
}

const inits = () =>
  ['video.init', 'inbox.init', 'content.init', 'upload'].flatMap((name) => [...sandbox.control.log.of(name)]);

describe("TikTok's audit, from the press to the profile", () => {
  it('20, 21, 22, 23, 24: what was written is sent, only after the press, and followed to its link', async () => {
    const before = sandbox.control.published.length;
    const { popup, choosePrivacy, tick, post, until } = await ready();
    const caption = 'Two glazes, one wave. #pottery @fern.and.clay';
    await popup.fill('.compose-text textarea', caption);
    await choosePrivacy('PUBLIC_TO_EVERYONE');
    await tick('allowComment');
    await tick('discloses');
    await tick('yourBrand');
    // 21: nothing reached TikTok that it could publish.
    expect(inits()).toEqual([]);
    await post();
    // 22
    await until('it may take a few minutes for the content to process and be visible on your profile');
    const [published] = (await sandbox.control.waitForPublished(before + 1)).slice(before);
    // 20: neither words nor bytes were added.
    expect(published?.postInfo.title).toBe(caption);
    const original = resolve(import.meta.dirname, '../fixtures/media/videos/turning-vase.mp4');
    expect(published?.uploadedBytes).toBe(statSync(original).size);
    // 24
    expect(published?.postInfo).toMatchObject({
      privacy_level: 'PUBLIC_TO_EVERYONE',
      disable_comment: false,
      disable_duet: true,
      disable_stitch: true,
      brand_organic_toggle: true,
      brand_content_toggle: false,
    });
    // 23
    await until('Posted');
    await until('Open on TikTok');
  });

  it('25: sending to the inbox says to open the notification in TikTok', async () => {
    const before = sandbox.control.published.length;
    const { popup, post, until, text } = await ready();
    await popup.click('text=Send to drafts');
    expect(await text()).toContain('Tap the notification in the app');
    await post();
    await sandbox.control.waitForPublished(before + 1);
    await until('Open TikTok on your phone and tap the notification in your inbox to finish and post.');
    expect(sandbox.control.published.at(-1)?.mode).toBe('inbox');
  });
});
