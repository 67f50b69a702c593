// Holds the built extension against its written limits: bytes per entry point, and permissions.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { out, weigh } from './weigh.mjs';

const say = (line) => process.stdout.write(`${line}\n`);

/**
 * Gzipped kB that an entry point may load before the person does anything. React with its DOM is 70 of a page's.
 * The settings come without the section they open at: each is fetched beside their frame, the accounts' is 6.
 * A worker may not import() later: all that the background can ever do is in it, some 60 modules of posts, routes,
 * accounts, numbers and data. It is read from disk and compiled once, so what counts there is that it does not grow unseen.
 */
const limits = {
  'popup.html': 107,
  'options.html': 102,
  'compose.html': 107,
  'background.js': 76,
  'find-media.js': 20.5,
};

/** A change here is a change of what a person is asked to trust. */
const permissions = {
  permissions: 'activeTab alarms contextMenus identity notifications offscreen scripting sidePanel storage',
  host_permissions: 'https://*.tiktokapis.com/*',
  optional_host_permissions: 'http://*/* https://*/*',
};

let broken = 0;

for (const [entry, limit] of Object.entries(limits)) {
  if (!existsSync(join(out, entry))) {
    say(`${entry.padEnd(16)} is not in the build`);
    broken += 1;
    continue;
  }
  const size = weigh(entry);
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
