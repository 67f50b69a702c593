import { type HostTable, type Reply, type Route, text } from './http.ts';

type Missing = 'unknown host' | 'unknown path' | 'wrong method';

export function findRoute(hosts: HostTable, host: string, method: string, path: string): Route | Missing {
  const routes = hosts[host] ?? wildcardOf(hosts, host);
  if (!routes) return 'unknown host';
  const here = routes.filter((route) =>
    typeof route.path === 'string' ? route.path === path : route.path.test(path),
  );
  if (here.length === 0) return 'unknown path';
  const asked = method === 'HEAD' ? 'GET' : method;
  return here.find((route) => route.method === '*' || route.method === asked) ?? 'wrong method';
}

export function missing(why: Missing, path: string): Reply {
  // Every browser asks for it; a 404 would only be noise in its console.
  if (path === '/favicon.ico') return { status: 204 };
  if (why === 'unknown host') return text('No such host in the sandbox', 421);
  return why === 'wrong method' ? text('405 method not allowed', 405) : text('404 page not found', 404);
}

/** The nearest `*.suffix`, at any depth, as Chromium's mapping understands it. */
function wildcardOf(hosts: HostTable, host: string): readonly Route[] | undefined {
  const labels = host.split('.');
  for (let depth = 1; depth < labels.length; depth += 1) {
    const routes = hosts[`*.${labels.slice(depth).join('.')}`];
    if (routes) return routes;
  }
  return undefined;
}
