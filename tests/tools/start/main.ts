import { launchFerry } from '../../e2e/harness/ferry.ts';
import { startSandbox } from '../../sandbox/index.ts';
import { buildForever, buildOnce } from './build.ts';
import { journey } from './journey.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const dev = process.argv.includes('--dev');
const hasDisplay =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

const closers: (() => unknown)[] = [];
const closeAll = async () => {
  for (const close of closers.reverse()) await close();
  process.exit();
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, closeAll);

const sandbox = await startSandbox();
closers.push(() => sandbox.close());
const [app] = sandbox.control.apps();

if (dev) {
  const watcher = await buildForever();
  closers.push(() => watcher.kill());
} else {
  say('Building Ferry …');
  await buildOnce();
}

if (hasDisplay) {
  const ferry = await launchFerry({ sandbox, headless: false, ...(dev ? { build: 'chrome-mv3-dev' } : {}) });
  closers.push(() => ferry.close());
  await ferry.visit('https://sandbox.ferry.example/');
  await ferry.visit('https://shop.example/');
  say(`
Ferry is open, with a stand-in for TikTok: nothing here reaches the real one.

  1. In Ferry's own tab, enter the key of the demo app and connect:
       client key     ${app?.clientKey}
       client secret  ${app?.clientSecret}
  2. Go to the demo shop's tab, click Ferry in the toolbar (the puzzle piece shows it), and post.
  3. https://sandbox.ferry.example/ shows what arrived, and lets you make TikTok misbehave.

Ctrl-C ends it.`);
  ferry.context.once('close', closeAll);
} else if (dev) {
  say(
    'There is no display to open a browser on. Set DISPLAY, or use `npm start` for the journey without one.',
  );
  await closeAll();
} else {
  say('There is no display, so Ferry makes the journey by itself.\n');
  try {
    await journey(sandbox, say, closers);
  } catch (error) {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 1;
  }
  await closeAll();
}
