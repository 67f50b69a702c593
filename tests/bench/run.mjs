/**
 * Every figure the project promises, with the machine it came from: `npm run bench [-- name …]`.
 * A name is that of a file beside this one; what follows `--` once more is handed to the bench itself.
 */
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { ensureChromium, ensureDependencies, run, SetupError } from '../tools/setup.mjs';

const all = [
  ...['chunk-plans', 'watch', 'history', 'upload', 'idle'],
  ...['finder', 'popup', 'plots', 'photos', 'slideshow', 'trim'],
];
const needNoBuild = new Set(['chunk-plans', 'watch']);
const say = (line) => process.stdout.write(`${line}\n`);

const given = process.argv.slice(2);
const options = given.findIndex((word) => word.startsWith('-'));
const asked = options < 0 ? given : given.slice(0, options);
const names = asked.length > 0 ? asked : all;
const rest = options < 0 ? [] : given.slice(options).filter((word) => word !== '--');

function machine(chromium) {
  const [cpu] = cpus();
  const version = execFileSync(chromium, ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
  const memory = `${Math.round(totalmem() / 1e9)} GB`;
  return `${cpus().length} × ${cpu?.model.trim() ?? 'processor'}, ${memory}; ${process.platform}; ${version}`;
}

async function main() {
  const strange = names.filter((name) => !all.includes(name));
  if (strange.length > 0) {
    throw new SetupError(`There is no bench ${strange.join(', ')}. There are: ${all.join(', ')}.`);
  }
  ensureDependencies();
  const chromium = ensureChromium();
  say(machine(chromium));
  if (
    names.some((name) => !needNoBuild.has(name)) &&
    (await run('npm', ['run', '--silent', 'build'])) !== 0
  ) {
    throw new SetupError('The build did not finish. Its own words are above.');
  }
  const broken = [];
  for (const name of names) {
    const load = loadavg()[0] ?? 0;
    say(`\n— ${name} (the machine’s load before it: ${load.toFixed(1)})`);
    const code = await run('node', [`tests/bench/${name}.mjs`, ...rest], { FERRY_CHROMIUM: chromium });
    if (code !== 0) broken.push(name);
  }
  if (broken.length > 0) throw new SetupError(`Did not come to their end: ${broken.join(', ')}`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  say(`\n${error.message}`);
  process.exitCode = 1;
}
