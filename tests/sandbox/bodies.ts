import type { Incoming } from './http.ts';

/** Reads and forgets up to `limit` bytes of a request's body. */
export async function swallow(incoming: Incoming, limit: number): Promise<void> {
  let size = 0;
  try {
    for await (const part of incoming) {
      size += part.length;
      if (size >= limit) return;
    }
  } catch {
    // The client left first.
  }
}

/** A body as the log shows it. */
export function readable(body: Buffer, type: string): unknown {
  if (body.length === 0) return null;
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(body.toString()));
  }
  if (type.startsWith('application/json')) {
    try {
      return JSON.parse(body.toString());
    } catch {
      return body.toString();
    }
  }
  return type.startsWith('text/') ? body.toString() : null;
}
