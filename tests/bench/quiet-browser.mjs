import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const extension = resolve(import.meta.dirname, '../../.output/chrome-mv3');
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(holds, what) {
  for (const end = Date.now() + 20_000; ; await pause(50)) {
    const held = await holds();
    if (held) return held;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
  }
}

/**
 * Ferry in a Chromium to which nothing is attached but what we open ourselves: a worker with a debugger at it is
 * never put to sleep, and Playwright attaches to all of them.
 */
export async function openQuietBrowser(sandbox) {
  const profile = await mkdtemp(join(tmpdir(), 'ferry-bench-'));
  const browser = spawn(
    process.env.FERRY_CHROMIUM ?? '/usr/bin/chromium',
    [
      ...['--headless=new', '--no-sandbox', '--no-first-run', '--password-store=basic'],
      ...['--disable-background-networking', '--disable-component-update', '--remote-debugging-port=0'],
      ...[`--user-data-dir=${profile}`, `--disable-extensions-except=${extension}`],
      ...[`--load-extension=${extension}`, ...sandbox.chromiumArgs(), 'about:blank'],
    ],
    { stdio: 'ignore' },
  );
  const gone = new Promise((resolve) => browser.once('exit', resolve));
  const portFile = join(profile, 'DevToolsActivePort');
  await until(() => existsSync(portFile), 'the browser');
  const [port, path] = (await readFile(portFile, 'utf8')).split('\n');
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  const waiting = new Map();
  socket.onmessage = ({ data }) => {
    const { id, result, error } = JSON.parse(data);
    const { done, fail } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (error) fail?.(new Error(error.message));
    else done?.(result);
  };
  let asked = 0;
  const send = (method, params = {}, sessionId = undefined) =>
    new Promise((done, fail) => {
      asked += 1;
      waiting.set(asked, { done, fail });
      socket.send(JSON.stringify({ id: asked, method, params, sessionId }));
    });

  const own = async () =>
    (await send('Target.getTargets', { filter: [{}] })).targetInfos.filter(({ url }) =>
      url.startsWith('chrome-extension://'),
    );
  // An installation opens its settings by itself.
  const first = await until(
    async () => (await own()).find(({ url }) => url.includes('/options.html')),
    'the settings',
  );
  const id = new URL(first.url).host;
  const workerIsAwake = async () => (await own()).some(({ type }) => type === 'service_worker');

  return {
    id,
    profile,
    pause,
    workerIsAwake,
    settingsTarget: first.targetId,
    closeTarget: (targetId) => send('Target.closeTarget', { targetId }),
    /** Runs the work with a page of Ferry's that runs none of its code, and closes it. */
    async withPage(work) {
      const { targetId } = await send('Target.createTarget', {
        url: `chrome-extension://${id}/manifest.json`,
      });
      const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
      const evaluate = async (expression) => {
        const params = { expression, awaitPromise: true, returnByValue: true };
        const { result, exceptionDetails } = await send('Runtime.evaluate', params, sessionId);
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
        return result.value;
      };
      try {
        await until(
          () => evaluate('location.href !== "about:blank" && document.readyState === "complete"'),
          'a page',
        );
        return await work(evaluate);
      } finally {
        await send('Target.closeTarget', { targetId });
      }
    },
    async close() {
      await send('Browser.close').catch(() => undefined);
      const late = setTimeout(() => browser.kill('SIGKILL'), 5_000);
      await gone;
      clearTimeout(late);
      socket.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
