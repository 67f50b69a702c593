import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const unit = {
  name: 'unit',
  include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/sandbox/**/*.test.ts'],
  setupFiles: ['tests/unit/seed.ts'],
  testTimeout: 60_000,
};
const e2e = {
  name: 'e2e',
  include: ['tests/e2e/**/*.test.ts'],
  globalSetup: ['tests/e2e/harness/find-browsers.mjs'],
  // A real browser on a busy machine: slowness is no failure here, timings are measured in tests/bench.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  fileParallelism: true,
  maxWorkers: 2,
};

export default defineConfig({
  test: {
    projects: [{ plugins: [await WxtVitest()], test: unit }, { test: e2e }],
  },
});
