import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import type { Reply, Route, SandboxRequest } from '../http.ts';
import { judgeVideo } from './publish/judge.ts';
import type { Publication } from './publish/publications.ts';
import type { ChunkPlan } from './publish/source-info.ts';
import type { Storage } from './storage.ts';
import { secretText, type World } from './world.ts';

/** Handed out in rotation: a client that hard-codes one of them fails. */
const PLACES = [
  'open-upload.tiktokapis.com/video/',
  'open-upload-i18n.tiktokapis.com/upload/',
  'open-upload-va.tiktokapis.com/video/upload/',
  'open-upload-sg.tiktokapis.com/upload',
  'open-upload.us.tiktokapis.com/video/',
  'upload.us.tiktokapis.com/upload/',
];

export const UPLOAD_HOSTS = PLACES.map((place) => place.slice(0, place.indexOf('/')));

interface Task {
  token: string;
  post: Publication;
  plan: ChunkPlan;
  path: string | null;
  received: number;
  hash: Hash | null;
  /** The chunk stored last, so that it can be told when it is sent again. */
  last: { first: number; sha256: string } | null;
}

const TYPES = ['video/mp4', 'video/quicktime', 'video/webm'];

/** The upload hosts: every rule of tiktok-api.md §4. */
export function createUploads(world: World, storage: Storage) {
  const tasks = new Map<string, Task>();
  let opened = 0;

  function open(post: Publication, plan: ChunkPlan): string {
    const place = PLACES[opened % PLACES.length];
    opened += 1;
    const id = secretText(20);
    const token = secretText(24);
    const { keep } = world.rules.upload;
    const path = keep === 'file' ? storage.newPath() : null;
    const hash = keep === 'count' ? null : createHash('sha256');
    tasks.set(id, { token, post, plan, path, received: 0, hash, last: null });
    return `https://${place}?upload_id=${id}&upload_token=${token}`;
  }

  async function receive(request: SandboxRequest): Promise<Reply> {
    const query = request.url.searchParams;
    const task = tasks.get(query.get('upload_id') ?? '');
    if (!task || task.token !== query.get('upload_token')) return plain(404, 'No such upload task');
    const { plan, post } = task;
    if (world.clock.now() > post.startedAt + world.rules.upload.lifeMs)
      return plain(403, 'The upload URL has expired');
    if (post.status === 'FAILED') return plain(404, 'The upload task is over');
    const range = readHeaders(request, plan.size);
    if (typeof range === 'string') return plain(400, range);
    const { first, last } = range;

    const again = task.last?.first === first && last === task.received - 1;
    if (first !== task.received && !again) return progress(416, task);
    if (last !== lastOfChunk(plan, first)) return progress(416, task);

    const chunk = await store(request, task, first, again);
    if (!chunk) return plain(400, 'The body is shorter than its Content-Length');
    if (again || task.received !== first) {
      // Sent twice: the same bytes are as good as the first time.
      const same = task.last?.first === first && task.last.sha256 === chunk.sha256;
      return progress(same ? (task.received === plan.size ? 201 : 206) : 416, task);
    }
    task.received = last + 1;
    task.last = { first, sha256: chunk.sha256 };
    task.hash = chunk.whole;
    post.uploadedBytes = task.received;
    if (task.received < plan.size) return progress(206, task);
    await finish(task);
    return progress(201, task);
  }

  /** Reads one chunk; null when the client left before its end, and then nothing of it counts. */
  async function store(
    request: SandboxRequest,
    task: Task,
    first: number,
    again: boolean,
  ): Promise<{ sha256: string; whole: Hash | null } | null> {
    const { bytesPerSecond } = world.rules.upload;
    const wanted = Number(request.headers['content-length']);
    const whole = again ? null : (task.hash?.copy() ?? null);
    const own = task.path ? createHash('sha256') : null;
    const file = task.path && !again ? openSync(task.path, task.received === 0 ? 'w' : 'r+') : null;
    let position = first;
    try {
      for await (const part of request.incoming) {
        if (file !== null) writeSync(file, part, 0, part.length, position);
        whole?.update(part);
        own?.update(part);
        position += part.length;
        if (bytesPerSecond > 0) {
          await new Promise((resolve) => setTimeout(resolve, (part.length / bytesPerSecond) * 1000));
        }
      }
    } catch {
      return null;
    } finally {
      if (file !== null) closeSync(file);
    }
    return position - first === wanted ? { sha256: own?.digest('hex') ?? '', whole } : null;
  }

  async function finish({ post, plan, path, hash }: Task): Promise<void> {
    post.bytesAt = world.clock.now();
    const sha256 = hash?.digest('hex') ?? '';
    post.files = [{ path, size: plan.size, sha256, facts: null, url: null }];
    post.verdict = undefined;
    judgeVideo(post, world);
  }

  function progress(status: number, task: Task): Reply {
    const number = world.rules.upload.progress === 'count' ? task.received : Math.max(0, task.received - 1);
    return { status, headers: { 'content-range': `bytes 0-${number}/${task.plan.size}` }, body: '' };
  }

  const route: Route = { name: 'upload', method: 'PUT', path: /^\//, streams: true, handle: receive };
  return {
    open,
    routes: [route],
    reset(): void {
      tasks.clear();
      opened = 0;
    },
  };
}

export type Uploads = ReturnType<typeof createUploads>;

function plain(status: number, body: string): Reply {
  return { status, headers: { 'content-type': 'text/plain' }, body };
}

/** The range a chunk says it is; a text says what is wrong with its headers. */
function readHeaders(request: SandboxRequest, size: number): { first: number; last: number } | string {
  const { headers } = request;
  if (headers.authorization !== undefined) return 'An upload takes no Authorization header';
  if (!TYPES.includes(headers['content-type'] ?? '')) return 'The Content-Type is not one of a video';
  const match = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(headers['content-range'] ?? '');
  if (!match) return 'The Content-Range is missing or malformed';
  const [first, last, total] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (total !== size || last < first || last >= size) return 'The Content-Range does not fit the video size';
  if (headers['content-length'] === undefined) return 'The Content-Length is missing';
  if (Number(headers['content-length']) !== last - first + 1)
    return 'The Content-Length is not that of the range';
  return { first, last };
}

/** Where the chunk that begins here must end: the last one takes the remainder. */
function lastOfChunk({ size, chunkSize, count }: ChunkPlan, first: number): number {
  if (first % chunkSize !== 0) return -1;
  return first / chunkSize >= count - 1 ? size - 1 : first + chunkSize - 1;
}
