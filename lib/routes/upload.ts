import * as z from 'zod/mini';
import { AppError, asAppError } from '../errors/app-error';
import { catalog } from '../errors/catalog';
import type { Stash } from '../media/stash';
import type { Work, WorkTools } from '../media/work';
import type { Clock } from '../platform/clock';
import type { Put } from '../platform/put';
import { type ChunkPlan, chunkAfter, chunkAt } from '../tiktok/chunk-plan';
import { uploadUrlMargin } from '../tiktok/limits';
import { type ChunkVerdict, judgeChunk, sendChunk } from '../tiktok/upload';

export const UploadInput = z.object({
  url: z.string(),
  expiresAt: z.number(),
  key: z.string(),
  plan: z.object({ size: z.number(), chunkSize: z.number(), count: z.number() }),
});
export type UploadInput = z.infer<typeof UploadInput>;

/** How far an upload is, as the server confirmed it. */
export const UploadMark = z.object({
  /** Chunks the server holds. */
  chunks: z.number(),
  /** Set before the last chunk is sent: from then on TikTok may have everything, whatever we hear. */
  lastBegunAt: z.optional(z.number()),
});
export type UploadMark = z.infer<typeof UploadMark>;

export interface UploadParts {
  put: Put;
  stash: Pick<Stash, 'open'>;
  clock: Clock;
  random: () => number;
}

/** Tries of one chunk before the engine is asked: the line may be gone, or the address dead. */
const mostTries = 5;

/** Sends a stashed file in TikTok's chunks, one after the other, from wherever the server is. */
export function createUploadWork(parts: UploadParts): Work<UploadInput, UploadMark, { delivered: true }> {
  return {
    input: UploadInput,
    mark: UploadMark,
    async run(input, tools) {
      const file = await parts.stash.open(input.key);
      if (file.size !== input.plan.size) throw new AppError('file_gone');
      await sendAll(parts, input, file, tools);
      return { delivered: true };
    },
  };
}

async function sendAll(
  parts: UploadParts,
  { url, expiresAt, plan }: UploadInput,
  file: File,
  tools: WorkTools<UploadMark>,
): Promise<void> {
  let mark: UploadMark = tools.mark ?? { chunks: 0 };
  let tries = 0;
  let astray = 0;
  while (mark.chunks < plan.count) {
    const isLast = mark.chunks === plan.count - 1;
    if (parts.clock.now() > expiresAt - uploadUrlMargin) throw new AppError('upload_lapsed');
    if (isLast && mark.lastBegunAt === undefined) {
      mark = { ...mark, lastBegunAt: parts.clock.now() };
      await tools.keep(mark);
    }
    const verdict = await sendOne(parts, { url, file, plan, index: mark.chunks, isLast }, tools);
    if (verdict.is === 'complete') return;
    if (verdict.is === 'closed') throw verdict.error;
    if (verdict.is === 'again') {
      tries += 1;
      if (tries >= mostTries) throw verdict.error;
      await parts.clock.sleep(retryDelay(tries, parts.random()), tools.signal);
      continue;
    }
    const at = placeAfter(verdict, plan, mark.chunks);
    // A server that keeps sending us back is not making progress: the engine asks it where it really is.
    astray = at > mark.chunks ? 0 : astray + 1;
    if (astray > 2) throw new AppError('upload_refused', { facts: { status: 416 } });
    tries = 0;
    mark = { ...mark, chunks: at };
    await tools.keep(mark);
  }
}

interface One {
  url: string;
  file: File;
  plan: ChunkPlan;
  index: number;
  isLast: boolean;
}

async function sendOne(
  { put }: UploadParts,
  { url, file, plan, index, isLast }: One,
  { signal, progress }: WorkTools<UploadMark>,
): Promise<ChunkVerdict> {
  const chunk = chunkAt(plan, index);
  progress(chunk.first, plan.size);
  try {
    const sent = (bytes: number) => progress(Math.min(chunk.first + bytes, plan.size - 1), plan.size);
    const reply = await sendChunk(put, { url, file, type: contentType(file), chunk, signal, sent });
    return judgeChunk(reply, isLast);
  } catch (thrown) {
    if (signal.aborted) throw signal.reason;
    const error = asAppError(thrown);
    return catalog[error.code].retry === 'never' ? { is: 'closed', error } : { is: 'again', error };
  }
}

/** Where the server is, in chunks. */
function placeAfter(verdict: ChunkVerdict, plan: ChunkPlan, index: number): number {
  if (verdict.is !== 'stored' && verdict.is !== 'elsewhere') return index;
  if (verdict.confirmed !== undefined) return chunkAfter(plan, verdict.confirmed);
  return verdict.is === 'stored' ? index + 1 : index;
}

const retryDelay = (tries: number, random: number) =>
  Math.min(30_000, 500 * 2 ** tries) * (0.75 + random / 2);

/** TikTok takes three kinds; a file that does not say what it is, is most likely the usual one. */
const contentType = ({ type }: File) =>
  ['video/mp4', 'video/quicktime', 'video/webm'].find((known) => type.startsWith(known)) ?? 'video/mp4';
