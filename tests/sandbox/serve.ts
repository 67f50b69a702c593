import { startSandbox } from './index.ts';

/** Runs the sandbox by itself: `node tests/sandbox/serve.ts [port]`. */
const sandbox = await startSandbox({ port: Number(process.argv[2] ?? 0) });
console.log(`Sandbox on https://127.0.0.1:${sandbox.port} for ${sandbox.hosts.length} hosts.`);
console.log(
  `chromium ${sandbox
    .chromiumArgs()
    .map((arg) => `'${arg}'`)
    .join(' ')}`,
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    sandbox.close().then(() => process.exit(0));
  });
}
