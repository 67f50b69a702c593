import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { aboard, ask } from './aboard.ts';
import { openCompose } from './compose-screen.ts';
import type { Ferry } from './harness/ferry.ts';
import type { Popup } from './harness/popup.ts';

const video = resolve(import.meta.dirname, '../fixtures/media/videos/watering.mp4');
let sandbox: Sandbox;
let ferry: Ferry;

beforeAll(async () => {
  sandbox = await startSandbox();
  const joined = await aboard(sandbox);
  ferry = joined.ferry;
  await ask(joined.page, 'settings.change', { ownHandles: ['shop.example', 'gallery.example'] });
});
afterAll(async () => {
  await ferry.close();
  await sandbox.close();
});

const captionOf = (panel: Popup) =>
  panel.evaluate(() => document.querySelector<HTMLTextAreaElement>('.compose-text textarea')?.value);
const says = (panel: Popup, words: string) =>
  panel.waitFor((wanted: string) => document.body.textContent?.includes(wanted), words);

describe('the side panel', () => {
  it('goes from tab to tab with the person, waits while they write, and loses nothing', async () => {
    const shop = await ferry.visit('https://shop.example/?panel');
    const { popup } = await openCompose(ferry, shop);
    await popup.click('.account-button');
    const panel = await ferry.openPanel(() => popup.click('text=Keep beside the page'));
    await panel.waitFor(() => document.querySelector('.post-bar') !== null);
    expect(await captionOf(panel)).toContain('Sage tide vase');

    // Nothing is written yet: it follows by itself, to a page it was not let onto, and then was.
    const gallery = await ferry.visit('https://gallery.example/?panel');
    await gallery.bringToFront();
    await says(panel, 'Ferry has not looked at this page');
    await (await openCompose(ferry, gallery)).popup.close();
    await panel.waitFor(() => document.querySelectorAll('.tile').length > 4);
    expect(await captionOf(panel)).not.toContain('Sage tide vase');
    await shop.bringToFront();
    await panel.waitFor(() =>
      document.querySelector<HTMLTextAreaElement>('.compose-text textarea')?.value.includes('Sage'),
    );

    // In the middle of writing it stays, says so, and goes only when asked.
    await panel.fill('.compose-text textarea', 'Half a sentence');
    await gallery.bringToFront();
    await says(panel, 'You are on another page now');
    expect(await captionOf(panel)).toBe('Half a sentence');
    await panel.click('text=Show what is here');
    await panel.waitFor(
      () =>
        !document.body.textContent?.includes('another page now') &&
        document.querySelector<HTMLTextAreaElement>('.compose-text textarea')?.value !== 'Half a sentence',
    );
    await shop.bringToFront();
    await panel.waitFor(
      () =>
        document.querySelector<HTMLTextAreaElement>('.compose-text textarea')?.value === 'Half a sentence',
    );

    // Within a tab as well.
    await shop.goto('https://shop.example/?another-page');
    await panel.waitFor(
      () =>
        document.querySelector<HTMLTextAreaElement>('.compose-text textarea')?.value !== 'Half a sentence',
    );
    await shop.goto('https://shop.example/?panel');
    await panel.waitFor(
      () =>
        document.querySelector<HTMLTextAreaElement>('.compose-text textarea')?.value === 'Half a sentence',
    );
    await panel.close();
  });

  it('and the popup over one page are one draft: neither takes a word from the other', async () => {
    const shop = await ferry.visit('https://shop.example/?both');
    const opener = await openCompose(ferry, shop);
    await opener.popup.click('.account-button');
    const panel = await ferry.openPanel(() => opener.popup.click('text=Keep beside the page'));
    await panel.waitFor(() => document.querySelector('.post-bar') !== null);
    const { popup } = await openCompose(ferry, shop);
    const shows = (page: Popup, caption: string) =>
      page.waitFor(
        (wanted: string) =>
          document.querySelector<HTMLTextAreaElement>('.compose-text textarea')?.value === wanted,
        caption,
      );

    // Both began with what the page suggests; from the first letter on they go on with the same one.
    await popup.fill('.compose-text textarea', 'Written in the popup');
    await shows(panel, 'Written in the popup');
    await panel.choose('[name=privacy]', 'PUBLIC_TO_EVERYONE');
    await popup.waitFor(
      () => document.querySelector<HTMLSelectElement>('[name=privacy]')?.value === 'PUBLIC_TO_EVERYONE',
    );
    await popup.click('[name=allowComment]');
    await panel.fill('.compose-text textarea', 'Then in the panel');
    await shows(popup, 'Then in the panel');
    await popup.close();
    await panel.close();

    const { popup: again } = await openCompose(ferry, shop);
    await shows(again, 'Then in the panel');
    // As soon as TikTok has said what may be chosen.
    await again.waitFor(
      () =>
        document.querySelector<HTMLSelectElement>('[name=privacy]')?.value === 'PUBLIC_TO_EVERYONE' &&
        document.querySelector<HTMLInputElement>('[name=allowComment]')?.checked,
    );
    await again.close();
  });

  it('leaves no tab that is open on a draft with it, once it was sent', async () => {
    const [first, second] = [await ferry.open('compose.html'), await ferry.open('compose.html')];
    const caption = (page: typeof first) => page.getByRole('textbox', { name: 'Caption', exact: true });
    await caption(second).waitFor();
    await first.locator('input[type=file]').setInputFiles(video);
    await caption(first).fill('Sent from here');
    await expect.poll(() => caption(second).inputValue()).toBe('Sent from here');
    await second.getByText('Send to drafts').click();
    await first
      .getByRole('button', { name: 'Send to TikTok drafts' })
      .and(first.locator(':not([aria-disabled])'))
      .click();
    await sandbox.control.waitForPublished(1, 50_000);
    // Nothing is left there that could be sent a second time.
    await expect.poll(() => caption(second).inputValue()).toBe('');
    await first.close();
    await second.close();
  });
});
