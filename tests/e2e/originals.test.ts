import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Aboard, aboard, ask } from './aboard.ts';
import { openCompose } from './compose-screen.ts';
import type { Ferry } from './harness/ferry.ts';

const film = resolve(import.meta.dirname, '../fixtures/media/videos/turning-vase.mp4');
const other = resolve(import.meta.dirname, '../fixtures/media/videos/watering.mp4');
const watched = 'https://www.youtube.com/watch?v=turningVase';
const caption = 'Turning a vase';

let sandbox: Sandbox;
let joined: Aboard;
let ferry: Ferry;

beforeAll(async () => {
  sandbox = await startSandbox();
  joined = await aboard(sandbox);
  ferry = joined.ferry;
});
afterAll(async () => {
  await ferry.close();
  await sandbox.close();
});
beforeEach(async () => {
  await ask(joined.page, 'settings.change', { modes: {} });
});

/** Points Ferry at a folder as the picker would, which no test can press: one of the browser's private folders. */
async function pointAt(page: Page, name: string, files: Record<string, string>): Promise<void> {
  const contents = await Promise.all(
    Object.entries(files).map(async ([file, path]) => ({ file, base64: await readFile(path, 'base64') })),
  );
  await page.evaluate(
    async ([folder, entries]) => {
      const root = await navigator.storage.getDirectory();
      const handle = await root.getDirectoryHandle(folder, { create: true });
      for (const { file, base64 } of entries) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const target = await (await handle.getFileHandle(file, { create: true })).createWritable();
        await target.write(bytes);
        await target.close();
      }
      const database = await new Promise<IDBDatabase>((done, fail) => {
        const opening = indexedDB.open('ferry');
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => fail(opening.error);
      });
      const writing = database.transaction('handles', 'readwrite');
      writing.objectStore('handles').put(handle, 'originals');
      await new Promise((done) => {
        writing.oncomplete = done;
      });
      database.close();
    },
    [name, contents] as const,
  );
}

async function forget(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open('ferry');
      opening.onsuccess = () => done(opening.result);
    });
    const writing = database.transaction('handles', 'readwrite');
    writing.objectStore('handles').delete('originals');
    await new Promise((done) => {
      writing.oncomplete = done;
    });
    database.close();
  });
}

const lastPost = () => sandbox.control.published.at(-1);
/** Which of the two films reached TikTok. */
async function isSent(path: string): Promise<boolean> {
  return lastPost()?.files[0]?.size === (await readFile(path)).length;
}

