import type { IncomingHttpHeaders } from 'node:http';

export interface LoggedRequest {
  readonly id: number;
  /** Sandbox time. */
  readonly at: number;
  readonly endpoint: string;
  readonly method: string;
  readonly host: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Parsed JSON, or the fields of a form, or text; null for bytes. */
  body: unknown;
  /** Null until answered, and for ever when the answer was lost. */
  status: number | null;
  outcome: 'open' | 'answered' | 'dropped by the client' | 'dropped by the sandbox';
  /** What was done to it on purpose. */
  fault: string | null;
  /** What the answer said, for JSON answers: the error code, or `ok`. */
  code: string | null;
}

export type RequestPredicate = (request: LoggedRequest) => boolean;

export interface RequestLog {
  all(): readonly LoggedRequest[];
  /** Requests of one endpoint, oldest first. */
  of(endpoint: string): readonly LoggedRequest[];
  /** The first request, already seen or still to come, that matches. */
  waitFor(predicate: RequestPredicate, timeoutMs?: number): Promise<LoggedRequest>;
  /** The first request, already seen or still to come, that matches and was answered or dropped. */
  waitForEnd(predicate: RequestPredicate, timeoutMs?: number): Promise<LoggedRequest>;
  clear(): void;
  open(request: LoggedRequest): void;
  changed(request: LoggedRequest): void;
}

const KEPT = 50_000;

export function createLog(): RequestLog {
  const entries: LoggedRequest[] = [];
  const waiting = new Set<(request: LoggedRequest) => void>();
  const tell = (request: LoggedRequest) => {
    for (const listener of [...waiting]) listener(request);
  };

  function waitFor(predicate: RequestPredicate, timeoutMs = 15_000): Promise<LoggedRequest> {
    const seen = entries.find(predicate);
    if (seen) return Promise.resolve(seen);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(listener);
        const last = entries.slice(-5).map((entry) => `${entry.endpoint} ${entry.outcome}`);
        reject(new Error(`No such request within ${timeoutMs} ms. The last ones: ${last.join(', ')}`));
      }, timeoutMs);
      const listener = (request: LoggedRequest) => {
        if (!predicate(request)) return;
        clearTimeout(timer);
        waiting.delete(listener);
        resolve(request);
      };
      waiting.add(listener);
    });
  }

  return {
    all: () => entries,
    of: (endpoint) => entries.filter((entry) => entry.endpoint === endpoint),
    waitFor,
    waitForEnd: (predicate, timeoutMs) =>
      waitFor((request) => request.outcome !== 'open' && predicate(request), timeoutMs),
    clear() {
      entries.length = 0;
    },
    open(request) {
      entries.push(request);
      if (entries.length > KEPT) entries.splice(0, entries.length - KEPT);
      tell(request);
    },
    changed: tell,
  };
}
