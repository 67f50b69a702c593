// Builds the stage and serves it: every screen in every state, over a world held in memory.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { findChromium, root } from '../tools/setup.mjs';

const built = join(root, '.tests', 'stage');
const sizes = {
  popup: { width: 400, height: 600 },
  panel: { width: 360, height: 800 },
  tab: { width: 1180, height: 800 },
  options: { width: 900, height: 900 },
  help: { width: 800, height: 900 },
};
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.jpg': 'image/jpeg',
  '.mp4': 'video/mp4',
};

/** `names` are the states there are; `open` shows one, with everything pressed that it wants pressed. */
export async function openStage() {
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(root, 'tests/stage'),
    base: './',
    build: { outDir: built, emptyOutDir: true, target: 'es2023' },
  });
  const server = createServer(serve).listen(0);
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  // One for all, so that the browser compiles the stage once: nothing of a state is kept but in its page.
  const context = await browser.newContext();
  // Covers come over https, or Ferry would not show them.
  await context.route('https://covers.example/**', (route) =>
    route.fulfill({ path: join(root, 'tests/fixtures', new URL(route.request().url()).pathname) }),
  );

  return {
    browser,
    names: await namesOf(browser, origin),
    async open(name, { colorScheme = 'light', language = 'en', reducedMotion = 'no-preference' } = {}) {
      const page = await context.newPage();
      await page.setViewportSize(sizes[name.split('-')[0]] ?? sizes.popup);
      await page.emulateMedia({ colorScheme, reducedMotion });
      const troubles = [];
      page.on('pageerror', (error) => troubles.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' && !/ERR_|404/.test(message.text())) troubles.push(message.text());
      });
      await page.goto(`${origin}/?state=${name}&language=${language}`);
      await page.waitForSelector('#root > * > *');
      await page
        .evaluate(() => globalThis.stageReady)
        .catch((error) => troubles.push(error.message.split('\n')[0]));
      await page.waitForTimeout(300);
      return { page, troubles, close: () => page.close() };
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

async function serve(request, response) {
  const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://stage').pathname));
  const file = path.startsWith('/media/')
    ? join(root, 'tests/fixtures', path)
    : join(built, path === '/' ? 'index.html' : path);
  try {
    const body = await readFile(file);
    const type = types[extname(file)] ?? 'application/octet-stream';
    // What is built carries its hash in its name.
    const lasting = path.startsWith('/assets/') ? { 'Cache-Control': 'max-age=3600, immutable' } : {};
    response.writeHead(200, { 'Content-Type': type, ...lasting }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}

async function namesOf(browser, origin) {
  const page = await browser.newPage();
  await page.goto(`${origin}/?state=`);
  const names = await page.evaluate(() => globalThis.stageStates);
  await page.close();
  return names;
}
