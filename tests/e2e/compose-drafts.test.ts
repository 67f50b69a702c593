import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { aboard } from './aboard.ts';
import { openCompose } from './compose-screen.ts';
import type { Ferry } from './harness/ferry.ts';

let sandbox: Sandbox;
let ferry: Ferry;

beforeAll(async () => {
  sandbox = await startSandbox();
  ({ ferry } = await aboard(sandbox));
});
afterAll(async () => {
  await ferry.close();
  await sandbox.close();
});

/** Repeatable chance: the same instants every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

describe('a draft', () => {
  it('loses nothing, at whatever instant the popup is closed', async () => {
    const page = await ferry.visit('https://shop.example/?drafts');
    const random = chance(20_261_121);
    let expected = '';
    for (let round = 0; round < 12; round += 1) {
      const { popup } = await openCompose(ferry, page);
      const value = () =>
        popup.evaluate(() => {
          const field = document.querySelector<HTMLTextAreaElement>('.compose-text textarea');
          field?.focus();
          field?.setSelectionRange(field.value.length, field.value.length);
          return field?.value ?? '';
        });
      const restored = await value();
      if (round > 0) expect(restored).toBe(expected);
      const letters = 1 + Math.floor(random() * 9);
      for (let typed = 0; typed < letters; typed += 1) {
        await popup.press(String.fromCharCode(97 + Math.floor(random() * 26)));
      }
      expected = await value();
      expect(expected).toHaveLength(restored.length + letters);
      // Some rounds close in the very moment of the last letter, some a little later.
      if (random() > 0.6) await new Promise((resolve) => setTimeout(resolve, random() * 120));
      await popup.close();
    }
  });

  it('keeps every choice while the worker is stopped in between', async () => {
    const page = await ferry.visit('https://gallery.example/?drafts');
    const first = await openCompose(ferry, page);
    await first.popup.click('.tile[data-index="3"]');
    await first.popup.click('.tile[data-index="1"]');
    await first.popup.fill('.compose-text textarea', 'Out of the kiln');
    await first.popup.click('text=Send to drafts');
    await first.popup.close();
    await ferry.stopWorker();
    const { popup, count, words } = await openCompose(ferry, page);
    expect(await count('.tile[aria-selected=true]')).toBe(3);
    expect(await count('.order-photo')).toBe(3);
    expect(
      await popup.evaluate(
        () => document.querySelector<HTMLTextAreaElement>('.compose-text textarea')?.value,
      ),
    ).toBe('Out of the kiln');
    expect(await words('.post-button')).toBe('Send to TikTok drafts');
    await popup.close();
  });

  it('goes on in a tab of its own', async () => {
    const page = await ferry.visit('https://shop.example/?tab');
    const { popup } = await openCompose(ferry, page);
    await popup.fill('.compose-text textarea', 'More room, please');
    const opened = ferry.context.waitForEvent('page');
    await popup.click('text=Add files');
    const tab = await opened;
    await tab.getByRole('textbox', { name: 'Caption' }).waitFor();
    expect(await tab.getByRole('textbox', { name: 'Caption' }).inputValue()).toBe('More room, please');
    await tab.close();
  });

  it('of one page is not shown on another', async () => {
    const page = await ferry.visit('https://shop.example/?other');
    const { popup } = await openCompose(ferry, page);
    const caption = await popup.evaluate(
      () => document.querySelector<HTMLTextAreaElement>('.compose-text textarea')?.value,
    );
    expect(caption).toBe('Sage tide vase');
    await popup.close();
  });
});
