import type { IncomingHttpHeaders } from 'node:http';
import { createSecureServer } from 'node:http2';
import { createServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { readable, swallow } from './bodies.ts';
import type { Certificate } from './certificate.ts';
import type { SandboxClock } from './clock.ts';
import { type Faults, faultReply, momentOf } from './control/faults.ts';
import type { Holds } from './control/holds.ts';
import type { LoggedRequest, RequestLog } from './control/log.ts';
import { meansEndpoint } from './control/match.ts';
import {
  BodyTooLarge,
  type HostTable,
  type Incoming,
  type Outgoing,
  type Route,
  readBody,
  type SandboxRequest,
} from './http.ts';
import { findRoute, missing } from './routing.ts';
import { send } from './send.ts';

interface Parts {
  hosts: HostTable;
  certificate: Certificate;
  clock: SandboxClock;
  log: RequestLog;
  faults: Faults;
  holds: Holds;
  /** Milliseconds to wait before an endpoint's request is looked at. */
  latency: Map<string, number>;
}

const BODY_LIMIT = 32_000_000;

export interface Servers {
  /** Every host, by HTTP/1.1. */
  readonly port: number;
  /** The same by HTTP/2, where requests share a connection and may come without a stated length. */
  readonly http2Port: number;
  close(): Promise<void>;
}

export async function startServers(parts: Parts, port: number): Promise<Servers> {
  const { key, cert } = parts.certificate;
  let lastId = 0;
  const onRequest = (incoming: Incoming, outgoing: Outgoing) => {
    lastId += 1;
    // A client may leave at any byte; that is an outcome to log, not a crash.
    incoming.on('error', () => {});
    outgoing.on('error', () => {});
    answer(parts, lastId, incoming, outgoing).catch((cause: unknown) => {
      if (!outgoing.headersSent) outgoing.writeHead(500, { 'content-type': 'text/plain' });
      outgoing.end(`The sandbox itself failed: ${cause instanceof Error ? cause.stack : String(cause)}`);
    });
  };
  const one = createServer(
    { key, cert, requestTimeout: 0, headersTimeout: 0, keepAliveTimeout: 30_000 },
    onRequest,
  );
  const two = createSecureServer({ key, cert, allowHTTP1: true }, onRequest);
  const sessions = new Set<{ destroy(): void }>();
  two.on('session', (session) => {
    sessions.add(session);
    session.on('error', () => {});
    session.on('close', () => sessions.delete(session));
  });
  return {
    port: await listen(one, port),
    http2Port: await listen(two, 0),
    async close() {
      const closed = [one, two].map((server) => new Promise((resolve) => server.close(resolve)));
      one.closeAllConnections();
      for (const session of sessions) session.destroy();
      await Promise.all(closed);
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

async function answer(parts: Parts, id: number, incoming: Incoming, outgoing: Outgoing): Promise<void> {
  const { log, faults, holds, clock, latency } = parts;
  const host = (authorityOf(incoming) ?? '').replace(/:\d+$/, '').toLowerCase();
  const url = new URL(incoming.url ?? '/', `https://${host || 'nowhere.invalid'}`);
  const method = incoming.method ?? 'GET';
  const found = findRoute(parts.hosts, host, method, url.pathname);
  const entry: LoggedRequest = {
    id,
    at: clock.now(),
    endpoint: typeof found === 'string' ? found : found.name,
    method,
    host,
    path: `${url.pathname}${url.search}`,
    headers: headersOf(incoming),
    body: null,
    status: null,
    outcome: 'open',
    fault: null,
    code: null,
  };
  if (entry.endpoint === 'control' && typeof found !== 'string')
    return control(found, entry, incoming, outgoing, log);
  const streams = typeof found !== 'string' && found.streams === true;
  const dropped = new Promise<void>((resolve) => {
    outgoing.once('close', () => {
      if (entry.outcome === 'open' && !outgoing.writableFinished) {
        entry.outcome = 'dropped by the client';
        log.changed(entry);
      }
      resolve();
    });
  });
  const connection = connectionOf(incoming);
  const breakOff = () => {
    entry.outcome = 'dropped by the sandbox';
    connection.destroy();
    log.changed(entry);
  };

  let body = Buffer.alloc(0);
  if (!streams) {
    try {
      body = Buffer.from(await readBody(incoming, BODY_LIMIT));
    } catch (cause) {
      log.open(entry);
      if (cause instanceof BodyTooLarge) breakOff();
      return;
    }
    entry.body = readable(body, incoming.headers['content-type'] ?? '');
  }
  log.open(entry);

  const wait = Math.max(
    0,
    ...[...latency].map(([wanted, ms]) => (meansEndpoint(wanted, entry.endpoint) ? ms : 0)),
  );
  if (wait > 0) await Promise.race([new Promise((resolve) => setTimeout(resolve, wait)), dropped]);

  const fault = faults.take(entry);
  if (fault) {
    entry.fault = fault.answer.kind;
    if (fault.answer.kind === 'reset') {
      await swallow(incoming, fault.answer.afterBytes);
      return breakOff();
    }
    if (momentOf(fault) === 'before') {
      if (fault.answer.kind === 'hang') return dropped;
      if (streams) await swallow(incoming, Number.POSITIVE_INFINITY);
      const reply = faultReply(fault.answer, entry.endpoint, null);
      return reply ? send(reply, method, outgoing, entry, log) : breakOff();
    }
  }

  if (!(await holds.pass('before', entry, dropped))) return;
  const request: SandboxRequest = { id, method, host, url, headers: entry.headers, body, incoming };
  let reply = typeof found === 'string' ? missing(found, url.pathname) : await found.handle(request);
  if (streams && !incoming.readableEnded) await swallow(incoming, Number.POSITIVE_INFINITY);
  if (fault) {
    if (fault.answer.kind === 'hang') return dropped;
    const broken = faultReply(fault.answer, entry.endpoint, reply);
    if (!broken) return breakOff();
    reply = broken;
  }
  if (!(await holds.pass('after', entry, dropped))) return;
  await send(reply, method, outgoing, entry, log);
}

const authorityOf = (incoming: Incoming) =>
  'authority' in incoming ? incoming.authority : incoming.headers.host;

const headersOf = ({ headers }: Incoming): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(':')));

/** What breaks when a line breaks: with HTTP/2 that is everything else on it as well. */
function connectionOf(incoming: Incoming): { destroy(): void } {
  // Node forgets the socket once a body was given up half way.
  return 'stream' in incoming && incoming.stream.session ? incoming.stream.session : incoming.socket;
}

/** The control host stands outside of what it controls. */
async function control(
  route: Route,
  entry: LoggedRequest,
  incoming: Incoming,
  outgoing: Outgoing,
  log: RequestLog,
): Promise<void> {
  const { id, method, host, path, headers } = entry;
  const body = await readBody(incoming, BODY_LIMIT);
  const url = new URL(path, `https://${host}`);
  const reply = await route.handle({ id, method, host, url, headers, body, incoming });
  await send(reply, method, outgoing, entry, log);
}
