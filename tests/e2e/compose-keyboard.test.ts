import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { aboard, ask } from './aboard.ts';
import { openCompose } from './compose-screen.ts';
import type { Ferry } from './harness/ferry.ts';
import type { Popup } from './harness/popup.ts';

let sandbox: Sandbox;
let ferry: Ferry;

beforeAll(async () => {
  sandbox = await startSandbox();
  const joined = await aboard(sandbox);
  ferry = joined.ferry;
  for (const host of ['cdn.shop.example', 'shop.example']) await ferry.allowHost(`https://${host}/*`);
  await ask(joined.page, 'settings.change', {
    ownHandles: ['shop.example'],
    hashtagSets: [{ name: 'Kiln', tags: ['kilnfresh', 'glaze'] }],
  });
});
afterAll(async () => {
  await ferry.close();
  await sandbox.close();
});

/** Presses Tab until the focus is there, as somebody without a mouse does. */
async function tabTo(popup: Popup, selector: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await popup.press('Tab');
    const there = await popup.evaluate((wanted: string) => document.activeElement?.matches(wanted), selector);
    if (there) return;
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

describe('without a mouse', () => {
  it('a video is chosen, written about, shown to everyone and posted', async () => {
    const { popup, until } = await openCompose(ferry, await ferry.visit('https://shop.example/'));
    await popup.waitFor(() => !document.querySelector<HTMLSelectElement>('[name=privacy]')?.disabled);
    await tabTo(popup, '.tile');
    await popup.press('ArrowRight');
    expect(await popup.evaluate(() => document.activeElement?.getAttribute('data-index'))).toBe('1');
    await popup.press('ArrowLeft');
    await tabTo(popup, '.compose-text textarea');
    for (const letter of ['o', 'k']) await popup.press(letter);
    await tabTo(popup, '[name=privacy]');
    await popup.press('ArrowDown');
    await tabTo(popup, '[name=allowComment]');
    await popup.press(' ');
    await tabTo(popup, '.post-button');
    await popup.press('Enter');
    await sandbox.control.waitForPublished(1);
    expect(sandbox.control.published[0]?.postInfo).toMatchObject({
      privacy_level: 'PUBLIC_TO_EVERYONE',
      disable_comment: false,
    });
    expect(String(sandbox.control.published[0]?.postInfo.title)).toContain('ok');
    await until('Posted');
    expect(
      await popup.evaluate(() => document.querySelector('[role=status][aria-live=polite]')?.textContent),
    ).toBe('Posted');
    await popup.close();
  });

  it('hashtags and mentions are offered where they are begun: from the sets and from what was posted before', async () => {
    const first = await openCompose(ferry, await ferry.visit('https://shop.example/?tags'));
    await first.popup.fill('.compose-text textarea', 'Opened today #kilnday with @mara.wood');
    await first.choosePrivacy('PUBLIC_TO_EVERYONE');
    await first.post();
    await sandbox.control.waitForPublished(2);
    await first.popup.close();

    const { popup, until } = await openCompose(ferry, await ferry.visit('https://shop.example/?tags-again'));
    const caption = () =>
      popup.evaluate(() => document.querySelector<HTMLTextAreaElement>('.compose-text textarea')?.value);
    const type = async (text: string) => {
      for (const letter of text) await popup.press(letter);
    };
    const offered = () =>
      popup.evaluate(() => [...document.querySelectorAll('[role=option].tag')].map((tag) => tag.textContent));
    await popup.fill('.compose-text textarea', 'New');
    await type(' #ki');
    await popup.waitFor(() => document.querySelectorAll('.tag').length === 2);
    expect(await offered()).toEqual(['#kilnfresh', '#kilnday']);
    await until('2 suggestions. Arrow down to choose.');
    // Nothing is taken unasked: Escape closes the list, and only the list.
    await popup.press('Escape');
    await popup.waitFor(() => document.querySelectorAll('.tag').length === 0);
    expect(await popup.isOpen()).toBe(true);
    await type('l');
    await popup.waitFor(() => document.querySelectorAll('.tag').length === 2);
    await popup.press('ArrowDown');
    await popup.press('ArrowDown');
    expect(
      await popup.evaluate(
        () =>
          document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '')
            ?.textContent,
      ),
    ).toBe('#kilnday');
    await popup.press('Enter');
    expect(await caption()).toBe('New #kilnday ');
    await type('by @m');
    await popup.waitFor(() => document.querySelectorAll('.tag').length === 1);
    await popup.click('.tag');
    expect(await caption()).toBe('New #kilnday by @mara.wood ');
    await type('!');
    expect(await caption()).toBe('New #kilnday by @mara.wood !');
    await popup.close();
  });

  it('the focus can be seen wherever Tab leads', async () => {
    const { popup } = await openCompose(ferry, await ferry.visit('https://shop.example/?focus'));
    const unseen: string[] = [];
    for (let presses = 0; presses < 30; presses += 1) {
      await popup.press('Tab');
      const bare = await popup.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return undefined;
        const ringed = [element, element.closest('.caption-box'), element.closest('.segment')].some((box) => {
          const style = box ? getComputedStyle(box) : undefined;
          return style && style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1.5;
        });
        return ringed ? undefined : element.outerHTML.slice(0, 100);
      });
      if (bare) unseen.push(bare);
    }
    expect(unseen).toEqual([]);
    await popup.close();
  });
});
