// `npm test`: from a clean machine to one line of totals.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureChromium, ensureDependencies, findFirefox, root, run, SetupError } from './setup.mjs';

const reports = join(root, '.tests', 'reports');
const say = (line) => process.stdout.write(`${line}\n`);

/** A step that either holds or does not counts as one test; a suite counts its own. */
async function step(name, script) {
  say(`\n— ${name}`);
  const code = await run('npm', ['run', '--silent', script]);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function runSuite(project, env, extra = []) {
  const report = join(reports, `${project}.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run('vitest', ['run', '--project', project, ...reporters, ...extra], env);
  if (!existsSync(report)) return { passed: 0, failed: 1, broken: [] };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const broken = testResults.filter(({ status }) => status === 'failed');
  // A file that breaks before its first test has no failed test to count, and must not pass for that.
  const failed = numFailedTests || (code === 0 ? 0 : Math.max(1, broken.length));
  return { passed: numPassedTests, failed, broken };
}

async function suite(name, project, env) {
  say(`\n— ${name}`);
  return runSuite(project, env);
}

/**
 * Browsers beside each other on a small machine disturb each other now and then. A file that failed is run once more
 * with the machine to itself, and said to be so; what fails there as well has failed.
 */
async function suiteWithSecondLook(name, project, env) {
  const first = await suite(name, project, env);
  if (first.broken.length === 0) return first;
  const files = first.broken.map(({ name: file }) => relative(root, file));
  say(`\n— Once more, each by itself: ${files.join(', ')}`);
  const second = await runSuite(project, env, ['--maxWorkers=1', ...files]);
  const passedBeside = first.broken.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'passed'),
  ).length;
  return { passed: first.passed - passedBeside + second.passed, failed: second.failed };
}

async function main() {
  ensureDependencies();
  const chromium = ensureChromium();
  const firefox = findFirefox();
  if (!firefox) say('No Firefox here: its tests are left out. Install firefox-esr to run them.');
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });

  const env = { FERRY_CHROMIUM: chromium, ...(firefox ? { FERRY_FIREFOX: firefox } : {}) };
  const results = [
    await step('Types', 'check:types'),
    await step('Style', 'check:style'),
    await step('Unused code and packages', 'check:unused'),
    await suite('Unit tests, with the rules of the house and the contract of the sandbox', 'unit', env),
    await step('Build, sizes and permissions', 'check:size'),
    await step('Firefox build', 'build:firefox'),
    await suiteWithSecondLook('End to end: the shipped build in a real browser', 'e2e', env),
  ];
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  say(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  say(`\n${error.message}\n\n0 passed, 1 failed`);
  process.exitCode = 1;
}
