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
  return code === 0 ? { passed: 1, failed: 0, fallen: [] } : { passed: 0, failed: 1, fallen: [name] };
}

async function runSuite(project, env, extra = []) {
  const report = join(reports, `${project}.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run('vitest', ['run', '--project', project, ...reporters, ...extra], env);
  if (!existsSync(report)) return { passed: 0, failed: 1, broken: [], fallen: [`${project}: no report`] };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const broken = testResults.filter(({ status }) => status === 'failed');
  // A file that breaks before its first test has no failed test to count, and must not pass for that.
  const failed = numFailedTests || (code === 0 ? 0 : Math.max(1, broken.length));
  const fallen =
    failed > 0 && broken.length === 0
      ? [`${project}: an error outside of any test`]
      : broken.flatMap(namesOf);
  return { passed: numPassedTests, failed, broken, fallen };
}

/** By name what failed in a file, or the file where it broke outside of its tests. */
function namesOf({ name: file, assertionResults }) {
  const path = relative(root, file);
  const failed = assertionResults.filter(({ status }) => status === 'failed');
  return failed.length > 0 ? failed.map(({ fullName }) => `${path}: ${fullName}`) : [path];
}

/** These talk over sockets, on a machine where much else happens; a pure test has no such excuse. */
const mayBeDisturbed = (file) => /^tests[\\/](?:e2e|sandbox)[\\/]/.test(file);

/**
 * Browsers and servers beside each other on a small machine disturb each other now and then. What failed of them is run
 * once more with the machine to itself, and said to be so: first the tests that failed, and where one fails again its
 * whole file, since it may stand on what earlier ones of the file did. What fails there as well has failed. Anything
 * else fails at once: a property that was broken once is broken.
 */
async function suite(name, project, env) {
  say(`\n— ${name}`);
  const first = await runSuite(project, env);
  if (first.broken.length === 0) return first;
  let { passed, failed } = { ...first, failed: 0 };
  const names = [];
  for (const broken of first.broken) {
    const file = relative(root, broken.name);
    const stood = broken.assertionResults.filter(({ status }) => status === 'passed').length;
    const fallen = broken.assertionResults.filter(({ status }) => status === 'failed');
    if (!mayBeDisturbed(file)) {
      failed += Math.max(1, fallen.length);
      names.push(...namesOf(broken));
      continue;
    }
    const second = await secondLook(file, fallen, project, env);
    // The whole file is counted anew, unless only what had fallen was run.
    passed += second.isWhole ? second.passed - stood : second.passed;
    failed += second.failed;
    names.push(...second.fallen);
  }
  return { passed, failed, fallen: names };
}

async function secondLook(file, fallen, project, env) {
  say(`\n— Once more, by itself: ${file}`);
  // A file that broke outside of its tests has none to name.
  if (fallen.length > 0) {
    const again = await runSuite(project, env, [...alone, '-t', patternOf(fallen), file]);
    if (again.failed === 0 && again.passed === fallen.length) return again;
    say(`\n— And whole: ${file}`);
  }
  return { ...(await runSuite(project, env, [...alone, file])), isWhole: true };
}

const alone = ['--maxWorkers=1'];
/** These tests and no others, whatever stands in their names. */
const patternOf = (tests) =>
  `^(?:${tests.map(({ fullName }) => fullName.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})$`;

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
    await suite('Unit tests, rules of the house, contract of the sandbox', 'unit', env),
    await step('Build, sizes and permissions', 'check:size'),
    await step('Firefox build', 'build:firefox'),
    await suite('End to end: the shipped build in a real browser', 'e2e', env),
  ];
  const fallen = results.flatMap(({ fallen: names }) => names);
  if (fallen.length > 0) say(`\nWhat failed:\n${fallen.map((name) => `  ${name}`).join('\n')}`);
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
