/**
 * What making photos fit costs: 35 photos of 12 megapixels, and one of 100; time for each, and the most memory of
 * the whole browser above what it had before.
 *
 *   node tests/bench/photos.mjs
 */
import { openWorkbench } from '../e2e/fit/workbench.ts';
import { withPeak } from './process-tree.mjs';

const bench = await openWorkbench({ module: '/tests/bench/fit-page.ts' });
const ask = (name, ...given) =>
  bench.page.evaluate(([method, rest]) => Reflect.get(window, 'bench')(method, ...rest), [name, given]);
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
try {
  const rows = [];
  for (const [count, width, height] of [
    [35, 4_000, 3_000],
    [1, 11_600, 8_700],
  ]) {
    const before = await ask('makePhotos', count, width, height);
    await bench.page.waitForTimeout(3_000);
    const { result, peak, cpu } = await withPeak(bench.pid, () => ask('fitPhotos'));
    rows.push({
      photos: `${count} × ${Math.round((width * height) / 1e6)} MP`,
      'from MB': (before / 1e6).toFixed(1),
      'to MB': (result.bytes / 1e6).toFixed(1),
      'median ms': Math.round(median(result.ms)),
      'all s': (result.ms.reduce((sum, ms) => sum + ms, 0) / 1_000).toFixed(1),
      'cpu s': cpu,
      'peak MB': peak,
    });
  }
  console.table(rows);
} finally {
  await bench.close();
}
