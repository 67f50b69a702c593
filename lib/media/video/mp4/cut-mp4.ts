import type { Bytes } from '../../bytes';
import { joined } from '../../joined';
import type { Patchwork } from '../patchwork';
import type { Trim } from '../video-plan';
import { childOf, needed, nodesIn, rebuilt, scaleOf, withLength } from './box-tree';
import { boxOf, topBoxes, viewOf } from './boxes';
import { choosePictures, chooseSound, shownAt, type TrackClock } from './choose-samples';
import { type Edit, readEdit, writeEdit } from './edit-list';
import { readSamples, type Samples } from './sample-table';
import { placeTables, type Run, runsOf, timeTables } from './write-tables';

export interface TrackIds {
  video: number;
  audio?: number | undefined;
}

/** An index larger than this is of no film TikTok takes. */
const largestIndex = 128 << 20;

/**
 * Cuts an MP4 or MOV by writing its index anew: the pictures and the sound stay where they are in the old file. What
 * else the film carried (place, camera, other tracks) is in none of the stretches. Undefined where the film is of a
 * kind that has to be repacked instead.
 */
export async function cutMp4(film: Bytes, ids: TrackIds, cut: Trim): Promise<Patchwork | undefined> {
  try {
    const boxes = await topBoxes(film);
    const [ftyp, moov] = ['ftyp', 'moov'].map((type) => boxes.find((box) => box.type === type));
    if (!ftyp || !moov || moov.end - moov.start > largestIndex) return undefined;
    const index = await film.read(moov.content, moov.end);
    if (childOf(index, 'mvex')) return undefined;
    return buildFilm(await film.read(ftyp.start, ftyp.end), index, ids, cut);
  } catch (error) {
    // Its tables do not add up, or are of a kind that is not read here.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What is kept of a track. */
interface Part {
  trak: Uint8Array;
  samples: Samples;
  clock: TrackClock;
  taken: readonly number[];
  runs: readonly Run[];
}

function buildFilm(ftyp: Uint8Array, moov: Uint8Array, ids: TrackIds, cut: Trim): Patchwork {
  const movieScale = scaleOf('mvhd', needed(moov, 'mvhd'));
  const video = partOf(moov, ids.video, movieScale, (...track) => choosePictures(...track, cut));
  const [first = 0] = video.taken;
  // A film may begin in the middle of what its first key image is needed for.
  const start = Math.max(cut.start, shownAt(video.samples, video.clock, first) / video.clock.scale);
  const audio =
    ids.audio === undefined
      ? undefined
      : partOf(moov, ids.audio, movieScale, (...track) => chooseSound(...track, { start, end: cut.end }));
  const parts = audio && audio.taken.length > 0 ? [video, audio] : [video];

  const placed = place(parts.flatMap(({ runs }) => runs));
  const isLarge = placed.size > 0xf000_0000;
  const head = (base: number) => {
    const made = parts.map((part) =>
      trackOf(part, { movieScale, start, isLarge, base, places: placed.places }),
    );
    const length = Math.max(...made.map((track) => track.length));
    return joined([
      ftyp,
      boxOf('moov', withLength('mvhd', needed(moov, 'mvhd'), length), ...made.map(({ trak }) => trak)),
      mdatHeader(placed.size),
    ]);
  };
  // The tables are as long whatever stands in them: the first try says where the packets will begin.
  const own = head(head(0).length);
  const film = placed.stretches.map(([start, end]) => ({ from: 'film' as const, start, end }));
  return { own, pieces: [{ from: 'own', start: 0, end: own.length }, ...film] };
}

function partOf(
  moov: Uint8Array,
  id: number,
  movieScale: number,
  choose: (samples: Samples, clock: TrackClock) => number[],
): Part {
  const trak = nodesIn(moov).find(
    ({ type, content }) => type === 'trak' && scaleOfTrack(content) === id,
  )?.content;
  if (!trak) throw new RangeError('no such track');
  const minf = needed(trak, 'mdia', 'minf');
  assertOwnData(needed(minf, 'dinf', 'dref'));
  const scale = scaleOf('mdhd', needed(trak, 'mdia', 'mdhd'));
  const edts = childOf(trak, 'edts');
  const edit = readEdit(edts && childOf(edts.content, 'elst')?.content);
  const clock = { scale, offset: edit.from - Math.round((edit.wait / movieScale) * scale) };
  const samples = readSamples(needed(minf, 'stbl'));
  const taken = choose(samples, clock);
  return { trak, samples, clock, taken, runs: runsOf(samples, taken) };
}

const scaleOfTrack = (trak: Uint8Array) => scaleOf('tkhd', needed(trak, 'tkhd'));

/** A film may name other files as where its pictures are. */
function assertOwnData(dref: Uint8Array): void {
  for (const { content } of nodesIn(dref.subarray(8)))
    if (((content[3] ?? 0) & 1) === 0) throw new RangeError('a film in several files');
}

interface Placed {
  places: ReadonlyMap<Run, number>;
  stretches: [start: number, end: number][];
  size: number;
}

/** The order of the old file is kept, so that what stood together is one stretch. */
function place(runs: readonly Run[]): Placed {
  const places = new Map<Run, number>();
  const stretches: Placed['stretches'] = [];
  let size = 0;
  for (const run of runs.toSorted((a, b) => a.at - b.at)) {
    const last = stretches.at(-1);
    if (last && run.at < last[1]) throw new RangeError('packets over one another');
    if (last?.[1] === run.at) last[1] += run.size;
    else stretches.push([run.at, run.at + run.size]);
    places.set(run, size);
    size += run.size;
  }
  return { places, stretches, size };
}

interface Layout {
  movieScale: number;
  /** When the cut begins, in seconds of the old film. */
  start: number;
  places: ReadonlyMap<Run, number>;
  base: number;
  isLarge: boolean;
}

/** What tells of the place, the camera or of tracks that are left out. */
const leftOut = new Set(['edts', 'udta', 'meta', 'tref', 'uuid', 'load']);

function trackOf(part: Part, layout: Layout): { trak: Uint8Array; length: number } {
  const { samples, clock, taken, runs, trak } = part;
  const [first = 0] = taken;
  const bias = Math.max(0, -(samples.shift[first] ?? 0));
  const mediaLength = (samples.time[(taken.at(-1) ?? 0) + 1] ?? 0) - (samples.time[first] ?? 0);
  const begins = layout.start * clock.scale - shownAt(samples, clock, first);
  const toMovie = (units: number) => Math.max(0, Math.round((units / clock.scale) * layout.movieScale));
  const edit: Edit = {
    wait: toMovie(-begins),
    from: Math.round(Math.max(0, begins)) + (samples.shift[first] ?? 0) + bias,
  };
  const shown = toMovie(mediaLength - Math.max(0, begins));
  const length = edit.wait + shown;
  const stbl = [
    ...timeTables(samples, taken, bias),
    ...placeTables(
      runs,
      runs.map((run) => layout.base + (layout.places.get(run) ?? 0)),
      layout.isLarge,
    ),
  ];
  const change = ({ type, content, whole }: { type: string; content: Uint8Array; whole: Uint8Array }) => {
    if (leftOut.has(type)) return undefined;
    if (type === 'tkhd') return joined([withLength('tkhd', content, length), writeEdit(edit, shown)]);
    if (type === 'mdhd') return withLength('mdhd', content, mediaLength);
    if (type === 'stbl') return boxOf('stbl', boxOf('stsd', needed(content, 'stsd')), ...stbl);
    if (type === 'mdia' || type === 'minf') return rebuilt(type, content, change);
    return whole;
  };
  return { trak: rebuilt('trak', trak, change), length };
}

function mdatHeader(size: number): Uint8Array {
  const isLong = size + 8 > 0xffff_ffff;
  const header = boxOf('mdat', new Uint8Array(isLong ? 8 : 0));
  const view = viewOf(header);
  view.setUint32(0, isLong ? 1 : size + 8);
  if (isLong) view.setBigUint64(8, BigInt(size + 16));
  return header;
}
