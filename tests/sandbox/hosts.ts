import type { HostTable } from './http.ts';

/** Chromium's switches that bring every host of the sandbox to it, and let nothing else out. */
export function chromiumArgs(hosts: HostTable, portOf: (host: string) => number, spki: string): string[] {
  const rules = Object.keys(hosts).map((host) => `MAP ${host}:443 127.0.0.1:${portOf(host)}`);
  const all = [...rules, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'];
  return [`--host-resolver-rules=${all.join(', ')}`, `--ignore-certificate-errors-spki-list=${spki}`];
}
