/**
 * Cutting a video of 1 GB without re-encoding it, beside `ffmpeg -c copy` doing the same in the same run.
 *
 *   node tests/bench/trim.mjs
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeLongVideo } from '../e2e/fit/long-video.ts';
import { openWorkbench } from '../e2e/fit/workbench.ts';
import { withPeak } from './process-tree.mjs';

const folder = await mkdtemp(join(tmpdir(), 'ferry-trim-'));
const bench = await openWorkbench({ module: '/tests/bench/fit-page.ts' });
const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;
const [start, end] = [60, 540];
try {
  const film = await makeLongVideo(600, 1_000_000_000);
  await bench.page.setInputFiles('input', film);
  // Both read the same file: once before, so that neither pays for the disk.
  await stat(film);
  const rows = [];
  for (let round = 0; round < 3; round++) {
    const { result, peak, cpu } = await withPeak(bench.pid, () =>
      bench.page.evaluate(([from, to]) => Reflect.get(window, 'bench')('trim', from, to), [start, end]),
    );
    const began = performance.now();
    if (hasFfmpeg) {
      const out = join(folder, 'cut.mp4');
      const args = [
        '-y',
        '-loglevel',
        'error',
        '-ss',
        start,
        '-i',
        film,
        '-t',
        end - start,
        '-c',
        'copy',
        out,
      ];
      execFileSync('ffmpeg', args.map(String));
    }
    const ffmpeg = (performance.now() - began) / 1_000;
    rows.push({
      'out MB': Math.round(result.bytes / 1e6),
      'ferry s': result.seconds.toFixed(2),
      'ferry MB/s': Math.round(result.bytes / 1e6 / result.seconds),
      'ffmpeg s': hasFfmpeg ? ffmpeg.toFixed(2) : 'not here',
      ratio: hasFfmpeg ? (result.seconds / ffmpeg).toFixed(2) : '',
      'cpu s': cpu,
      'peak MB': peak,
    });
  }
  console.table(rows);
} finally {
  await bench.close();
  await rm(folder, { recursive: true, force: true });
}
