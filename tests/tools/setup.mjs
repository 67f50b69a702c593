// What a machine with only Node and git lacks: the locked dependencies, the pinned Node, a Chromium.
// Plain built-ins only: this runs before anything is installed, on the host's Node (20 or later).
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = join(root, 'node_modules');
const bin = join(modules, '.bin');
const isWindows = process.platform === 'win32';

const say = (line) => process.stdout.write(`${line}\n`);

/** Something the person has to do; its message is written for them. */
export class SetupError extends Error {}

/** The npm that started us, or the one on the path; on Windows that is a script and wants a shell. */
function npm(args) {
  const started = process.env.npm_execpath;
  const result = started?.endsWith('.js')
    ? spawnSync(process.execPath, [started, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: isWindows });
  if (result.status !== 0)
    throw new SetupError(`npm ${args.join(' ')} did not finish. Its own words are above.`);
}

/** Installs the locked dependencies when they are missing or of another lock file. */
export function ensureDependencies() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(modules, '.ferry-lock');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
    say('Installing the locked dependencies …');
    npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    writeFileSync(stamp, lock);
  }
  ensurePinnedNode();
}

/** Newer npm runs install scripts only when asked to; the `node` package needs its own to place the binary. */
function ensurePinnedNode() {
  const wanted = JSON.parse(readFileSync(join(modules, 'node', 'package.json'), 'utf8')).version;
  const found = spawnSync(join(bin, 'node'), ['--version'], { encoding: 'utf8', shell: isWindows });
  if (found.stdout?.trim() === `v${wanted}`) return;
  npm(['rebuild', 'node', '--foreground-scripts', '--loglevel=error']);
}

/** The environment in which `node` is the pinned one. */
export function pinnedEnv(extra = {}) {
  return { ...process.env, ...extra, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };
}

const onPath = (name) => {
  const found = spawnSync(isWindows ? 'where' : 'which', [name], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim().split('\n')[0] : undefined;
};

export function findChromium() {
  const named = process.env.FERRY_CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new SetupError(`FERRY_CHROMIUM names ${named}, and nothing is there.`);
  }
  const mac = '/Applications/Chromium.app/Contents/MacOS/Chromium';
  if (process.platform === 'darwin' && existsSync(mac)) return mac;
  return onPath('chromium') ?? onPath('chromium-browser') ?? playwrightChromium();
}

function playwrightChromium() {
  const script = "import('playwright-core').then(({ chromium }) => console.log(chromium.executablePath()))";
  const asked = spawnSync(join(bin, 'node'), ['-e', script], {
    cwd: root,
    encoding: 'utf8',
    env: pinnedEnv(),
  });
  const path = asked.stdout?.trim();
  return path && existsSync(path) ? path : undefined;
}

const isDebianRoot = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get') !== undefined;

function apt(...packages) {
  say(`Installing ${packages.join(', ')} with apt-get …`);
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  try {
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
  } catch {
    say('apt-get did not finish; its own words are above.');
  }
}

function downloadChromium() {
  say('No Chromium found; asking Playwright for its own …');
  const cli = join(modules, 'playwright-core', 'cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { cwd: root, stdio: 'inherit' });
}

/**
 * A Chromium that loads unpacked extensions. Branded Chrome no longer honours --load-extension, so it is not one.
 * Found, or installed, or refused with the command to run: never skipped in silence.
 */
export function ensureChromium() {
  const ways = [() => {}, ...(isDebianRoot() ? [() => apt('chromium')] : []), downloadChromium];
  for (const way of ways) {
    way();
    const found = findChromium();
    if (found) return found;
  }
  throw new SetupError(
    'Ferry is tested in a real Chromium and none was found.\n' +
      'Install one (Debian, Ubuntu: sudo apt-get install chromium; others: npx playwright-core install chromium)\n' +
      'or set FERRY_CHROMIUM to the path of one, then run this again.',
  );
}

/** Firefox, where there is one or apt can bring it; undefined elsewhere, and the caller says so. */
export function findFirefox() {
  const found = () => process.env.FERRY_FIREFOX ?? onPath('firefox-esr') ?? onPath('firefox');
  if (!found() && isDebianRoot()) apt('firefox-esr');
  return found();
}

/** Runs a command of the project under the pinned Node; resolves to its exit code. */
export function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      env: pinnedEnv(env),
      shell: isWindows,
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
