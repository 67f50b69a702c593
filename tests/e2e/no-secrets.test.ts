import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO_SECRET } from '../sandbox/client.ts';
import { DEMO_BUSINESS_TOKEN } from '../sandbox/tiktok/business/advertisers.ts';
import { type Board, board } from './carry/board.ts';
import { clip, verifiedVideo, videoFromFile, videoFromUrl } from './carry/posts.ts';
import { openSection } from './insight-page.ts';

let at: Board;
let folder: string;
let log: string;
const bucketKeys = { accessKeyId: 'AKIAPLANTED00000001', secretAccessKey: 'planted/bucket+secret/0001' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ferry-console-'));
  log = join(folder, 'console.log');
  // What any page, worker or offscreen page says on its console, from the very first moment.
  at = await board({ args: ['--enable-logging', `--log-file=${log}`, '--log-level=0'] });
  at.sandbox.control.rules.processingMs = 200;
}, 60_000);
afterAll(async () => {
  await at?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Made up to ask TikTok what it thinks of a key: no secrets. */
const made = /^(?:0+|ferry-checks-the-key)$/;

const inForms = /^(client_secret|code|code_verifier|refresh_token|token)$/;

/** What was sent to one endpoint, or to any, and is nobody else's to read. */
function sentTo(wanted?: string): string[] {
  const requests = wanted === undefined ? at.sandbox.control.log.all() : at.sandbox.control.log.of(wanted);
  return requests.flatMap(({ headers, body, path }) => {
    const form = typeof body === 'object' && body !== null ? Object.entries(body) : [];
    const hidden = form.flatMap(([name, value]) =>
      inForms.test(name) && typeof value === 'string' ? [value] : [],
    );
    const uploadToken = new URL(path, 'https://x.example').searchParams.get('upload_token') ?? '';
    return [String(headers.authorization ?? '').replace(/^Bearer /, ''), ...hidden, uploadToken];
  });
}

/** Every secret that went over the line, and every one that was entered. */
function secrets(): string[] {
  const all = [...sentTo(), DEMO_SECRET, DEMO_BUSINESS_TOKEN, ...Object.values(bucketKeys)];
  return [...new Set(all)].filter((secret) => secret.length >= 8 && !made.test(secret));
}

function expectNone(where: string, text: string): void {
  for (const secret of secrets()) {
    for (const form of [secret, encodeURIComponent(secret), secret.slice(0, 14)]) {
      const found = text.indexOf(form);
      const around = found < 0 ? '' : text.slice(Math.max(0, found - 200), found + 100);
      expect(around, `${where}: ${form}`).toBe('');
    }
  }
}

const saved = async (page: Page, name: string) => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
};

/** A server that repeats what it was sent, in every way it can. */
const careless = () => {
  const said = (endpoint: string) => [...new Set(sentTo(endpoint))].join(' ');
  for (const endpoint of ['video.init', 'status', 'creator_info', 'user.info', 'video.list', 'oauth.token']) {
    for (const code of ['internal_error', 'invalid_params', 'never_heard_of']) {
      at.sandbox.control.addFault({ endpoint, answer: { kind: 'error', code, message: said(endpoint) } });
    }
  }
  const body = said('upload');
  at.sandbox.control.addFault({
    endpoint: 'upload',
    answer: { kind: 'status', status: 400, body },
    times: 9,
  });
};

it('after connecting, posting, failing and being told off, no secret is anywhere but where secrets are kept', async () => {
  const { sandbox, ferry } = at;
  const account = await at.connect('clay.secret');
  await at.ask('settings.change', { verifiedPrefixes: ['https://media.verified.example/'] });
  await at.ask('business.change', { token: DEMO_BUSINESS_TOKEN, advertiserId: '7100000000000000011' });
  const place = {
    endpoint: 'https://s3.bucket.example',
    region: 'auto',
    bucket: 'photos',
    prefix: '',
    publicBase: 'https://photos.verified.example/',
  };
  await at.ask('bucket.save', { place, keys: bucketKeys });
  await at.ask('bucket.try').catch(() => undefined);
  await ferry.allowHost('https://business-api.tiktok.com/*');
  await at.ask('business.terms', { termType: 'LeadAds', language: 'EN' }).catch(() => undefined);

  const send = async (...submissions: Parameters<Board['submit']>[0]) =>
    (await at.submit(submissions)).map(({ id }) => id);
  const [uploaded = ''] = await send(videoFromFile(account, 'uploaded', await at.stash(clip)));
  await at.until(uploaded, ['published']);
  const [pulled = ''] = await send(videoFromUrl(account, 'pulled', verifiedVideo));
  await at.until(pulled, ['published']);

  careless();
  const [refused = ''] = await send(videoFromFile(account, 'refused', await at.stash(clip)));
  await at.until(refused, ['failed', 'unknown'], 60_000);
  sandbox.control.clearFaults();
  careless();
  await at.ask('insights.profile', { accountId: account }).catch(() => undefined);
  await at.ask('insights.readNow', { accountId: account }).catch(() => undefined);
  await at.ask('accounts.check').catch(() => undefined);
  sandbox.control.clearFaults();
  // The tokens lapse: the next call refreshes them, and an answer to that goes wrong as well.
  sandbox.control.clock.advance(3 * 3_600_000);
  careless();
  await at.ask('creator.read', { accountId: account }).catch(() => undefined);
  sandbox.control.clearFaults();
  await at.ask('creator.read', { accountId: account });
  const [again = ''] = await send(videoFromFile(account, 'again', await at.stash(clip)));
  await at.until(again, ['published']);
  await ferry.stopWorker();
  await at.ask('posts.attend');

  const page = await openSection(ferry, 'data');
  await ferry.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy diagnostics' }).click();
  await page.getByText('See what was copied').click();
  const diagnostics = (await page.locator('.diagnostics pre').textContent()) ?? '';
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(diagnostics);
  const archive = await saved(page, 'Export everything');
  const sheet = await saved(page, 'Save for spreadsheets (CSV)');
  const json = await saved(page, 'Save as JSON');
  for (const section of ['connect', 'routes', 'business', 'preferences', 'numbers', 'videos']) {
    const seen = await openSection(ferry, section);
    await seen.waitForTimeout(400);
    expectNone(`the page #${section}`, await seen.content());
    await seen.close();
  }

  // What is looked at is there, or its silence would prove nothing.
  expect(secrets().length).toBeGreaterThan(9);
  expect(diagnostics).toMatch(/1 failed|1 unknown/);
  expect(diagnostics).toContain('log_id=');
  for (const text of [archive, sheet, json]) expect(text).toContain('uploaded');
  const [worker] = ferry.context.serviceWorkers();
  await worker?.evaluate(() => console.warn('the worker was heard'));
  await page.evaluate(() => console.warn('the page was heard'));
  const heard = () => readFile(log, 'utf8');
  await expect.poll(heard).toContain('the worker was heard');
  await expect.poll(heard).toContain('the page was heard');

  for (const [where, text] of Object.entries({ diagnostics, archive, sheet, json, console: await heard() }))
    expectNone(where, text);
  for (const text of [diagnostics, archive, sheet, json]) expect(text).not.toContain('sbawferrydemo0001');
  for (const [table, text] of Object.entries(await kept(page))) {
    if (table !== 'secrets') expectNone(table, text);
  }
  await page.close();
}, 180_000);

/** What is kept, table by table and area by area. */
async function kept(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const open = indexedDB.open('ferry');
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const found: Record<string, string> = {};
    for (const name of database.objectStoreNames) {
      found[name] = await new Promise<string>((resolve, reject) => {
        const asked = database.transaction(name).objectStore(name).getAll();
        asked.onsuccess = () => resolve(JSON.stringify(asked.result));
        asked.onerror = () => reject(asked.error);
      });
    }
    database.close();
    for (const area of ['local', 'sync', 'session'] as const)
      found[area] = JSON.stringify(await chrome.storage[area].get(null));
    return found;
  });
}
