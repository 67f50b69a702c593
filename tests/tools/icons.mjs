// Draws public/icon/*.png from our own SVG: `node tests/tools/icons.mjs`, only after the drawing changed.
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const here = new URL('.', import.meta.url);
const browser = await chromium.launch({
  executablePath: process.env.FERRY_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const size of [16, 32, 48, 96, 128]) {
  const drawing = await readFile(new URL(size < 32 ? 'icon-small.svg' : 'icon.svg', here), 'utf8');
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`,
  );
  await writeFile(
    new URL(`../../public/icon/${size}.png`, here),
    await page.screenshot({ omitBackground: true }),
  );
}
await browser.close();
