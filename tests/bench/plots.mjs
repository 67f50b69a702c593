/**
 * The pages of numbers with ten years of days and 5 000 videos: from the address being opened until the plot, or the
 * list, is on the screen; what switching the measure and the span costs; how smoothly the list scrolls.
 * The data is put straight into the extension's database, in a browser that cannot reach TikTok.
 *
 *   npm run build && node tests/bench/plots.mjs
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

const extension = resolve(import.meta.dirname, '../../.output/chrome-mv3');
const days = 3_650;
const videos = 5_000;
const rounds = 5;
const accountId = 'bench';

const profile = await mkdtemp(join(tmpdir(), 'ferry-bench-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.FERRY_CHROMIUM ?? '/usr/bin/chromium',
  headless: false,
  ignoreDefaultArgs: ['--disable-extensions'],
  args: [
    '--headless=new',
    '--no-sandbox',
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    '--host-resolver-rules=MAP * ~NOTFOUND',
  ],
});

/** Runs in a page of the extension. */
function fill({ accountId, days, videos }) {
  const dayOf = (at) => new Date(at).toISOString().slice(0, 10);
  const now = Date.now();
  return new Promise((done, fail) => {
    const opened = indexedDB.open('ferry');
    opened.onerror = () => fail(opened.error);
    opened.onsuccess = () => {
      const transaction = opened.result.transaction(
        ['accounts', 'snapshots', 'videos', 'growth'],
        'readwrite',
      );
      const store = (name) => transaction.objectStore(name);
      const scopes = ['user.info.basic', 'user.info.profile', 'user.info.stats', 'video.list'];
      const later = now + 1e9;
      store('accounts').put({
        ...{ id: accountId, displayName: 'Bench', scopes, connectedAt: 1, refreshedAt: now },
        ...{ accessExpiresAt: later, refreshExpiresAt: later },
        trouble: { code: 'invalid_grant', facts: {} },
      });
      for (let back = 0; back < days; back += 1) {
        if (back % 97 === 5) continue;
        const takenAt = now - back * 86_400_000;
        const [followers, views] = [(days - back) * 3 + (back % 7) * 40, (days - back) * 900];
        store('snapshots').put({
          accountId,
          day: dayOf(takenAt),
          takenAt,
          followers,
          views,
          likes: views / 10,
        });
      }
      for (let index = 0; index < videos; index += 1) {
        const createdAt = now - index * 17 * 3_600_000;
        const id = String(7_400_000_000_000_000 + index);
        store('videos').put({
          ...{
            accountId,
            id,
            createdAt,
            seenAt: now,
            title: `Video ${index} #pottery`,
            views: (index * 7_919) % 90_000,
          },
          ...{ likes: index, comments: 1, shares: 0, duration: 30 },
        });
        if (index < 100) {
          for (let age = 0; age < 300; age += 1) {
            const at = createdAt + age * 86_400_000;
            store('growth').put({ accountId, videoId: id, day: dayOf(at), takenAt: at, views: age * 50 });
          }
        }
      }
      transaction.oncomplete = () => done();
      transaction.onerror = () => fail(transaction.error);
    };
  });
}

/** Runs in the list, which is still coming in at that moment: how long each frame took that had a new place to show. */
async function scrollThrough(scroller) {
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  const frames = [];
  for (let step = 0; step < 60; step += 1) {
    const begun = await frame();
    scroller.scrollTop += 2_500;
    frames.push((await frame()) - begun);
  }
  return frames;
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const say = (what, values) =>
  process.stdout.write(
    `${what.padEnd(52)} ${median(values).toFixed(0).padStart(6)} ms  (${Math.max(...values).toFixed(0)} at most)\n`,
  );

try {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const base = `chrome-extension://${new URL(worker.url()).host}`;
  // The first run opens the settings by itself; a second opening of them would race with that.
  let first;
  while (!first) {
    first = context.pages().find((page) => page.url().startsWith(`${base}/options.html`));
    await new Promise((next) => setTimeout(next, 50));
  }
  await first.getByRole('main').waitFor();
  await first.evaluate(fill, { accountId, days, videos });
  await first.close();

  const times = { bare: [], plot: [], list: [], measure: [], span: [], scroll: [], frame: [], sort: [] };
  for (let round = 0; round < rounds; round += 1) {
    const bare = await context.newPage();
    let start = performance.now();
    await bare.goto(`${base}/options.html#preferences`);
    await bare.getByText('Hashtag sets').waitFor();
    times.bare.push(performance.now() - start);
    await bare.close();

    const numbers = await context.newPage();
    start = performance.now();
    await numbers.goto(`${base}/options.html#numbers`);
    await numbers.locator('.history-card canvas').waitFor();
    times.plot.push(performance.now() - start);
    for (const [list, label] of [
      [times.span, 'All'],
      [times.measure, 'Views'],
    ]) {
      const choice = numbers.locator('.history-card').getByText(label, { exact: true });
      // From the press to the second frame after it: by then the new plot is on the screen.
      list.push(
        await choice.evaluate(async (element) => {
          const begun = performance.now();
          element.closest('label').querySelector('input').click();
          await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
          return performance.now() - begun;
        }),
      );
    }
    await numbers.close();

    const list = await context.newPage();
    start = performance.now();
    await list.goto(`${base}/options.html#videos`);
    await list.locator('.video-row').first().waitFor();
    times.list.push(performance.now() - start);
    const frames = await list.locator('.video-list').evaluate(scrollThrough);
    times.scroll.push(Math.max(...frames));
    times.frame.push(median(frames));
    start = performance.now();
    await list.locator('select').last().selectOption('views');
    await list.locator('.video-row').first().waitFor();
    times.sort.push(performance.now() - start);
    await list.close();
  }
  process.stdout.write(`${days} days, ${videos} videos, ${rounds} rounds, median:\n`);
  say('for comparison: a section without data opened', times.bare);
  say('numbers page opened until the plot is drawn', times.plot);
  say('all ten years instead of 90 days', times.span);
  say('views instead of followers', times.measure);
  say('videos page opened until the first rows', times.list);
  say('slowest frame while scrolling 150 000 px', times.scroll);
  say('a frame in between, of which the screen alone takes 17', times.frame);
  say('sorted by views', times.sort);
} finally {
  await context.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}
