import * as z from 'zod/mini';
import type { App } from '../apps.ts';
import { Refusal } from '../envelope.ts';
import { refuseUrl } from '../url-ownership.ts';

/** Megabytes are read both ways, and the narrower reading holds: TikTok does not say which it means. */
const MIN_CHUNK = 5 * 1024 * 1024;
const MAX_CHUNK = 64_000_000;
const MAX_LAST_CHUNK = 128_000_000;
const MAX_CHUNKS = 1_000;

export const sourceInfo = z.object({
  source: z.string(),
  video_size: z.optional(z.int()),
  chunk_size: z.optional(z.int()),
  total_chunk_count: z.optional(z.int()),
  video_url: z.optional(z.string()),
});

export interface ChunkPlan {
  size: number;
  chunkSize: number;
  count: number;
}

export type VideoSource =
  | { source: 'FILE_UPLOAD'; plan: ChunkPlan }
  | { source: 'PULL_FROM_URL'; url: string };

export function readSource(info: z.infer<typeof sourceInfo>, app: App, maxBytes: number): VideoSource {
  if (info.source === 'PULL_FROM_URL') {
    if (!info.video_url) throw new Refusal('invalid_params', 'The video_url is missing.');
    refuseUrl(info.video_url, app);
    return { source: 'PULL_FROM_URL', url: info.video_url };
  }
  if (info.source !== 'FILE_UPLOAD') throw new Refusal('invalid_params', 'The source is invalid.');
  const { video_size: size, chunk_size: chunkSize, total_chunk_count: count } = info;
  if (size === undefined || chunkSize === undefined || count === undefined) {
    throw new Refusal('invalid_params', 'The video_size, chunk_size or total_chunk_count is missing.');
  }
  const why = refusePlan({ size, chunkSize, count });
  if (why) throw new Refusal('invalid_params', why);
  if (size > maxBytes) throw new Refusal('invalid_file_upload', 'The video is larger than 4 GB.');
  return { source: 'FILE_UPLOAD', plan: { size, chunkSize, count } };
}

/** Why a plan breaks the rules of tiktok-api.md §4; null when it is right. */
export function refusePlan({ size, chunkSize, count }: ChunkPlan): string | null {
  const badSize = 'The chunk size is invalid.';
  const badCount = 'The total chunk count is invalid.';
  if (size < 1) return 'The video size is invalid.';
  if (count < 1 || count > MAX_CHUNKS) return badCount;
  if (count === 1) return chunkSize === size && size <= MAX_CHUNK ? null : badSize;
  if (chunkSize < MIN_CHUNK || chunkSize > MAX_CHUNK) return badSize;
  if (count !== Math.floor(size / chunkSize)) return badCount;
  return size - (count - 1) * chunkSize > MAX_LAST_CHUNK ? badSize : null;
}
