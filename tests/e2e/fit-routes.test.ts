import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../sandbox/control/faults.ts';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Ferry, launchFerry } from './harness/ferry.ts';

let sandbox: Sandbox;
let ferry: Ferry;
let page: Page;

beforeAll(async () => {
  sandbox = await startSandbox();
  ferry = await launchFerry({ sandbox, viewport: { width: 960, height: 900 } });
  const { endpoint, publicBase } = sandbox.control.bucket.settings;
  await ferry.allowHost(`${endpoint}/*`);
  await ferry.allowHost(`${new URL(publicBase).origin}/*`);
});
afterAll(async () => {
  await ferry?.close();
  await sandbox?.close();
});
beforeEach(async () => {
  await page?.close();
  page = await ferry.open('options.html#routes');
  await page.getByRole('button', { name: /^(Change|Save and test)$/ }).waitFor();
});

const field = (label: string) => page.getByLabel(label, { exact: true });
async function fill(change: Partial<Record<string, string>> = {}): Promise<void> {
  if ((await page.getByRole('button', { name: 'Change' }).count()) > 0)
    await page.getByRole('button', { name: 'Change' }).click();
  const { endpoint, region, name, accessKeyId, secretAccessKey, publicBase } =
    sandbox.control.bucket.settings;
  await field('Service').selectOption('other');
  const values = {
    'Address of the service': endpoint,
    Bucket: name,
    Folder: '',
    Region: region,
    'Access key': accessKeyId,
    'Secret key': secretAccessKey,
    'Public address': publicBase,
    ...change,
  };
  for (const [label, value] of Object.entries(values)) await field(label).fill(value ?? '');
  await page.getByRole('button', { name: 'Save and test' }).click();
}

