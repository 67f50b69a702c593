import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { buildForever } from '../tools/start/build.ts';
import { type Ferry, launchFerry } from './harness/ferry.ts';

let sandbox: Sandbox;
let ferry: Ferry;
let watcher: Awaited<ReturnType<typeof buildForever>>;

beforeAll(async () => {
  sandbox = await startSandbox();
  watcher = await buildForever();
  ferry = await launchFerry({ sandbox, build: 'chrome-mv3-dev' });
});
afterAll(async () => {
  await ferry?.close();
  watcher?.kill();
  await sandbox?.close();
});

it('the build of npm run dev opens, and finds what is on a page', async () => {
  const popup = await ferry.clickToolbar(await ferry.visit('https://shop.example/'));
  await popup.waitFor(() => document.querySelectorAll('.tile').length > 3);
});

it('its settings open', async () => {
  const page = await ferry.open('options.html');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.title()).toContain('Ferry');
});
