import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { createViteServer } from 'vitest/node';
import { browserPid } from '../harness/ferry.ts';

const root = resolve(import.meta.dirname, '../../..');
const fixtures = join(root, 'tests/fixtures/media/fit');

export interface Workbench {
  page: Page;
  /** The browser's own process. */
  pid: number;
  close(): Promise<void>;
}

interface WorkbenchOptions {
  /** Files beside the fixtures. */
  extra?: Record<string, Uint8Array>;
  /** What puts `window.bench` there. */
  module?: string;
}

/**
 * lib/media as it is, in a real browser with real decoders and encoders, without the extension around it.
 * `window.bench` is what the module puts there; `/files/…` are the fixtures, or what `extra` makes.
 */
export async function openWorkbench({
  extra = {},
  module = '/tests/e2e/fit/page.ts',
}: WorkbenchOptions = {}): Promise<Workbench> {
  const vite = await createViteServer({
    configFile: false,
    root,
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
    define: { 'import.meta.env.FIREFOX': 'false' },
    logLevel: 'error',
  });
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://bench').pathname);
    if (path === '/') {
      response.setHeader('content-type', 'text/html');
      response.end(
        `<!doctype html><link rel="icon" href="data:,"><body><script type="module" src="${module}"></script>`,
      );
    } else if (path.startsWith('/files/')) {
      void bytesOf(path.slice('/files/'.length), extra).then(
        (bytes) => sendPart(request, response, bytes),
        () => response.writeHead(404).end(),
      );
    } else {
      vite.middlewares(request, response);
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const profile = await mkdtemp(join(tmpdir(), 'ferry-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.FERRY_CHROMIUM ?? 'chromium',
    args: ['--no-sandbox'],
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(error));
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(message.text());
  });
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.waitForFunction(() => 'bench' in window);
  return {
    page,
    pid: browserPid(profile),
    async close() {
      await context.close();
      await vite.close();
      server.close();
      server.closeAllConnections();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** As servers of media do: the range that was asked for. */
function sendPart({ headers }: IncomingMessage, response: ServerResponse, bytes: Uint8Array): void {
  const [, start, last] = /bytes=(\d+)-(\d*)/.exec(headers.range ?? '') ?? [];
  if (start === undefined) {
    response.end(bytes);
    return;
  }
  const end = last ? Math.min(Number(last) + 1, bytes.length) : bytes.length;
  response.writeHead(206, { 'content-range': `bytes ${start}-${end - 1}/${bytes.length}` });
  response.end(bytes.subarray(Number(start), end));
}

async function bytesOf(name: string, extra: Record<string, Uint8Array>): Promise<Uint8Array> {
  const made = extra[name];
  if (made) return made;
  const path = resolve(fixtures, name);
  if (!path.startsWith(fixtures + sep)) throw new Error('outside');
  return readFile(path);
}
