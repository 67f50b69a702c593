// Photographs every screen in every state, light, dark and right to left, onto one contact sheet:
// `npm run shots [part of a state's name]`. Look at .tests/shots/sheet.png.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openStage } from '../stage/open-stage.mjs';
import { root } from './setup.mjs';

const shots = join(root, '.tests', 'shots');
const wanted = process.argv[2] ?? '';
const looks = [
  { name: 'light', colorScheme: 'light', language: 'en' },
  { name: 'dark', colorScheme: 'dark', language: 'en' },
  { name: 'ar', colorScheme: 'light', language: 'ar' },
];

const stage = await openStage();
await rm(shots, { recursive: true, force: true });
await mkdir(shots, { recursive: true });
const names = stage.names.filter((name) => name.includes(wanted));

for (const look of looks) {
  for (const name of names) {
    const { page, troubles, close } = await stage.open(name, look);
    // The settings are as long as they are; the others have a window of their own.
    const fullPage = /^(options|help)/.test(name);
    await page.screenshot({
      path: join(shots, `${name}.${look.name}.png`),
      animations: 'disabled',
      fullPage,
    });
    await close();
    if (troubles.length > 0) process.stdout.write(`${name}: ${troubles.join('\n')}\n`);
  }
}

const row = async (name) => {
  const images = await Promise.all(
    looks.map(async (look) => (await readFile(join(shots, `${name}.${look.name}.png`))).toString('base64')),
  );
  const pictures = images.map((data) => `<img src="data:image/png;base64,${data}">`).join('');
  return `<section><h2>${name}</h2><div>${pictures}</div></section>`;
};
const style = `body{margin:20px;background:#c9d2d8;font:600 15px system-ui}section{margin-bottom:26px}
div{display:flex;gap:16px;align-items:start}img{max-width:404px;border-radius:6px;box-shadow:0 2px 14px #0004}
h2{font:inherit;margin:0 0 8px}`;
const html = `<style>${style}</style>${(await Promise.all(names.map(row))).join('')}`;
await writeFile(join(shots, 'sheet.html'), html);
const sheet = await stage.browser.newPage({ viewport: { width: 1_300, height: 900 } });
await sheet.setContent(html);
await sheet.screenshot({ path: join(shots, 'sheet.png'), fullPage: true });
await stage.close();
process.stdout.write(`${names.length} states in ${looks.length} looks: ${join(shots, 'sheet.png')}\n`);
