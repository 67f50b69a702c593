/**
 * Cutting a video of 1 GB without re-encoding it, beside `ffmpeg -c copy` doing the same in the same run: as a post
 * does it (the film's index is written anew), and as it is done where every packet has to be copied.
 *
 *   node tests/bench/trim.mjs
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeLongVideo } from '../e2e/fit/long-video.ts';
import { openWorkbench } from '../e2e/fit/workbench.ts';
import { withPeak } from './process-tree.mjs';

const folder = await mkdtemp(join(tmpdir(), 'ferry-trim-'));
const bench = await openWorkbench({ module: '/tests/bench/fit-page.ts' });
const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;
const [start, end] = [60, 540];
const ask = (name) =>
  bench.page.evaluate(([way, from, to]) => Reflect.get(window, 'bench')(way, from, to), [name, start, end]);

function ffmpeg(film) {
  const began = performance.now();
  const args = ['-y', '-loglevel', 'error', '-ss', start, '-i', film, '-t', end - start, '-c', 'copy'];
  execFileSync('ffmpeg', [...args.map(String), join(folder, 'cut.mp4')]);
  return (performance.now() - began) / 1_000;
}

try {
  const film = await makeLongVideo(600, 1_000_000_000);
  await bench.page.setInputFiles('input', film);
  await ask('keepFilm');
  // Everybody reads from memory: once before, so that nobody pays for the disk.
  await readFile(film);
  const rows = [];
  for (let round = 0; round < 3; round++) {
    const theirs = hasFfmpeg ? ffmpeg(film) : undefined;
    for (const way of ['cut', 'repack']) {
      const { result, peak, cpu } = await withPeak(bench.pid, () => ask(way));
      rows.push({
        way,
        'out MB': Math.round(result.bytes / 1e6),
        'ferry s': result.seconds.toFixed(2),
        'ffmpeg s': theirs?.toFixed(2) ?? 'not here',
        ratio: theirs ? (result.seconds / theirs).toFixed(2) : '',
        'cpu s': cpu,
        'peak MB': peak,
      });
    }
  }
  console.table(rows);
} finally {
  await bench.close();
  await rm(folder, { recursive: true, force: true });
}
