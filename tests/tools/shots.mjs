// Photographs every screen in every state, light, dark and right to left, onto one contact sheet:
// `npm run shots [part of a state's name]`. Look at .tests/shots/sheet.png.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { findChromium, root } from './setup.mjs';

const stage = join(root, '.tests', 'stage');
const shots = join(root, '.tests', 'shots');
const wanted = process.argv[2] ?? '';
const looks = [
  { name: 'light', colorScheme: 'light', language: 'en' },
  { name: 'dark', colorScheme: 'dark', language: 'en' },
  { name: 'ar', colorScheme: 'light', language: 'ar' },
];
const sizes = {
  popup: { width: 400, height: 600 },
  panel: { width: 360, height: 800 },
  tab: { width: 1180, height: 800 },
};
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.jpg': 'image/jpeg',
  '.mp4': 'video/mp4',
};

await build({
  configFile: false,
  logLevel: 'error',
  root: join(root, 'tests/stage'),
  base: './',
  build: { outDir: stage, emptyOutDir: true, target: 'es2023' },
});

const server = createServer(async (request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://stage').pathname));
  const file = path.startsWith('/media/')
    ? join(root, 'tests/fixtures', path)
    : join(stage, path === '/' ? 'index.html' : path);
  try {
    const body = await readFile(file);
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}).listen(0);
const origin = `http://127.0.0.1:${server.address().port}`;

const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });

async function statesOf() {
  const page = await browser.newPage();
  const said = new Promise((resolve) => page.on('pageerror', (error) => resolve(error.message)));
  await page.goto(`${origin}/?state=`);
  const message = await said;
  await page.close();
  return message
    .split('there are: ')[1]
    .split(', ')
    .filter((name) => name.includes(wanted));
}

async function photograph(name, { colorScheme, language }, path) {
  const screen = name.split('-')[0];
  const context = await browser.newContext({
    viewport: sizes[screen] ?? sizes.popup,
    colorScheme,
    deviceScaleFactor: 1,
  });
  const page = await context.newPage();
  const trouble = [];
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on(
    'console',
    (message) =>
      message.type() === 'error' && !/ERR_|404/.test(message.text()) && trouble.push(message.text()),
  );
  await page.goto(`${origin}/?state=${name}&language=${language}`);
  await page.waitForSelector('#root > * > *');
  await page.evaluate(() => globalThis.stageReady);
  await page.waitForTimeout(350);
  await page.screenshot({ path, animations: 'disabled' });
  await context.close();
  if (trouble.length > 0) process.stdout.write(`${name}: ${trouble.join('\n')}\n`);
}

await rm(shots, { recursive: true, force: true });
await mkdir(shots, { recursive: true });
const names = await statesOf();
for (const look of looks) {
  for (const name of names) await photograph(name, look, join(shots, `${name}.${look.name}.png`));
}

const sheet = await browser.newPage({ viewport: { width: 1_300, height: 900 } });
const pictures = await Promise.all(
  names.map(async (name) => ({
    name,
    images: await Promise.all(
      looks.map(async (look) => (await readFile(join(shots, `${name}.${look.name}.png`))).toString('base64')),
    ),
  })),
);
const html = `<style>body{margin:20px;background:#c9d2d8;font:600 15px system-ui}section{margin-bottom:26px}div{display:flex;gap:16px;align-items:start}img{max-width:404px;border-radius:6px;box-shadow:0 2px 14px #0004}h2{font:inherit;margin:0 0 8px}</style>${pictures
  .map(
    ({ name, images }) =>
      `<section><h2>${name}</h2><div>${images.map((data) => `<img src="data:image/png;base64,${data}">`).join('')}</div></section>`,
  )
  .join('')}`;
await writeFile(join(shots, 'sheet.html'), html);
await sheet.setContent(html);
await sheet.screenshot({ path: join(shots, 'sheet.png'), fullPage: true });
await browser.close();
server.close();
process.stdout.write(`${names.length} states in ${looks.length} looks: ${join(shots, 'sheet.png')}\n`);
