// `npm run fuzz [rounds]`: the property tests with inputs nobody has tried yet.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureDependencies, root, run } from './setup.mjs';

const rounds = Number(process.argv[2] ?? 10);
const unit = join(root, 'tests', 'unit');
const files = readdirSync(unit, { recursive: true })
  .filter(
    (name) => name.endsWith('.test.ts') && readFileSync(join(unit, name), 'utf8').includes("'fast-check'"),
  )
  .map((name) => relative(root, join(unit, name)));

ensureDependencies();
for (let round = 1; round <= rounds; round += 1) {
  const seed = Math.floor(Math.random() * 2 ** 31);
  process.stdout.write(`\nRound ${round} of ${rounds}: FERRY_SEED=${seed}\n`);
  const env = { FERRY_SEED: String(seed), FERRY_RUNS: '1000' };
  const code = await run('vitest', ['run', '--project', 'unit', '--silent=passed-only', ...files], env);
  if (code !== 0) {
    process.stdout.write(`\nBroken with FERRY_SEED=${seed}; the same seed breaks it again.\n`);
    process.exit(1);
  }
}