describe('the web space', () => {
  it('is tried for real when it is saved, and leaves nothing behind', async () => {
    await fill();
    await page.getByText('Your web space works.').waitFor();
    expect(await sandbox.control.bucket.keys()).toEqual([]);
    const requests = sandbox.control.log.all().filter(({ endpoint }) => endpoint === 's3');
    expect(requests.map(({ method }) => method)).toEqual(['PUT', 'DELETE']);
  });

  it.each([
    ['a wrong secret', { 'Secret key': 'wrong' }, 'The secret key does not belong to this access key.'],
    ['a wrong region', { Region: 'us-west-2' }, 'The bucket is not in this region'],
    ['a wrong bucket', { Bucket: 'not-there' }, 'There is no bucket of this name'],
    [
      'a public address of something else',
      { 'Public address': 'https://media.verified.example/photos/' },
      'it is not at the public address',
    ],
    [
      'an address without https',
      { 'Address of the service': 'http://s3.bucket.example' },
      'begins with https://',
    ],
    [
      'a public address that is a number',
      { 'Public address': 'https://10.0.0.1/' },
      'with a name, not a number',
    ],
  ])('explains %s', async (_name, change, sentence) => {
    await fill(change);
    await page.getByText(sentence).first().waitFor();
  });

  it('explains a public address that sends visitors on', async () => {
    const hold = sandbox.control.hold({ endpoint: 's3', moment: 'after' });
    const filled = fill();
    const { path } = await hold.held;
    const seen = `${sandbox.control.bucket.settings.publicBase}${path.split('/').at(-1)}`;
    sandbox.control.files.redirect(seen, 'https://shop.example/');
    hold.release();
    await filled;
    await page.getByText('sends visitors on to another address').waitFor();
    expect(await sandbox.control.bucket.keys()).toEqual([]);
  });

  it('explains a service that nobody answers for', async () => {
    // No permission for its host, or no such host: the browser does not tell them apart.
    await ferry.allowHost('https://s3.nowhere.example/*');
    await fill({ 'Address of the service': 'https://s3.nowhere.example' });
    await page.getByText('Ferry could not reach s3.nowhere.example').first().waitFor();
    await fill();
    await page.getByText('Your web space works.').waitFor();
  });

  it.each<[string, Fault, string, string]>([
    [
      'keys that may not write',
      { endpoint: 's3', answer: { kind: 'status', status: 403 } },
      'does not let these keys write or delete there',
      'Object Read & Write',
    ],
    [
      'keys that may write but not delete',
      { endpoint: 's3', answer: { kind: 'status', status: 403 }, where: ({ method }) => method === 'DELETE' },
      'does not let these keys write or delete there',
      'Object Read & Write',
    ],
    [
      'a service that is busy',
      { endpoint: 's3', answer: { kind: 'status', status: 503 } },
      's3.bucket.example is busy',
      'test again in a minute',
    ],
    [
      'a public address that is closed to the world',
      { endpoint: 'media', answer: { kind: 'status', status: 403 } },
      'does not show it to everyone',
      "Make the bucket's files public",
    ],
    [
      'a public address that shows a page instead',
      { endpoint: 'media', answer: { kind: 'html' } },
      'says the photo is text/html',
      'Switch off anything that changes files',
    ],
    [
      'a public address with a fault',
      { endpoint: 'media', answer: { kind: 'status', status: 502 } },
      'media.verified.example answered with a fault',
      'Open the public address in a tab',
    ],
    [
      'a public address without a safe connection',
      // The browser itself asks a second time.
      { endpoint: 'media', answer: { kind: 'close' }, times: 2 },
      'Nothing answers safely at media.verified.example',
      'its https certificate is active',
    ],
  ])('explains %s, and what to do', async (_name, fault, sentence, next) => {
    sandbox.control.addFault(fault);
    await page.getByRole('button', { name: 'Test it' }).click();
    const card = page.getByRole('alert').filter({ hasText: sentence });
    await card.getByText(next).waitFor();
  });

  it('explains a computer whose clock is wrong', async () => {
    const [worker] = ferry.context.serviceWorkers();
    await worker?.evaluate(() => {
      const True = Date;
      const late = () => True.now() - 3 * 3_600_000;
      Reflect.set(
        globalThis,
        'Date',
        class extends True {
          constructor() {
            super(late());
          }
        },
      );
    });
    await page.getByRole('button', { name: 'Test it' }).click();
    await page.getByText("Your computer's clock is wrong").waitFor();
    await page.getByText('Set the clock of your computer to automatic').waitFor();
    await ferry.stopWorker();
    await page.getByRole('button', { name: 'Test it' }).click();
    await page.getByText('Your web space works.').waitFor();
  });

  it('takes TikTok’s proof file and puts it where TikTok looks', async () => {
    await fill();
    const folder = await mkdtemp(join(tmpdir(), 'ferry-proof-'));
    const proof = join(folder, 'tiktokAbC123.txt');
    writeFileSync(proof, 'tiktok-developers-site-verification=AbC123');
    await page.locator('input[type=file]').setInputFiles(proof);
    await page.getByText('The file is in place.').waitFor();
    expect(await sandbox.control.bucket.keys()).toEqual(['tiktokAbC123.txt']);
    await rm(folder, { recursive: true });
  });

  it('never gives its keys back to a page', async () => {
    const answer = await page.evaluate(() =>
      chrome.runtime.sendMessage({ ferry: 'ask', to: 'background', name: 'bucket.read', body: undefined }),
    );
    expect(answer.ok).toBe(true);
    expect(JSON.stringify(answer)).not.toContain(sandbox.control.bucket.settings.secretAccessKey);
    const stored = await page.evaluate(async () => [
      await chrome.storage.local.get(null),
      await chrome.storage.sync.get(null),
      await chrome.storage.session.get(null),
    ]);
    expect(JSON.stringify(stored)).not.toContain(sandbox.control.bucket.settings.secretAccessKey);
  });

  it('is forgotten on request', async () => {
    await page.getByRole('button', { name: 'Forget it' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Forget it' }).click();
    await page.getByRole('button', { name: 'Save and test' }).waitFor();
  });
});

describe('verified addresses', () => {
  const add = async (address: string) => {
    await field('Address').fill(address);
    await page.getByRole('button', { name: 'Check and add' }).click();
  };

  it('are tried before they are added, kept, and removed', async () => {
    await add('https://media.verified.example/photos');
    await page.getByText('https://media.verified.example/photos/', { exact: true }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Remove https://media.verified.example/photos/' }).click();
    await expect
      .poll(() => page.getByText('https://media.verified.example/photos/', { exact: true }).count())
      .toBe(0);
  });

  it.each([
    ['http://media.verified.example/', 'TikTok takes https addresses'],
    ['https://127.0.0.1/a/', 'TikTok takes https addresses'],
    ['https://media.verified.example/a/?b', 'TikTok takes https addresses'],
  ])('%s is refused', async (address, sentence) => {
    await add(address);
    await page.getByText(sentence).waitFor();
  });

  it('that redirect are refused with the reason', async () => {
    sandbox.control.files.redirect('https://media.verified.example/moved/', 'https://shop.example/');
    await add('https://media.verified.example/moved/');
    await page.getByText('sends visitors on to another address').waitFor();
  });
});
