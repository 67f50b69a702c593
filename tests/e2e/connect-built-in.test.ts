import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build } from 'wxt';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { authorize, demo, firstRun } from './connect-page.ts';
import { launchFerry } from './harness/ferry.ts';

const root = resolve(import.meta.dirname, '../..');
let sandbox: Sandbox;
let builds: string;

/** As a team would build it: its key and its token service come along. */
async function buildWith(environment: Record<string, string>): Promise<void> {
  Object.assign(process.env, environment);
  try {
    const vite = () => ({ logLevel: 'silent' as const });
    await build({ root, outDir: builds, mode: 'production', logger: silent, vite });
  } finally {
    for (const name of Object.keys(environment)) delete process.env[name];
  }
}
const nothing = () => {};
const silent = {
  debug: nothing,
  log: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
  success: nothing,
  level: 0,
};

beforeAll(async () => {
  sandbox = await startSandbox();
  builds = await mkdtemp(join(tmpdir(), 'ferry-build-'));
  await buildWith({
    WXT_FERRY_CLIENT_KEY: demo.key,
    WXT_FERRY_TOKEN_SERVICE: 'https://token.ferry.example',
  });
}, 180_000);
afterAll(async () => {
  await sandbox.close();
  await rm(builds, { recursive: true, force: true });
});

it('a build that brings its key along asks for nothing but one press', async () => {
  const ferry = await launchFerry({ sandbox, build: join(builds, 'chrome-mv3') });
  try {
    const connect = await firstRun(ferry);
    await connect.button('Connect TikTok').waitFor();
    expect(await connect.page.getByRole('textbox').count()).toBe(0);
    expect(await connect.page.locator('.setup-step').count()).toBe(0);
    await authorize(await connect.signIn());
    await connect.card('Fern & Clay').waitFor();
    expect(sandbox.control.log.of('oauth.token')).toEqual([]);
    expect(sandbox.control.log.of('token-service.token').length).toBeGreaterThan(0);
  } finally {
    await ferry.close();
  }
});
