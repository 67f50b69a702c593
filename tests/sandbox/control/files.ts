import type { HostTable, Reply, Route } from '../http.ts';

/** Files and pages a test puts on a host while the sandbox runs. */
export function createFiles() {
  const files = new Map<string, Reply>();
  return {
    /** `https://media.verified.example/a.jpg` answers this from now on. Its host must be one the sandbox plays. */
    put(
      url: string,
      body: string | Buffer,
      options: { type?: string; status?: number; headers?: Record<string, string> } = {},
    ) {
      files.set(key(new URL(url)), {
        status: options.status ?? 200,
        headers: { 'content-type': options.type ?? 'application/octet-stream', ...options.headers },
        body,
      });
    },
    redirect(url: string, to: string, status = 302) {
      files.set(key(new URL(url)), { status, headers: { location: to }, body: '' });
    },
    remove: (url: string) => files.delete(key(new URL(url))),
    clear: () => files.clear(),
    /** The same hosts, with what was put on them in front. */
    over(hosts: HostTable): HostTable {
      return Object.fromEntries(
        Object.entries(hosts).map(([host, routes]) => {
          const here: Route = {
            name: 'file',
            method: 'GET',
            path: { test: (path) => files.has(`${host}${path}`) },
            handle: (request) => files.get(key(request.url)) ?? { status: 404 },
          };
          return [host, [here, ...routes]];
        }),
      );
    },
  };
}

function key(url: URL): string {
  return `${url.host}${url.pathname}`;
}
