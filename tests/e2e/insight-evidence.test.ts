import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Post } from '../../lib/posts/post.ts';
import { type Board, board } from './carry/board.ts';
import { largeClip } from './carry/kill.ts';
import { shopVideo, videoFromUrl } from './carry/posts.ts';
import { openSection } from './insight-page.ts';

let at: Board;

beforeAll(async () => {
  at = await board();
  at.sandbox.control.addApp({
    clientKey: 'awunaudited01',
    clientSecret: 'unaudited-secret-01',
    audited: false,
  });
}, 60_000);
afterAll(() => at?.close());
beforeEach(() => {
  at.sandbox.control.clearFaults();
  at.sandbox.control.rules.processingMs = 500;
});

const publishedAs = (caption: string) =>
  at.sandbox.control.published.filter(({ postInfo }) => postInfo.title === caption);

describe('the verdict on the audit', () => {
  it('is not known before anything was posted, then follows what happened', async () => {
    const app = { key: 'awunaudited01', secret: 'unaudited-secret-01' };
    const accountId = await at.connect('clay.one', undefined, app);
    const page = await openSection(at.ferry, 'numbers');
    await page.getByText('Not known yet whether your app may post publicly.').waitFor();

    await at.until(await at.submitFile(accountId, 'refused'), ['failed']);
    expect(publishedAs('refused')).toHaveLength(0);
    await page.getByText('Your app is not audited by TikTok: every post stays private.').waitFor();
    await page.getByText(/set your account to private before you post/).waitFor();

    // The audit came through: what everybody can see is the proof of it.
    at.sandbox.control.app('awunaudited01').audited = true;
    await at.until(await at.submitFile(accountId, 'audited'), ['published']);
    await page.getByText('Your app may post publicly.').waitFor();
    await page.close();
  });
});

describe('the hosts that posts came from', () => {
  it('are offered as addresses to prove, tried, and then no more offered', async () => {
    const account = await at.connect('clay.hosts');
    await at.grant('https://cdn.shop.example/*');
    const [post] = await at.submit([videoFromUrl(account, 'from the shop', shopVideo)]);
    await at.until(post?.id ?? '', ['published']);
    const page = await openSection(at.ferry, 'routes');
    const offer = page.getByRole('button', { name: 'Add cdn.shop.example', exact: true });
    await offer.click();
    await page.getByText('cdn.shop.example', { exact: true }).waitFor();
    await offer.waitFor({ state: 'detached' });
    const { verifiedPrefixes } = await at.ask<{ verifiedPrefixes: string[] }>('settings.read');
    expect(verifiedPrefixes).toEqual(['cdn.shop.example']);
    await at.ask('settings.change', { verifiedPrefixes: [] });
    await page.close();
  });
});

describe('erasing an account', () => {
  const filesOf = async (accountId: string) => {
    const { posts } = await at.ask<{ posts: Post[] }>('posts.list', { limit: 50, accountId });
    return posts.flatMap(({ content }) =>
      content.media.flatMap(({ source }) => (source.from === 'stash' ? [source.key] : [])),
    );
  };

  const eraseOn = async (page: Page, name: string) => {
    await page.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: 'Erase' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: 'Erase' }).click();
    await page.getByRole('main').getByText(`${name} was erased.`).waitFor();
  };

  it('stops an upload, so that nothing of it is posted afterwards', async () => {
    const account = await at.connect('clay.two');
    const upload = at.sandbox.control.hold({ endpoint: 'upload', nth: 2 });
    const id = await at.submitFile(account, 'half way', await largeClip());
    await upload.held;
    await at.watch(id, 'uploading');
    const page = await openSection(at.ferry, 'data');
    await eraseOn(page, 'clay.two');
    expect(await page.getByText('TikTok already had').count()).toBe(0);
    upload.release();
    expect(await at.ask('posts.read', { id })).toBeNull();

    // Whatever wakes now finds nothing to go on with, and asks TikTok nothing more about it.
    const asked = at.sandbox.control.log.all().length;
    await at.ferry.stopWorker();
    await at.ask('posts.attend');
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const since = at.sandbox.control.log.all().slice(asked);
    expect(since.map(({ endpoint }) => endpoint).filter((name) => /init|upload|status/.test(name))).toEqual(
      [],
    );
    expect(publishedAs('half way')).toHaveLength(0);
    await page.close();
  });

  it('tells of a post that TikTok had whole, since nobody can stop that one', async () => {
    at.sandbox.control.rules.processingMs = 60_000;
    const account = await at.connect('clay.three');
    const id = await at.submitFile(account, 'there already');
    await at.watch(id, 'processing');
    const page = await openSection(at.ferry, 'data');
    await eraseOn(page, 'clay.three');
    await page.getByRole('main').getByText('TikTok already had 1 post that was on its way').waitFor();
    expect(await at.ask('posts.read', { id })).toBeNull();
    await page.close();
  });

  it('leaves no trace of it in what is kept, and another account as it was', async () => {
    const staying = await at.connect('clay.four');
    const going = await at.connect('clay.five');
    await at.ask('settings.change', { modes: { [going]: 'inbox', [staying]: 'inbox' } });
    await at.until(await at.submitFile(going, 'of five'), ['published']);
    await at.until(await at.submitFile(staying, 'of four'), ['published']);
    const ofFive = await filesOf(going);
    expect(ofFive).toHaveLength(1);
    const page = await openSection(at.ferry, 'data');
    expect(await files(page)).toEqual(expect.arrayContaining(ofFive));
    await eraseOn(page, 'clay.five');
    const kept = await everything(page);
    expect(kept).toContain(staying);
    expect(kept).toContain('of four');
    // The bytes of its posts too, but not those that another post names.
    expect(await files(page)).toEqual(expect.arrayContaining(await filesOf(staying)));
    for (const key of ofFive) expect(await files(page)).not.toContain(key);
    for (const gone of [going, 'of five', 'clay.five']) expect(kept).not.toContain(gone);
    await page.close();
  });
});

/** The keys of the files that wait. */
const files = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const open = indexedDB.open('ferry');
      open.onsuccess = () => resolve(open.result);
    });
    const keys = await new Promise<IDBValidKey[]>((resolve) => {
      const asked = database.transaction('stash').objectStore('stash').getAllKeys();
      asked.onsuccess = () => resolve(asked.result);
    });
    database.close();
    return keys.map(String);
  });

/** All that is kept anywhere, as text. */
async function everything(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const open = indexedDB.open('ferry');
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const all = (name: string, what: 'getAll' | 'getAllKeys') =>
      new Promise<unknown>((resolve, reject) => {
        const asked = database.transaction(name).objectStore(name)[what]();
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
    const found: unknown[] = [];
    for (const name of database.objectStoreNames) {
      found.push(name, await all(name, 'getAll'), await all(name, 'getAllKeys'));
    }
    database.close();
    for (const area of ['local', 'sync', 'session'] as const)
      found.push(await chrome.storage[area].get(null));
    return JSON.stringify(found);
  });
}
