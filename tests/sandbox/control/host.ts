import * as z from 'zod/mini';
import { type HostTable, html, json, type Route, type SandboxRequest, text } from '../http.ts';
import { serveFile } from '../media/serve.ts';
import type { Control } from './control.ts';
import type { Hold } from './holds.ts';
import { controlPage } from './page.ts';
import { stateOf } from './state.ts';

const count = z.optional(z.int().check(z.minimum(1)));
const status = z.optional(z.int());
const headers = z.optional(z.record(z.string(), z.string()));

const faultBody = z.object({
  endpoint: z.string(),
  answer: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('status'), status: z.int(), headers, body: z.optional(z.string()) }),
    z.object({
      kind: z.literal('error'),
      code: z.string(),
      status,
      message: z.optional(z.string()),
      headers,
    }),
    z.object({ kind: z.literal('empty'), status }),
    z.object({ kind: z.literal('malformed') }),
    z.object({ kind: z.literal('html'), status }),
    z.object({ kind: z.literal('huge'), bytes: count }),
    z.object({ kind: z.literal('null-data') }),
    z.object({ kind: z.literal('wrong-types') }),
    z.object({ kind: z.literal('hang') }),
    z.object({ kind: z.literal('close') }),
    z.object({ kind: z.literal('reset'), afterBytes: z.int() }),
  ]),
  moment: z.optional(z.enum(['before', 'after'])),
  times: count,
});
const holdBody = z.object({
  endpoint: z.string(),
  moment: z.optional(z.enum(['before', 'after'])),
  nth: count,
});
const userBody = z.object({
  private: z.optional(z.boolean()),
  commentDisabled: z.optional(z.boolean()),
  duetDisabled: z.optional(z.boolean()),
  stitchDisabled: z.optional(z.boolean()),
  bannedFromPosting: z.optional(z.boolean()),
  maxDurationSeconds: z.optional(z.int()),
});
const rulesBody = z.object({ processingMs: z.optional(z.int()), moderationMs: z.optional(z.int()) });

const CONTROL_HOST = 'sandbox.ferry.example';

/** The control surface for people and for other processes: a page, and JSON behind it. Never faulted, held or logged. */
export function controlHost(control: Control): HostTable {
  const holds = new Map<string, { hold: Hold; held: boolean }>();

  function holdOf(options: z.infer<typeof holdBody>) {
    const hold = control.hold(options);
    const entry = { hold, held: false };
    const id = String(holds.size + 1);
    holds.set(id, entry);
    void hold.held.then(() => {
      entry.held = true;
    });
    return { id };
  }

  return {
    [CONTROL_HOST]: [
      get('/', () => html(controlPage)),
      get('/state', () => json(stateOf(control))),
      get('/log', () => json(control.log.all())),
      get(/^\/holds\/\d+$/, (request) => {
        const held = holds.get(lastPart(request))?.held;
        return held === undefined ? text('No such hold', 404) : json({ held });
      }),
      get(/^\/media\/[^/]+\/\d+$/, (request) => {
        const [, , publishId = '', index] = request.url.pathname.split('/');
        const file = control.publications.get(decodeURIComponent(publishId))?.files[Number(index)];
        if (!file?.path) return text('Not kept', 404);
        return serveFile(request, file.path, { type: typeOf(file.facts?.format ?? '') });
      }),
      post('/faults', faultBody, (fault) => void control.addFault(fault)),
      post('/faults/clear', z.object({}), () => control.clearFaults()),
      post('/holds', holdBody, holdOf),
      post(/^\/holds\/\d+\/release$/, z.object({}), (_, request) =>
        holds.get(request.url.pathname.split('/')[2] ?? '')?.hold.release(),
      ),
      post('/clock', z.object({ advanceMs: z.number() }), ({ advanceMs }) =>
        control.clock.advance(advanceMs),
      ),
      post('/latency', z.object({ endpoint: z.string(), ms: z.int() }), ({ endpoint, ms }) =>
        control.setLatency(endpoint, ms),
      ),
      post('/fail-next', z.object({ reason: z.string(), times: count }), ({ reason, times }) =>
        control.publications.failNext(reason, times),
      ),
      post('/remember', z.object({ username: z.nullable(z.string()) }), ({ username }) =>
        control.remember(username),
      ),
      post('/remove-access', z.object({ username: z.string() }), ({ username }) =>
        control.removeAccess(username),
      ),
      post('/rules', rulesBody, (rules) => void Object.assign(control.rules, rules)),
      post(
        /^\/users\/[^/]+$/,
        userBody,
        (user, request) => void Object.assign(control.user(lastPart(request)), user),
      ),
      post('/finish-draft', z.object({ publishId: z.string() }), ({ publishId }) =>
        control.publications.finishDraft(publishId),
      ),
      post('/discard-draft', z.object({ publishId: z.string() }), ({ publishId }) =>
        control.publications.discardDraft(publishId),
      ),
      post('/reset', z.object({}), () => {
        holds.clear();
        control.reset();
      }),
    ],
  };
}

function get(path: Route['path'], handle: Route['handle']): Route {
  return { name: 'control', method: 'GET', path, handle };
}

function post<T>(
  path: Route['path'],
  schema: z.ZodMiniType<T>,
  handle: (body: T, request: SandboxRequest) => unknown,
): Route {
  return {
    name: 'control',
    method: 'POST',
    path,
    handle: (request) => {
      try {
        const body = schema.parse(JSON.parse(request.body.toString() || '{}'));
        return json(handle(body, request) ?? {});
      } catch (cause) {
        return text(cause instanceof Error ? cause.message : String(cause), 400);
      }
    },
  };
}

function lastPart(request: SandboxRequest): string {
  return decodeURIComponent(request.url.pathname.split('/').at(-1) ?? '');
}

function typeOf(format: string): string {
  if (format === 'jpeg' || format === 'webp') return `image/${format}`;
  return format === 'mov' ? 'video/quicktime' : `video/${format || 'mp4'}`;
}
