import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import { attach, clickToolbar, openPanel, type Popup } from './popup.ts';

const builds = resolve(import.meta.dirname, '../../../.output');

export interface LaunchOptions {
  /** Maps TikTok's and the demo sites' host names to the sandbox; everything else cannot be reached. */
  sandbox: { chromiumArgs(): string[] };
  /** A profile to go on with; a new one otherwise. */
  profile?: string;
  colorScheme?: 'light' | 'dark';
  /** The browser's language, as `--lang` takes it. */
  language?: string;
  viewport?: { width: number; height: number };
  headless?: boolean;
  /** Which build: the production one unless a developer's live reload is wanted, or one that was made elsewhere. */
  build?: string;
  args?: string[];
}

/** The shipped build in a real Chromium. */
export interface Ferry {
  readonly context: BrowserContext;
  readonly id: string;
  readonly profile: string;
  /** Opens one of Ferry's own pages in a tab: `options.html`, `compose.html`. */
  open(path: string): Promise<Page>;
  /** A new tab at an address. */
  visit(url: string): Promise<Page>;
  /** A true toolbar click on the page in front. */
  clickToolbar(page: Page): Promise<Popup>;
  /** The real side panel, opened by this press. */
  openPanel(press: () => Promise<void>): Promise<Popup>;
  /** Stops the service worker as the browser does, and waits until it is gone. */
  stopWorker(): Promise<void>;
  /** The same without waiting: for when something wakes it so soon that it is never seen gone. */
  cutWorker(): Promise<void>;
  /** Stops the offscreen page, if there is one. */
  stopOffscreen(): Promise<void>;
  /** Runs in the page that does the long work, as soon as there is one. */
  inOffscreen: Popup['evaluate'];
  workerIsRunning(): Promise<boolean>;
  /** Lets `permissions.request` for this origin succeed without the prompt that headless cannot press. */
  allowHost(pattern: string): Promise<void>;
  /** Ends the browser at once, as a crash or a power cut does. The profile stays. */
  kill(): Promise<void>;
  /** As an update does it: everybody is ended at once, and the alarms are gone. */
  reload(): Promise<void>;
  close(options?: { keepProfile?: boolean }): Promise<void>;
}

