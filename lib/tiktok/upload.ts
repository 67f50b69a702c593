import { AppError } from '../errors/app-error';
import type { Put, PutReply } from '../platform/put';
import type { Chunk } from './chunk-plan';

export interface ChunkRequest {
  url: string;
  file: Blob;
  type: string;
  chunk: Chunk;
  signal: AbortSignal;
  sent: (bytes: number) => void;
}

/** Long enough for a slow server to take in 64 MB, short enough that a dead line is not waited on for ever. */
const patience = 60_000;

/** Sends one chunk. No token: the address itself is the permission. */
export function sendChunk(
  put: Put,
  { url, file, type, chunk, signal, sent }: ChunkRequest,
): Promise<PutReply> {
  const { first, last } = chunk;
  return put({
    url,
    headers: { 'Content-Type': type, 'Content-Range': `bytes ${first}-${last}/${file.size}` },
    body: file.slice(first, last + 1, type),
    signal,
    sent,
    patience,
  });
}

export type ChunkVerdict =
  /** TikTok has all bytes: posting begins. */
  | { is: 'complete' }
  /** Stored. `confirmed` is how many bytes the server says it holds, where it says so. */
  | { is: 'stored'; confirmed: number | undefined }
  /** The server is at another place than we thought. */
  | { is: 'elsewhere'; confirmed: number | undefined }
  /** Nothing more can be sent to this address. */
  | { is: 'closed'; error: AppError }
  /** The same chunk may be sent again. */
  | { is: 'again'; error: AppError };

export function judgeChunk({ status, contentRange }: PutReply, isLast: boolean): ChunkVerdict {
  const confirmed = readConfirmed(contentRange);
  if (status === 201) return { is: 'complete' };
  // Undocumented, but seen taken for success.
  if (status === 200) return isLast ? { is: 'complete' } : { is: 'stored', confirmed };
  if (status === 206) return { is: 'stored', confirmed };
  if (status === 416) return { is: 'elsewhere', confirmed };
  if (status === 403 || status === 404) return { is: 'closed', error: new AppError('upload_lapsed') };
  const error = new AppError(status === 429 ? 'rate_limit_exceeded' : 'upload_refused', {
    facts: { status },
  });
  if (status >= 500 || status === 429 || status === 408) return { is: 'again', error };
  return { is: 'closed', error };
}

/** `bytes 0-4194303/9000000`: what the server holds. Whether the number is a count is for chunkAfter to see. */
export function readConfirmed(contentRange: string | null): number | undefined {
  const found = /^bytes 0-(\d{1,15})\//.exec(contentRange ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}
