/**
 * How fast a film of 12 photos of 12 megapixels is made, as a multiple of its own length, and with how much memory.
 *
 *   node tests/bench/slideshow.mjs
 */
import { openWorkbench } from '../e2e/fit/workbench.ts';
import { withPeak } from './process-tree.mjs';

const bench = await openWorkbench({ module: '/tests/bench/fit-page.ts' });
const ask = (name, ...given) =>
  bench.page.evaluate(([method, rest]) => Reflect.get(window, 'bench')(method, ...rest), [name, given]);
try {
  await ask('makePhotos', 12, 4_000, 3_000);
  const rows = [];
  for (let round = 0; round < 3; round++) {
    const { result, peak, cpu } = await withPeak(bench.pid, () => ask('slideshow', 2));
    rows.push({
      'film s': result.length,
      'made in s': result.seconds.toFixed(1),
      '× real time': (result.length / result.seconds).toFixed(2),
      'size MB': (result.bytes / 1e6).toFixed(1),
      'cpu s': cpu,
      'peak MB': peak,
    });
  }
  console.table(rows);
} finally {
  await bench.close();
}