export async function launchFerry(options: LaunchOptions): Promise<Ferry> {
  const extension = resolve(builds, options.build ?? 'chrome-mv3');
  if (!existsSync(join(extension, 'manifest.json')))
    throw new Error('no build to test: run `npm run build` first');
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'ferry-profile-')));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: false,
    ignoreDefaultArgs: ['--disable-extensions'],
    colorScheme: options.colorScheme ?? null,
    ...(options.viewport ? { viewport: options.viewport } : {}),
    env: { ...process.env, ...(options.language ? { LANGUAGE: options.language } : {}) },
    args: [
      ...(options.headless === false ? [] : ['--headless=new']),
      '--no-sandbox',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--enable-unsafe-extension-debugging',
      '--password-store=basic',
      ...(options.language ? [`--lang=${options.language}`] : []),
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...options.sandbox.chromiumArgs(),
      ...(options.args ?? []),
    ],
  });
  const worker =
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
  const id = new URL(worker.url()).host;
  await firstRunPage(context, id);
  const browser = context.browser();
  if (!browser) throw new Error('the context has no browser');
  const session = await browser.newBrowserCDPSession();
  const own = () => ownTargets(session, id);

  const close = async (targetIds: readonly string[]) => {
    for (const targetId of targetIds) {
      // One that goes by itself in this moment is gone as well.
      await session.send('Target.closeTarget', { targetId }).catch(() => undefined);
    }
  };
  const there = async (kind: 'service_worker' | 'offscreen') =>
    (await own()).filter((target) => target.kind === kind).map(({ targetId }) => targetId);
  /** Until those that were there are gone: a new one may be there at once, woken by what the old one left undone. */
  const stop = async (kind: 'service_worker' | 'offscreen') => {
    const cutOff = await there(kind);
    await until(async () => {
      const left = (await there(kind)).filter((targetId) => cutOff.includes(targetId));
      // Told again: one that was just starting does not hear the first time.
      await close(left);
      return left.length === 0;
    });
  };

  return {
    context,
    id,
    profile,
    async open(path) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${id}/${path}`);
      return page;
    },
    async visit(url) {
      const page = await context.newPage();
      await page.goto(url);
      return page;
    },
    clickToolbar: (page) => clickToolbar(context, id, page),
    openPanel: (press) => openPanel(context, id, press),
    stopWorker: () => stop('service_worker'),
    cutWorker: async () => {
      await close(await there('service_worker'));
    },
    stopOffscreen: () => stop('offscreen'),
    async inOffscreen(work, ...args) {
      const find = async () => (await own()).find((target) => target.kind === 'offscreen');
      await until(async () => (await find()) !== undefined);
      const { evaluate } = await attach(session, (await find())?.targetId ?? '');
      return evaluate(work, ...args);
    },
    workerIsRunning: async () => (await own()).some((target) => target.kind === 'service_worker'),
    async reload() {
      const page = await context.newPage();
      await page.goto('chrome://extensions');
      await page.evaluate(async (extensionId) => {
        const api = Reflect.get(Reflect.get(globalThis, 'chrome'), 'developerPrivate');
        // Otherwise the browser takes what was loaded from a folder for a stray, and leaves it off.
        await Reflect.apply(Reflect.get(api, 'updateProfileConfiguration'), api, [{ inDeveloperMode: true }]);
        await Reflect.apply(Reflect.get(api, 'reload'), api, [extensionId, { failQuietly: true }]);
      }, id);
      await page.close();
    },
    async allowHost(pattern) {
      const page = await context.newPage();
      await page.goto('chrome://extensions');
      await page.evaluate(
        ([extensionId, host]) =>
          new Promise<void>((done) => {
            const api = Reflect.get(Reflect.get(globalThis, 'chrome'), 'developerPrivate');
            Reflect.apply(Reflect.get(api, 'addHostPermission'), api, [extensionId, host, done]);
          }),
        [id, pattern] as const,
      );
      await page.close();
    },
    async kill() {
      process.kill(browserPid(profile), 'SIGKILL');
      await context.close().catch(() => undefined);
    },
    async close({ keepProfile = false } = {}) {
      await context.close().catch(() => undefined);
      if (!keepProfile) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * An unpacked extension counts as newly installed at every start, and opens its settings. That page takes whatever empty
 * tab there is for its own, so nobody opens one before it is there.
 */
async function firstRunPage(context: BrowserContext, id: string): Promise<void> {
  const isThere = () =>
    context.pages().some((page) => page.url().startsWith(`chrome-extension://${id}/options`));
  for (const end = Date.now() + 15_000; !isThere() && Date.now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function chromiumPath(): string {
  const path = process.env.FERRY_CHROMIUM;
  if (!path) throw new Error('FERRY_CHROMIUM is not set: run through npm, which finds the browser');
  return path;
}

async function ownTargets(session: CDPSession, id: string) {
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
  return targetInfos
    .filter((target) => target.url.startsWith(`chrome-extension://${id}/`))
    .map((target) => ({
      ...target,
      kind: target.url.includes('/offscreen.html') ? 'offscreen' : target.type,
    }));
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('waited 10 s in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The browser's own process: the one of this profile that is nobody's child process type. */
export function browserPid(profile: string): number {
  const lines = execFileSync('ps', ['-eo', 'pid,args', '--no-headers'], { encoding: 'utf8' }).split('\n');
  const line = lines.find(
    (found) => found.includes(`--user-data-dir=${profile}`) && !found.includes('--type='),
  );
  if (!line) throw new Error('the browser is not running');
  return Number.parseInt(line.trim(), 10);
}
