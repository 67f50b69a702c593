import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { LoggedRequest, RequestLog } from './control/log.ts';
import type { Outgoing, Reply } from './http.ts';

export async function send(
  reply: Reply,
  method: string,
  outgoing: Outgoing,
  entry: LoggedRequest,
  log: RequestLog,
): Promise<void> {
  if (outgoing.destroyed) return;
  const size = reply.file ? reply.file.end - reply.file.start + 1 : Buffer.byteLength(reply.body ?? '');
  const bodiless = reply.status === 304 || reply.status === 204;
  outgoing.writeHead(reply.status, bodiless ? reply.headers : { 'content-length': size, ...reply.headers });
  entry.status = reply.status;
  entry.code = codeOf(reply);
  if (method === 'HEAD' || bodiless) outgoing.end();
  else if (reply.file && size > 0) {
    const { path, start, end } = reply.file;
    await pipeline(createReadStream(path, { start, end }), outgoing).catch(() => {});
  } else outgoing.end(reply.body ?? '');
  if (entry.outcome === 'open') entry.outcome = 'answered';
  log.changed(entry);
}

function codeOf(reply: Reply): string | null {
  if (typeof reply.body !== 'string' || reply.body.length > 100_000) return null;
  if (!reply.headers?.['content-type']?.startsWith('application/json')) return null;
  return /"error":\s*(?:\{"code":\s*)?"([^"]*)"/.exec(reply.body)?.[1] ?? null;
}
