import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './setup.mjs';

export const out = join(root, '.output', 'chrome-mv3');

/** Gzipped kB of an entry point and all it loads before the person does anything. */
export function weigh(entry) {
  return [...closure(entry)].reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(out, file))).length / 1_000,
    0,
  );
}

/** A page and all it loads at once: scripts, preloads, styles, and what those import statically. */
function closure(file, seen = new Set()) {
  const path = join(out, file);
  if (seen.has(file) || !existsSync(path)) return seen;
  seen.add(file);
  const text = readFileSync(path, 'utf8');
  for (const next of file.endsWith('.html') ? linked(text) : imported(text, file)) closure(next, seen);
  return seen;
}

const linked = (html) =>
  [...html.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map((match) => match[1]);

function imported(script, file) {
  const from = [
    ...script.matchAll(/(?:^|[;}\s])(?:import|export)(?:[^'"();]*?from)?\s*["'](\.{1,2}\/[^"']+)["']/g),
  ];
  return from.map((match) => join(file, '..', match[1]));
}
