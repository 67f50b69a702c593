import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { aboard, ask } from './aboard.ts';
import { type ComposeScreen, openCompose } from './compose-screen.ts';
import type { Ferry } from './harness/ferry.ts';

let sandbox: Sandbox;
let ferry: Ferry;
let screen: ComposeScreen | undefined;
let pages = 0;

beforeAll(async () => {
  sandbox = await startSandbox();
  const joined = await aboard(sandbox);
  ferry = joined.ferry;
  await ask(joined.page, 'settings.change', { ownHandles: ['shop.example'] });
});
afterAll(async () => {
  await ferry.close();
  await sandbox.close();
});
afterEach(() => screen?.popup.close());

async function ready(): Promise<ComposeScreen> {
  // A page of its own for each: what was begun on one is found there again.
  pages += 1;
  screen = await openCompose(ferry, await ferry.visit(`https://shop.example/?page=${pages}`));
  await screen.popup.waitFor(() => !document.querySelector<HTMLSelectElement>('[name=privacy]')?.disabled);
  return screen;
}

const undisclosed = 'You need to indicate if your content promotes yourself, a third party, or both.';
const notPrivate = 'Branded content visibility cannot be set to private.';

describe("TikTok's audit of the disclosure", () => {
  it('10: the disclosure is off at first', async () => {
    const { isChecked, count } = await ready();
    expect(await isChecked('discloses')).toBe(false);
    expect(await count('[name=yourBrand], [name=brandedContent]')).toBe(0);
  });

  it('11: turned on, it offers Your brand and Branded content, both off, both to be chosen together', async () => {
    const { tick, isChecked, text } = await ready();
    await tick('discloses');
    expect(await text()).toMatch(/Your brand[\s\S]*Branded content/);
    expect(await isChecked('yourBrand')).toBe(false);
    expect(await isChecked('brandedContent')).toBe(false);
    await tick('yourBrand');
    await tick('brandedContent');
    expect([await isChecked('yourBrand'), await isChecked('brandedContent')]).toEqual([true, true]);
  });

  it('12: on with neither chosen, Post is out of reach and says why when the pointer is over it', async () => {
    const { tick, choosePrivacy, mayPost, attribute } = await ready();
    await choosePrivacy('PUBLIC_TO_EVERYONE');
    await tick('discloses');
    expect(await mayPost()).toBe(false);
    expect(await attribute('.post-button', 'title')).toBe(undisclosed);
  });

  it('13: Your brand alone is announced as promotional content', async () => {
    const { tick, until } = await ready();
    await tick('discloses');
    await tick('yourBrand');
    await until("Your video will be labeled as 'Promotional content'");
  });

  it('14: Branded content, alone or with Your brand, is announced as a paid partnership', async () => {
    const { tick, until } = await ready();
    await tick('discloses');
    await tick('brandedContent');
    await until("Your video will be labeled as 'Paid partnership'");
    await tick('yourBrand');
    await until("Your video will be labeled as 'Paid partnership'");
  });

  it('15: with Only me chosen first, Branded content is out of reach and says why', async () => {
    const { choosePrivacy, tick, isDisabled, until } = await ready();
    await choosePrivacy('SELF_ONLY');
    await tick('discloses');
    expect(await isDisabled('[name=brandedContent]')).toBe(true);
    expect(await isDisabled('[name=yourBrand]')).toBe(false);
    await until(notPrivate);
  });

  it('16: with Branded content chosen first, Only me is out of reach and says why', async () => {
    const { tick, isDisabled, attribute, until } = await ready();
    await tick('discloses');
    await tick('brandedContent');
    expect(await isDisabled('option[value=SELF_ONLY]')).toBe(true);
    expect(await attribute('option[value=SELF_ONLY]', 'title')).toBe(notPrivate);
    expect(await attribute('[name=privacy]', 'title')).toBe(notPrivate);
    await until(notPrivate);
  });

  it('17: the music consent stands right above Post, with its link', async () => {
    const { popup, tick } = await ready();
    const consent = () =>
      popup.evaluate(() => {
        const line = document.querySelector('.post-button')?.previousElementSibling;
        return {
          says: line?.textContent,
          links: [...(line?.querySelectorAll('a') ?? [])].map(({ href, text }) => ({ href, text })),
        };
      });
    const music = {
      says: "By posting, you agree to TikTok's Music Usage Confirmation",
      links: [
        {
          href: 'https://www.tiktok.com/legal/page/global/music-usage-confirmation/en',
          text: 'Music Usage Confirmation',
        },
      ],
    };
    expect(await consent()).toEqual(music);
    await tick('discloses');
    await tick('yourBrand');
    expect(await consent()).toEqual(music);
  });

  it('18: Branded content adds its policy to the consent, alone or with Your brand', async () => {
    const { popup, tick } = await ready();
    await tick('discloses');
    await tick('brandedContent');
    const both = () =>
      popup.evaluate(() => {
        const line = document.querySelector('.consent');
        return [line?.textContent, ...[...(line?.querySelectorAll('a') ?? [])].map(({ href }) => href)];
      });
    const expected = [
      "By posting, you agree to TikTok's Branded Content Policy and Music Usage Confirmation",
      'https://www.tiktok.com/legal/page/global/bc-policy/en',
      'https://www.tiktok.com/legal/page/global/music-usage-confirmation/en',
    ];
    expect(await both()).toEqual(expected);
    await tick('yourBrand');
    expect(await both()).toEqual(expected);
  });
});
