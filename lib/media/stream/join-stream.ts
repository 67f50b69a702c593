import * as z from 'zod/mini';
import { AppError } from '../../errors/app-error';
import { videoLimits } from '../limits';
import { newStashKey, type Stash } from '../stash';
import { fetchTrack } from './fetch-track';
import { type GetBytes, planStream } from './plan-stream';
import type { StreamPlan } from './tracks';

/** How far a stream was fetched: for each track its file, and where its pieces end in it. */
export const StreamMark = z.object({
  tracks: z.array(z.object({ key: z.string(), ends: z.array(z.number()) })),
});
export type StreamMark = z.infer<typeof StreamMark>;

export interface StreamOrder {
  url: string;
  format: 'hls' | 'dash';
  /** The stash key the MP4 gets. */
  key: string;
  name: string;
  stash: Pick<Stash, 'append' | 'open' | 'scratch' | 'adopt' | 'remove' | 'find'>;
  get: GetBytes;
  mark: StreamMark | undefined;
  keep: (mark: StreamMark) => Promise<void>;
  progress: (done: number, total: number) => void;
  signal: AbortSignal;
}

/** A whole file is fetched in parts of this size, so that a killed run loses at most one. */
const wholeFilePart = 8 << 20;

/** Fetches a stream piece by piece and makes one MP4 of it, under its key in the stash. */
export async function joinStream(order: StreamOrder): Promise<void> {
  const { key, stash, keep, signal } = order;
  if ((await stash.find(key))?.whole) return;
  const plan = await withParts(await planStream(order.url, order.format, order.get), order.get);
  const mark: StreamMark = matches(order.mark, plan)
    ? order.mark
    : { tracks: plan.tracks.map(() => ({ key: newStashKey(), ends: [] })) };
  await keep(mark);
  await fetchTracks(order, plan, mark);
  const files = await Promise.all(mark.tracks.map((track) => stash.open(track.key)));
  const handle = await stash.scratch(key);
  const { mux } = await import('./mux');
  const total = files.reduce((sum, file) => sum + file.size, 0);
  await mux({
    files,
    target: await handle.createWritable(),
    signal,
    progress: () => order.progress(total, total),
  });
  await stash.adopt(key, { name: order.name, type: 'video/mp4' });
  for (const track of mark.tracks) await stash.remove(track.key);
}

/** The stream may have changed between two runs: then what was fetched of the old one is of no use. */
function matches(mark: StreamMark | undefined, { tracks }: StreamPlan): mark is StreamMark {
  return (
    mark?.tracks.length === tracks.length &&
    mark.tracks.every(({ ends }, at) => ends.length <= (tracks[at]?.pieces.length ?? 0))
  );
}

async function fetchTracks(order: StreamOrder, plan: StreamPlan, mark: StreamMark): Promise<void> {
  const total = plan.tracks.reduce((sum, { pieces }) => sum + pieces.length, 0);
  const fetched = { bytes: 0, pieces: 0 };
  for (const [at, { pieces, kind }] of plan.tracks.entries()) {
    const track = mark.tracks[at];
    if (!track) throw new AppError('unexpected', { cause: 'a track without a mark' });
    if ((await order.stash.find(track.key))?.whole) continue;
    const writer = await order.stash.append(track.key, { name: order.name, type: `${kind}/mp4` });
    fetched.bytes += writer.flushed;
    fetched.pieces += Math.max(0, track.ends.indexOf(writer.flushed) + 1);
    await fetchTrack({
      pieces,
      writer,
      get: order.get,
      ends: track.ends,
      keep: (ends) => {
        track.ends = [...ends];
        return order.keep(mark);
      },
      grew: (bytes) => {
        fetched.bytes += bytes;
        fetched.pieces += 1;
        if (fetched.bytes > videoLimits.maxBytes) throw tooBig(fetched.bytes);
        // Sizes are only known once fetched: the rest is guessed from what came so far.
        order.progress(fetched.bytes, Math.round((fetched.bytes / fetched.pieces) * total));
      },
      signal: order.signal,
    });
    await writer.finish();
  }
}

const tooBig = (bytes: number) =>
  new AppError('video_too_big', {
    facts: { gigabytes: Math.round(bytes / 1e8) / 10, limit: videoLimits.maxBytes / 1e9 },
  });

/** A track that is one plain file is cut into parts that can be fetched, and lost, one by one. */
async function withParts(plan: StreamPlan, get: GetBytes): Promise<StreamPlan> {
  const tracks = await Promise.all(
    plan.tracks.map(async (track) => {
      const [only, ...rest] = track.pieces;
      if (!only || rest.length > 0 || only.range || only.key) return track;
      const size = await sizeOf(only.url, get);
      if (size === undefined) return track;
      const pieces = Array.from({ length: Math.ceil(size / wholeFilePart) }, (_, at) => ({
        url: only.url,
        range: [at * wholeFilePart, Math.min((at + 1) * wholeFilePart, size)] as const,
      }));
      return { ...track, pieces };
    }),
  );
  return { ...plan, tracks };
}

async function sizeOf(url: string, get: GetBytes): Promise<number | undefined> {
  const { total } = await get(url, [0, 1]);
  return total;
}
