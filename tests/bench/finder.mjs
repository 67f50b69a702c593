/**
 * The finder's cost to a page: time on its main thread for pages of several sizes, beside a plain sweep over
 * `img, video, [style]` in the same run; the longest stretch without giving the thread back; the script's size.
 *
 *   npm run build && node tests/bench/finder.mjs
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const built = new URL('../../.output/chrome-mv3/', import.meta.url);
const script = readFileSync(new URL('find-media.js', built), 'utf8');
const sizes = [1_000, 10_000, 44_000, 100_000];
const rounds = 5;

/** What an image downloader of the simple kind does: every picture, every film, every inline style, and their boxes. */
const plainSweep = `(() => {
  const found = [];
  for (const element of document.querySelectorAll('img, video, [style]')) {
    const { width, height } = element.getBoundingClientRect();
    const background = getComputedStyle(element).backgroundImage;
    const address = element.currentSrc || element.src || background;
    if (address && width >= 0 && height >= 0) found.push({ address, width, height });
  }
  return found.length;
})()`;

/** Cards, each with a picture, as shops and feeds are built; every tenth box painted, every twentieth card lazy. */
function pageOf(nodes) {
  const perCard = 12;
  const cards = Array.from({ length: Math.floor(nodes / perCard) }, (_, index) => {
    const src =
      index % 20 === 0
        ? `data-src="/p/${index}-800x800.jpg"`
        : `src="/p/${index}-400x400.jpg" srcset="/p/${index}-400x400.jpg 400w, /p/${index}-800x800.jpg 800w"`;
    const style = index % 10 === 0 ? ` style="background-image:url(/b/${index}.jpg)"` : '';
    return `<div class="card c${index % 7}"><div class="media-box"${style}><picture><img ${src} alt="Piece ${index}" width="400" height="400"></picture></div><div class="text"><h3 class="name">Piece ${index}</h3><p>Made <b>by</b> <i>hand</i></p><span class="price">€ ${index}</span></div></div>`;
  });
  return `<!doctype html><html><head><meta charset="utf-8"><title>${nodes} nodes</title><meta property="og:image" content="/p/1-800x800.jpg"></head><body><main><h1>All pieces</h1>${cards.join('')}</main></body></html>`;
}

const browser = await chromium.launch({
  executablePath: process.env.FERRY_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const rows = [];
try {
  for (const nodes of sizes) rows.push(await measure(nodes));
} finally {
  await browser.close();
}
console.log(`find-media.js ${(gzipSync(script).length / 1_000).toFixed(1)} kB gzip`);
console.table(rows);

async function measure(nodes) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({ contentType: 'text/html', body: pageOf(nodes) })
      : route.abort(),
  );
  await page.goto('https://bench.example/');
  const cdp = await page.context().newCDPSession(page);
  // The thread's own time: what other programs take of the machine is not counted.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const busy = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
  const run = async (expression) => {
    const { executionContextId } = await cdp.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
    });
    const before = await busy();
    const answer = await cdp.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description);
    return { ms: (await busy()) - before, value: answer.result.value };
  };
  await page.evaluate(() => {
    globalThis.longest = 0;
    let last = performance.now();
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      const now = performance.now();
      globalThis.longest = Math.max(globalThis.longest, now - last);
      last = now;
      if (globalThis.watching) channel.port2.postMessage(0);
    };
    globalThis.watch = () => {
      globalThis.watching = true;
      globalThis.longest = 0;
      last = performance.now();
      channel.port2.postMessage(0);
    };
  });
  await run(plainSweep);
  await run(script);
  const [finder, plain, gaps] = [[], [], []];
  let found;
  for (let round = 0; round < rounds; round += 1) {
    const look = await run(script);
    finder.push(look.ms);
    found = look.value;
    plain.push((await run(plainSweep)).ms);
    await page.evaluate(() => globalThis.watch());
    await run(script);
    gaps.push(
      await page.evaluate(() => {
        globalThis.watching = false;
        return globalThis.longest;
      }),
    );
  }
  await page.context().close();
  return {
    nodes,
    'finder ms': Number(median(finder).toFixed(1)),
    'plain sweep ms': Number(median(plain).toFixed(1)),
    'longest task ms': Number(median(gaps).toFixed(1)),
    found: found.findings.length,
    notice: found.notice ?? '',
  };
}
