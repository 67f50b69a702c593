import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '../stage/open-stage.mjs';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage?.close());

async function on(state: string, work: (page: Page) => Promise<void>): Promise<void> {
  const { page, troubles, close } = await stage.open(state);
  await work(page);
  expect(troubles).toEqual([]);
  await close();
}

const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim();
  });

/** Presses Tab until what is wanted has the focus. */
async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      const label = element?.labels?.[0]?.textContent;
      return (element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '').trim();
    });
    if (wanted.test(name)) return;
    seen.push(name);
  }
  throw new Error(`never came to ${wanted}: ${seen.join(' | ')}`);
}

const sections = ['connect', 'numbers', 'videos', 'routes', 'preferences', 'business', 'data'];

describe('without a mouse', () => {
  it.each(sections)(
    'everything in #%s is come to, one after the other, and shows that it has the focus',
    async (section) => {
      await on(`options-${section}`, async (page) => {
        const wanted = await page.evaluate(() => {
          const all = [
            ...document.querySelectorAll<HTMLElement>(
              'a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [tabindex="0"]',
            ),
          ].filter(
            (element) =>
              element.checkVisibility() &&
              element.tabIndex >= 0 &&
              !element.matches('.visually-hidden, [type=radio]'),
          );
          all.forEach((element, at) => {
            element.dataset.stop = String(at);
          });
          return all.length;
        });
        const met = new Set<string>();
        const unseen: string[] = [];
        for (let presses = 0; presses < wanted + 30 && met.size < wanted; presses += 1) {
          await page.keyboard.press('Tab');
          const stop = await page.evaluate(() => {
            const element = document.activeElement as HTMLElement | null;
            if (!element || element === document.body) return undefined;
            const shown = [element, element.parentElement, element.nextElementSibling].some((one) => {
              const style = one && getComputedStyle(one);
              return style && style.outlineStyle !== 'none' && style.outlineWidth !== '0px';
            });
            return { stop: element.dataset.stop, shown, what: element.outerHTML.slice(0, 100) };
          });
          if (stop?.stop !== undefined) met.add(stop.stop);
          if (stop && !stop.shown) unseen.push(stop.what);
        }
        expect(met.size).toBe(wanted);
        expect(unseen).toEqual([]);
      });
    },
    60_000,
  );

  it('leaves a site alone, and looks at it again', async () => {
    await on('options-preferences-first', async (page) => {
      await tabTo(page, /^A site to leave alone/);
      await page.keyboard.type('bank.example');
      await page.keyboard.press('Enter');
      const site = page.getByRole('code').filter({ hasText: 'bank.example' });
      await site.waitFor();
      await page.keyboard.press('Shift+Tab');
      expect(await focused(page)).toBe('Switch on bank.example');
      await page.keyboard.press('Enter');
      await site.waitFor({ state: 'detached' });
    });
  });

  it('erases only after it was meant, and comes back to where it was when it was not', async () => {
    await on('options-data', async (page) => {
      await tabTo(page, /^Erase$/);
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect(await focused(page)).toBe('Erase');
      await page.keyboard.press('Enter');
      await tabTo(page, /^I want this/);
      await page.keyboard.press('Space');
      await tabTo(page, /^Erase$/);
      await page.keyboard.press('Enter');
      await page.getByRole('main').getByText('Mara Lindqvist was erased.').waitFor();
    });
  });

  it('reads the numbers as a table', async () => {
    await on('options-numbers', async (page) => {
      await tabTo(page, /^Table$/);
      await page.keyboard.press('Enter');
      await page.locator('.history-card table').waitFor();
      expect(await focused(page)).toBe('Plot');
    });
  });
});

describe('who wants less motion', () => {
  it.each(['options-numbers', 'options-connect-first', 'compose-video', 'progress-uploading'])(
    'sees nothing move on %s',
    async (state) => {
      // From the start: what had begun to move before would still be moving.
      const { page, close } = await stage.open(state, { reducedMotion: 'reduce' });
      const moving = await page.evaluate(() =>
        document
          .getAnimations()
          .filter((animation) => {
            const { duration, iterations } = animation.effect?.getComputedTiming() ?? {};
            return (
              animation.playState === 'running' &&
              (Number(duration) > 50 || iterations === Number.POSITIVE_INFINITY)
            );
          })
          .map((animation) => (animation as CSSAnimation).animationName ?? 'transition'),
      );
      await close();
      expect(moving).toEqual([]);
    },
  );
});
