/**
 * Ferry with an account and no post, all its pages closed: when its worker falls asleep, whether anything wakes it,
 * and what is written meanwhile. Nothing is attached to the worker.
 *
 *   npm run build && node tests/bench/idle.mjs [--minutes 10]
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEMO_KEY, DEMO_SECRET, decide } from '../sandbox/client.ts';
import { startSandbox } from '../sandbox/index.ts';
import { openQuietBrowser } from './quiet-browser.mjs';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '1' } }, strict: false });
const watched = Number(values.minutes) * 60_000;
const say = (line) => process.stdout.write(`${line}\n`);

const sandbox = await startSandbox();
const browser = await openQuietBrowser(sandbox);

/** Every file of the extension's stores: a write of the same value shows as well, for it is added to a log. */
function stores() {
  const files = new Map();
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.name !== 'LOCK') {
        const { size, mtimeMs } = statSync(path);
        files.set(path, `${size} ${mtimeMs}`);
      }
    }
  };
  const inProfile = join(browser.profile, 'Default');
  for (const name of ['Local Extension Settings', 'Sync Extension Settings', 'IndexedDB', 'File System']) {
    for (const entry of readdirSync(inProfile).includes(name) ? readdirSync(join(inProfile, name)) : []) {
      if (name === 'File System' || entry.includes(browser.id)) walk(join(inProfile, name, entry));
    }
  }
  return files;
}

const writtenSince = (before) => [...stores()].filter(([path, state]) => before.get(path) !== state);

async function untilAsleep() {
  const began = Date.now();
  while (await browser.workerIsAwake()) {
    if (Date.now() - began > 120_000) throw new Error('the worker did not fall asleep in two minutes');
    await browser.pause(250);
  }
  return (Date.now() - began) / 1_000;
}

const alarms = () =>
  browser.withPage((evaluate) =>
    evaluate(
      'chrome.alarms.getAll().then((all) => all.map(({ name, scheduledTime }) => name + " in " + Math.round((scheduledTime - Date.now()) / 60000) + " min"))',
    ),
  );

async function connect() {
  await browser.withPage(async (evaluate) => {
    const ask = async (name, body) => {
      const question = JSON.stringify({ ferry: 'ask', to: 'background', name, body });
      const reply = await evaluate(`chrome.runtime.sendMessage(${question})`);
      if (!reply?.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
      return reply.answer;
    };
    await ask('accounts.changeApp', { clientKey: DEMO_KEY, secret: DEMO_SECRET });
    const { address } = await ask('accounts.begin');
    await ask('accounts.finish', { callback: (await decide(sandbox, address)).href });
  });
}

async function watch() {
  const before = stores();
  let [wakes, awake, wasAwake] = [0, 0, false];
  const step = 250;
  for (const end = Date.now() + watched; Date.now() < end; await browser.pause(step)) {
    const isAwake = await browser.workerIsAwake();
    if (isAwake && !wasAwake) wakes += 1;
    if (isAwake) awake += step / 1_000;
    wasAwake = isAwake;
  }
  const written = writtenSince(before).length;
  return { 'times woken': wakes, 'seconds awake': awake, 'files of its stores written': written };
}

try {
  await browser.closeTarget(browser.settingsTarget);
  const before = stores();
  await connect();
  const written = writtenSince(before).length;
  if (written === 0)
    throw new Error('an account was connected and no write was seen: we look in the wrong place');
  const asleepAfter = await untilAsleep();
  say(`the worker sleeps ${asleepAfter.toFixed(0)} s after the last page was closed`);
  // The browser writes out late what was written before.
  await browser.pause(5_000);
  const requests = sandbox.control.log.all().length;
  const figures = await watch();
  console.table({
    [`${watched / 60_000} min`]: {
      ...figures,
      'requests to TikTok': sandbox.control.log.all().length - requests,
      'files looked at': stores().size,
    },
  });
  say(`alarms that stand: ${(await alarms()).join(', ') || 'none'}`);
} finally {
  await browser.close();
  await sandbox.close();
}
