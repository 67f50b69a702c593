import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

/** The build a person would install. */
export async function buildOnce(): Promise<void> {
  const code = await new Promise<number | null>((done) => {
    spawn('wxt', ['build'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    }).on('exit', done);
  });
  if (code !== 0) throw new Error('the build did not finish; its own words are above');
}

/** Rebuilds at each change; the extension in the browser reloads itself. */
export async function buildForever(): Promise<ChildProcess> {
  const manifest = resolve(root, '.output/chrome-mv3-dev/manifest.json');
  rmSync(manifest, { force: true });
  const watcher = spawn('wxt', [], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  while (!existsSync(manifest)) {
    if (watcher.exitCode !== null) throw new Error('the dev build stopped; its own words are above');
    await new Promise((wait) => setTimeout(wait, 100));
  }
  return watcher;
}
