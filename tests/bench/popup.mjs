// How soon the popup can be used on a page with 650 pictures, how large it is, and how fast it types.
// `node tests/bench/popup.mjs [openings]`, after `npm run build`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aboard } from '../e2e/aboard.ts';
import { startSandbox } from '../sandbox/index.ts';
import { openStage } from '../stage/open-stage.mjs';
import { root } from '../tools/setup.mjs';
import { weigh } from '../tools/weigh.mjs';

const openings = Number(process.argv[2] ?? 20);
const say = (line) => process.stdout.write(`${line}\n`);
const at = (values, part) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)];

const names = readdirSync(join(root, 'tests/fixtures/media/photos')).filter((name) =>
  name.endsWith('-480.jpg'),
);
const photos = names.map((name) => readFileSync(join(root, 'tests/fixtures/media/photos', name)));
const pictures = Array.from(
  { length: 650 },
  (_, index) => `<img src="/many/${index}.jpg" width="480" height="480" alt="${index}">`,
);

async function opening() {
  const sandbox = await startSandbox();
  sandbox.control.files.put(
    'https://gallery.example/many',
    `<!doctype html><title>Many</title>${pictures.join('')}`,
    {
      type: 'text/html',
    },
  );
  for (let index = 0; index < 650; index += 1) {
    sandbox.control.files.put(`https://gallery.example/many/${index}.jpg`, photos[index % photos.length], {
      type: 'image/jpeg',
    });
  }
  const { ferry } = await aboard(sandbox);
  const page = await ferry.visit('https://gallery.example/many');
  // The set-up page of a first run would wake the worker as soon as it is stopped.
  for (const own of ferry.context.pages()) if (own.url().startsWith('chrome-extension:')) await own.close();
  const open = async () => {
    const popup = await ferry.clickToolbar(page);
    await popup.waitFor(() => document.querySelectorAll('.tile img').length > 0);
    const seen = await popup.evaluate(() => ({
      // From the popup's own first moment to the grid on the screen, as the page itself marked it.
      grid: performance.getEntriesByName('grid')[0]?.startTime ?? Number.NaN,
      tiles: document.querySelector('h2')?.textContent,
    }));
    await popup.close();
    return seen;
  };
  say(`the grid says: ${(await open()).tiles}`);
  const awake = [];
  for (let turn = 0; turn < openings; turn += 1) awake.push((await open()).grid);
  // After half a minute without news the browser ends the worker, and the click that wakes it waits for its start.
  const asleep = [];
  for (let turn = 0; turn < openings; turn += 1) {
    await ferry.stopWorker();
    asleep.push((await open()).grid);
  }
  await ferry.close();
  await sandbox.close();
  for (const [worker, times] of Object.entries({ awake, asleep })) {
    say(
      `popup's first moment to the grid, worker ${worker}, ${openings} openings: median ${at(times, 0.5).toFixed(0)} ms, p90 ${at(times, 0.9).toFixed(0)} ms`,
    );
  }
}

async function typing() {
  const stage = await openStage();
  const { page, close } = await stage.open('compose-650');
  await page.evaluate(() => {
    const slow = [];
    Object.assign(globalThis, { slow });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        slow.push([entry.name, entry.duration, entry.processingEnd - entry.processingStart]);
    }).observe({ type: 'event', durationThreshold: 16, buffered: false });
  });
  const field = page.locator('.compose-text textarea').last();
  await field.focus();
  const own = [];
  for (let key = 0; key < 120; key += 1) {
    const took = await field.evaluate((element) => {
      const setter = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set;
      const from = performance.now();
      setter.call(element, `${element.value}a`);
      element.dispatchEvent(new Event('input', { bubbles: true }));
      const laidOut = element.offsetHeight;
      return performance.now() - from + laidOut * 0;
    });
    own.push(took);
  }
  await page.keyboard.type(' and sixty letters more, typed as a person types them, one by one', {
    delay: 30,
  });
  const slow = await page.evaluate(() => globalThis.slow.filter(([name]) => name === 'input'));
  await close();
  await stage.close();
  say(
    `a letter with 650 findings, event to layout: median ${at(own, 0.5).toFixed(2)} ms, worst ${Math.max(...own).toFixed(2)} ms`,
  );
  // The browser rounds to 8 ms: 16 is a frame, 24 is more than one.
  say(
    `letters that took longer than one frame to show, of 68 typed: ${slow.filter(([, ms]) => ms > 16).length}`,
  );
}

say(`popup, all that its first screen loads: ${weigh('popup.html').toFixed(1)} kB gzip`);
await typing();
await opening();
