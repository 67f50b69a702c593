// Holds the built extension against its written limits: bytes per entry point, and permissions.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './setup.mjs';

const out = join(root, '.output', 'chrome-mv3');
const say = (line) => process.stdout.write(`${line}\n`);

/**
 * Gzipped kB that an entry point may load before the person does anything. React with its DOM is 68 of a page's.
 * A worker may not import() later: all that the background can ever do is in it, some 60 modules of posts, routes,
 * accounts, numbers and data. It is read from disk and compiled once, so what counts there is that it does not grow unseen.
 */
const limits = {
  'popup.html': 116,
  'options.html': 132,
  'compose.html': 116,
  'background.js': 94,
  'find-media.js': 20.5,
};

/** A change here is a change of what a person is asked to trust. */
const permissions = {
  permissions: 'activeTab alarms contextMenus identity notifications offscreen scripting sidePanel storage',
  host_permissions: 'https://*.tiktokapis.com/*',
  optional_host_permissions: 'http://*/* https://*/*',
};

/** A page and all it loads at once: scripts, preloads, styles, and what those import statically. */
function closure(file, seen = new Set()) {
  const path = join(out, file);
  if (seen.has(file) || !existsSync(path)) return seen;
  seen.add(file);
  const text = readFileSync(path, 'utf8');
  const linked = file.endsWith('.html')
    ? [...text.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map((match) => match[1])
    : [
        ...text.matchAll(/(?:^|[;}\s])(?:import|export)(?:[^'"();]*?from)?\s*["'](\.{1,2}\/[^"']+)["']/g),
        // The popup asks its first question, then brings its screen along: that counts as loaded at once.
        ...text.matchAll(/import\(["'](\.\/start-[^"']+)["']\)/g),
      ].map((match) => join(file, '..', match[1]));
  for (const next of linked) closure(next, seen);
  return seen;
}

const kilobytes = (file) => gzipSync(readFileSync(join(out, file))).length / 1000;

let broken = 0;

for (const [entry, limit] of Object.entries(limits)) {
  if (!existsSync(join(out, entry))) {
    say(`${entry.padEnd(16)} is not in the build`);
    broken += 1;
    continue;
  }
  const size = [...closure(entry)].reduce((sum, file) => sum + kilobytes(file), 0);
  const over = size > limit;
  if (over) broken += 1;
  say(`${entry.padEnd(16)} ${size.toFixed(1).padStart(7)} kB gzip of ${limit}${over ? '  OVER' : ''}`);
}

const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
for (const [field, wanted] of Object.entries(permissions)) {
  const found = [...(manifest[field] ?? [])].sort().join(' ');
  if (found === wanted) continue;
  broken += 1;
  say(`${field} changed:\n  written: ${wanted}\n  built:   ${found}`);
}
if ((manifest.content_scripts ?? []).length > 0) {
  broken += 1;
  say('a content script would run on pages nobody clicked on');
}

process.exitCode = broken === 0 ? 0 : 1;
