/**
 * Loads every saved page of a folder in the real browser at its own address, network closed and page scripts off,
 * injects the built finder the way the extension does, and compares what it found with what the folder expects.
 *
 *   npm run eval:finder -- DIR [--only TEXT] [--json FILE] [--verbose]
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { compare, totals } from './eval-finder/compare.mjs';
import { injectFinder } from './eval-finder/inject.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, json: { type: 'string' }, verbose: { type: 'boolean' } },
});
const [folder] = positionals;
if (!folder || !existsSync(join(folder, 'index.json'))) {
  console.error(
    'Usage: npm run eval:finder -- DIR [--only TEXT] [--json FILE] [--verbose]\nDIR holds index.json and the pages it names.',
  );
  process.exit(folder ? 1 : 2);
}

const entries = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')).filter(
  ({ file }) => !values.only || file.includes(values.only),
);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND'],
});
const results = [];
try {
  for (const entry of entries) {
    const found = await look(entry);
    const result = compare(entry, found);
    results.push(result);
    print(entry, found, result);
  }
} finally {
  await browser.close();
}
const sum = totals(results);
console.log(`\n${sum.text}`);
if (values.json) await writeFile(values.json, JSON.stringify({ totals: sum, results }, null, 1));
process.exitCode = sum.failed > 0 ? 1 : 0;

async function look({ file, page_url: url }) {
  const saved = await readFile(join(folder, file), 'utf8');
  const isJson = file.endsWith('.json');
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: false });
  try {
    const page = await context.newPage();
    let served = false;
    await page.route('**/*', (route) => {
      const request = route.request();
      if (served || !request.isNavigationRequest() || request.frame() !== page.mainFrame())
        return route.abort('aborted');
      served = true;
      return route.fulfill({
        status: 200,
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': "script-src 'none'; worker-src 'none'",
        },
        body: isJson ? '<!doctype html><html><head></head><body></body></html>' : saved,
      });
    });
    await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 30_000 }).catch((error) => {
      if (!served) throw error;
    });
    // A captured API answer stands for what the MAIN-world reader brings from the live page.
    return await injectFinder(page, isJson ? { pageData: JSON.parse(saved) } : {});
  } finally {
    await context.close();
  }
}

function print({ file, expected }, found, { checks, milliseconds }) {
  const failed = checks.filter(({ ok }) => !ok);
  const mark = failed.length === 0 ? 'ok  ' : 'MISS';
  console.log(
    `${mark} ${file} · ${found.site} · ${found.findings.length} found · ${milliseconds.toFixed(0)} ms`,
  );
  for (const { name, wanted, got } of failed)
    console.log(`      ${name}: wanted ${JSON.stringify(wanted)}\n        got ${JSON.stringify(got)}`);
  if (!values.verbose) return;
  console.log(
    `      title ${JSON.stringify(found.material.title)} (wanted ${JSON.stringify(expected.title)})`,
  );
  console.log(
    `      author ${found.material.author} ${found.material.handle ?? ''} #${found.material.hashtags.join(' #')} notice ${found.notice}`,
  );
  for (const { kind, status, urls, confidence, from, width } of found.findings)
    console.log(
      `      ${kind} ${status} ${confidence.toFixed(2)} ${from} ${width ?? '?'} ${urls[0]?.slice(0, 150)} (+${urls.length - 1})`,
    );
}
