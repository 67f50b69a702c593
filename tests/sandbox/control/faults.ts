import type { Reply } from '../http.ts';
import { businessReply } from '../tiktok/business/envelope.ts';
import { errorEnvelope, flatError } from '../tiktok/envelope.ts';
import type { Moment } from './holds.ts';
import type { LoggedRequest, RequestPredicate } from './log.ts';
import { meansEndpoint } from './match.ts';

export type FaultAnswer =
  | {
      kind: 'status';
      status: number;
      headers?: Record<string, string> | undefined;
      body?: string | undefined;
    }
  /** A documented error code; its HTTP status unless another is given. */
  | {
      kind: 'error';
      code: string;
      status?: number | undefined;
      message?: string | undefined;
      headers?: Record<string, string> | undefined;
    }
  | { kind: 'empty'; status?: number | undefined }
  | { kind: 'malformed' }
  | { kind: 'html'; status?: number | undefined }
  | { kind: 'huge'; bytes?: number | undefined }
  | { kind: 'null-data' }
  /** The true answer with every text turned into a number and every number into a text. */
  | { kind: 'wrong-types' }
  | { kind: 'hang' }
  | { kind: 'close' }
  /** The connection is reset when this many bytes of the request's body have arrived. */
  | { kind: 'reset'; afterBytes: number };

export interface Fault {
  /** A route's name, `oauth.*` for a family, or `*` for every call of the API. */
  endpoint: string;
  answer: FaultAnswer;
  /** `after`: TikTok did what was asked, and only the answer goes wrong. */
  moment?: Moment | undefined;
  /** How many requests it hits; once when not said. */
  times?: number | undefined;
  where?: RequestPredicate | undefined;
}

export interface PlacedFault {
  readonly hits: number;
  remove(): void;
}

interface StoredFault extends Fault {
  hits: number;
}

export function createFaults() {
  let faults: StoredFault[] = [];
  return {
    add(fault: Fault): PlacedFault {
      const stored: StoredFault = { ...fault, hits: 0 };
      faults.push(stored);
      return {
        get hits() {
          return stored.hits;
        },
        remove() {
          faults = faults.filter((other) => other !== stored);
        },
      };
    },
    list: (): readonly Fault[] => faults,
    clear() {
      faults = [];
    },
    /** The fault this request runs into, if any; it is used up by that. */
    take(request: LoggedRequest): Fault | undefined {
      const fault = faults.find(
        (candidate) =>
          meansEndpoint(candidate.endpoint, request.endpoint) &&
          (!candidate.where || candidate.where(request)),
      );
      if (!fault) return undefined;
      fault.hits += 1;
      if (fault.hits >= (fault.times ?? 1)) faults = faults.filter((other) => other !== fault);
      return fault;
    },
  };
}

export type Faults = ReturnType<typeof createFaults>;

export function momentOf(fault: Fault): Moment {
  return fault.moment ?? (fault.answer.kind === 'wrong-types' ? 'after' : 'before');
}

const jsonHeaders = { 'content-type': 'application/json; charset=utf-8' };

/** The answer a fault gives; null when it gives none and the connection is what breaks. */
export function faultReply(answer: FaultAnswer, endpoint: string, real: Reply | null): Reply | null {
  switch (answer.kind) {
    case 'status':
      return { status: answer.status, headers: answer.headers ?? {}, body: answer.body ?? '' };
    case 'error': {
      if (endpoint.startsWith('business.'))
        return businessReply({}, Number(answer.code), answer.message ?? 'Error');
      const make = endpoint.startsWith('oauth.') ? flatError : errorEnvelope;
      const reply = make(answer.code, answer.message, answer.status);
      return { ...reply, headers: { ...reply.headers, ...answer.headers } };
    }
    case 'empty':
      return { status: answer.status ?? 200, headers: jsonHeaders, body: '' };
    case 'malformed':
      return { status: 200, headers: jsonHeaders, body: '{"data":{"publish_id":"v_pub_file~v2.7' };
    case 'html':
      return {
        status: answer.status ?? 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: '<!doctype html><title>Access denied</title><h1>Please wait...</h1>',
      };
    case 'huge':
      return {
        status: 200,
        headers: jsonHeaders,
        body: `{"data":{"padding":"${'x'.repeat(answer.bytes ?? 10_000_000)}"},"error":{"code":"ok","message":"","log_id":"huge"}}`,
      };
    case 'null-data':
      return {
        status: 200,
        headers: jsonHeaders,
        body: '{"data":null,"error":{"code":"ok","message":"","log_id":"20261121000000NULLDATA"}}',
      };
    case 'wrong-types':
      return real && typeof real.body === 'string' ? { ...real, body: swapTypes(real.body) } : real;
    default:
      return null;
  }
}

function swapTypes(body: string): string {
  try {
    return JSON.stringify(swapped(JSON.parse(body)));
  } catch {
    return body;
  }
}

function swapped(value: unknown, key = ''): unknown {
  if (key === 'error') return value;
  if (typeof value === 'string') return value.length;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return { first: value[0] };
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, swapped(inner, name)]));
  }
  return value;
}