describe('a video that cannot be taken from its page', () => {
  it('is posted from the file its maker chooses, with the words of the page', async () => {
    const before = sandbox.control.published.length;
    const screen = await openCompose(ferry, await ferry.visit(watched));
    await screen.until('Your own file is better');
    expect(await screen.attribute('.original a', 'href')).toBe(
      'https://studio.youtube.com/video/turningVase/edit',
    );
    expect(await screen.mayPost()).toBe(false);
    const opened = ferry.context.waitForEvent('page');
    await screen.popup.click('text=Choose the file');
    const tab = await opened;
    await tab.getByText('Your own file is better').waitFor();
    await tab.locator('.original input[type=file]').setInputFiles(film);
    await tab.locator('.original-file').getByText('turning-vase.mp4').waitFor();
    expect(await tab.locator('.compose-text textarea').inputValue()).toContain(caption);
    await tab.locator('[name=privacy]').selectOption('PUBLIC_TO_EVERYONE');
    await tab.locator('.post-button:not([aria-disabled])').click();
    await sandbox.control.waitForPublished(before + 1, 30_000);
    expect(lastPost()).toMatchObject({ kind: 'video', source: 'FILE_UPLOAD' });
    expect(lastPost()?.postInfo.title).toContain(caption);
    expect(await isSent(film)).toBe(true);
    await tab.close();
  });

  it('is found in their folder by itself, and posted', async () => {
    const before = sandbox.control.published.length;
    await pointAt(joined.page, 'Exports', {
      'TurningVase_final_v2.mp4': film,
      'Turning a vase (rough).mp4': other,
    });
    const screen = await openCompose(ferry, await ferry.visit(`${watched}&t=1`));
    await screen.until('TurningVase_final_v2.mp4');
    await screen.until('from “Exports”');
    await screen.choosePrivacy('PUBLIC_TO_EVERYONE');
    await screen.post();
    await sandbox.control.waitForPublished(before + 1, 30_000);
    expect(lastPost()).toMatchObject({ kind: 'video', source: 'FILE_UPLOAD' });
    expect(lastPost()?.postInfo.title).toContain(caption);
    expect(await isSent(film)).toBe(true);
    await screen.popup.close();
  });

  it('is not taken from the folder again once they said “Not this one”, but at their press', async () => {
    const before = sandbox.control.published.length;
    await pointAt(joined.page, 'Takes', { 'Turning a vase.mp4': film });
    const page = await ferry.visit(`${watched}&t=2`);
    const first = await openCompose(ferry, page);
    await first.popup.waitFor(() => document.querySelector('.original-other') !== null);
    await first.popup.click('.original-other');
    await first.until('Is it one of these?');
    expect(await first.mayPost()).toBe(false);
    await first.popup.close();

    const again = await openCompose(ferry, page);
    await again.until('Is it one of these?');
    expect(await again.count('.original-file')).toBe(0);
    await again.popup.click('.original-row');
    await again.until('from “Takes”');
    await again.choosePrivacy('PUBLIC_TO_EVERYONE');
    await again.post();
    await sandbox.control.waitForPublished(before + 1, 30_000);
    expect(await isSent(film)).toBe(true);
    await again.popup.close();
  });

  it('is found in a folder they show in a tab, where the browser’s picker closes nothing', async () => {
    await forget(joined.page);
    const screen = await openCompose(ferry, await ferry.visit(`${watched}&t=5`));
    const opened = ferry.context.waitForEvent('page');
    await screen.popup.click('text=Show Ferry the folder');
    const tab = await opened;
    await tab.getByText('Your own file is better').waitFor();
    // Stands in for the browser's own window, and refuses as that does where no press is behind it.
    await tab.evaluate(() => {
      Reflect.set(globalThis, 'showDirectoryPicker', async () => {
        if (!navigator.userActivation.isActive) throw new DOMException('no press', 'SecurityError');
        return (await navigator.storage.getDirectory()).getDirectoryHandle('Takes');
      });
    });
    await tab.getByRole('button', { name: 'Show Ferry the folder' }).click();
    await tab.locator('.original-file').getByText('from “Takes”').waitFor();
    expect(await tab.locator('.compose-text textarea').inputValue()).toContain(caption);

    // Another day the browser wants to be asked again.
    await tab.addInitScript(() => {
      let answer = 'prompt';
      Object.assign(FileSystemHandle.prototype, {
        queryPermission: async () => answer,
        requestPermission: async () => {
          answer = navigator.userActivation.isActive ? 'granted' : 'denied';
          return answer;
        },
      });
    });
    await tab.locator('.original-other').click();
    await tab.getByText('Is it one of these?').waitFor();
    await tab.reload();
    await tab.getByRole('button', { name: 'Let Ferry look' }).click();
    await tab.getByText('Is it one of these?').waitFor();
    await tab.close();
  });

  it('keeps to the picker when nothing in the folder is like it', async () => {
    await pointAt(joined.page, 'Holidays', { 'beach.mp4': other });
    const screen = await openCompose(ferry, await ferry.visit(`${watched}&t=3`));
    await screen.until('Nothing in “Holidays” looks like this video.');
    expect(await screen.mayPost()).toBe(false);
    await screen.popup.close();
  });

  it('may have its folder forgotten in the preferences', async () => {
    await pointAt(joined.page, 'Holidays', {});
    const options = await ferry.open('options.html#preferences');
    await options.getByText('Holidays').waitFor();
    await options.getByRole('button', { name: 'Forget' }).click();
    await options.getByText('No folder yet.').waitFor();
    await options.close();
    const screen = await openCompose(ferry, await ferry.visit(`${watched}&t=4`));
    await screen.until('Show Ferry the folder');
    await screen.popup.close();
  });
});
