import type { Page } from 'playwright-core';
import type { Ferry } from './harness/ferry.ts';
import type { Popup } from './harness/popup.ts';

/** The posting screen as a person meets it: a true toolbar click, and what stands on it. */
export interface ComposeScreen {
  popup: Popup;
  text(): Promise<string>;
  /** The words of the first element that matches; undefined where there is none. */
  words(selector: string): Promise<string | undefined>;
  count(selector: string): Promise<number>;
  attribute(selector: string, name: string): Promise<string | null>;
  isChecked(name: string): Promise<boolean>;
  isDisabled(selector: string): Promise<boolean>;
  tick(name: string): Promise<void>;
  choosePrivacy(value: string): Promise<void>;
  /** Whether Post may be pressed. */
  mayPost(): Promise<boolean>;
  post(): Promise<void>;
  until(words: string): Promise<void>;
}

export async function openCompose(ferry: Ferry, page: Page): Promise<ComposeScreen> {
  const popup = await ferry.clickToolbar(page);
  await popup.waitFor(() => document.querySelector('.post-bar') !== null);
  return screenOf(popup);
}

export function screenOf(popup: Popup): ComposeScreen {
  return {
    popup,
    text: () => popup.text(),
    words: (selector) =>
      popup
        .evaluate((wanted: string) => document.querySelector(wanted)?.textContent ?? '', selector)
        .then((words) => words || undefined),
    count: (selector) =>
      popup.evaluate((wanted: string) => document.querySelectorAll(wanted).length, selector),
    attribute: (selector, name) =>
      popup.evaluate(
        (wanted: string, attribute: string) =>
          document.querySelector(wanted)?.getAttribute(attribute) ?? null,
        selector,
        name,
      ),
    isChecked: (name) =>
      popup.evaluate(
        (wanted: string) => document.querySelector<HTMLInputElement>(`[name=${wanted}]`)?.checked === true,
        name,
      ),
    isDisabled: (selector) =>
      popup.evaluate(
        (wanted: string) => document.querySelector<HTMLInputElement>(wanted)?.disabled === true,
        selector,
      ),
    async tick(name) {
      await popup.click(`[name=${name}]:not(:disabled)`);
    },
    async choosePrivacy(value) {
      await popup.choose('[name=privacy]', value);
    },
    mayPost: () =>
      popup.evaluate(() => {
        const button = document.querySelector('.post-button');
        return button !== null && button.getAttribute('aria-disabled') !== 'true';
      }),
    async post() {
      await popup.waitFor(
        () => document.querySelector('.post-button')?.getAttribute('aria-disabled') !== 'true',
      );
      await popup.click('.post-button');
    },
    async until(words) {
      await popup.waitFor((wanted: string) => document.body.textContent?.includes(wanted), words);
    },
  };
}

/** The first photos of the page, each chosen. */
export async function choosePhotos({ popup, attribute }: ComposeScreen, count: number): Promise<void> {
  await popup.waitFor(() => document.querySelectorAll('.tile').length > 1);
  const photos = await popup.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.tile')]
      .filter((tile) => tile.textContent?.includes('Photo'))
      .map((tile) => tile.dataset.index ?? ''),
  );
  for (const index of photos.slice(0, count)) {
    const tile = `.tile[data-index="${index}"]`;
    if ((await attribute(tile, 'aria-selected')) !== 'true') await popup.click(tile);
  }
}
