// `npm start`: Ferry in a browser, with a stand-in for TikTok and a demo shop. `--dev` rebuilds as you type.
import { ensureChromium, ensureDependencies, run, SetupError } from './setup.mjs';

try {
  ensureDependencies();
  const chromium = ensureChromium();
  // Ctrl-C reaches the whole group: the child closes its browser and its server, and this waits for it.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => {});
  process.exitCode = await run('node', ['tests/tools/start/main.ts', ...process.argv.slice(2)], {
    FERRY_CHROMIUM: chromium,
  });
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stdout.write(`\n${error.message}\n`);
  process.exitCode = 1;
}
