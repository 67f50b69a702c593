import type { Bytes } from '../../bytes';
import { emptied, type Patchwork } from '../patchwork';
import { childOf, needed } from './box-tree';
import { type Box, boxesIn, boxOf, topBoxes, viewOf } from './boxes';
import { readSamples } from './sample-table';
import { type Tells, tellingBoxes, tellsOf, trackTells } from './telling-boxes';
import { runsOf } from './write-tables';

interface Telling {
  tells: Tells | undefined;
  /** Boxes of the file that tell something. */
  boxes: Box[];
  /** Where the packets of tracks stand that tell something. */
  packets: Pick<Box, 'start' | 'end'>[];
}

/** More than this is read of no index, and of no list. */
const largestIndex = 128 << 20;
const largestBox = 16 << 20;

/** What an MP4 or MOV tells of its making; undefined where that is nothing. */
export async function whatTells(film: Bytes): Promise<Tells | undefined> {
  return (await findTelling(film)).tells;
}

/**
 * The same film with what it tells made empty in place: every box turns into an empty one of its length, and what a
 * measuring track wrote into nothing, so that not one picture moves.
 */
export async function withoutTelling(film: Bytes): Promise<Patchwork> {
  const size = (await film.size()) ?? 0;
  const { boxes, packets } = await findTelling(film);
  return emptied(size, [
    ...boxes.map(({ start, content, end }) => ({
      start,
      end,
      header: emptyHeader(end - start, content - start),
    })),
    ...packets.map(({ start, end }) => ({ start, end, header: new Uint8Array() })),
  ]);
}

/** As long as the header it replaces. */
function emptyHeader(size: number, length: number): Uint8Array {
  const header = boxOf('free', new Uint8Array(length - 8));
  const view = viewOf(header);
  view.setUint32(0, length === 16 ? 1 : size);
  if (length === 16) view.setBigUint64(8, BigInt(size));
  return header;
}

async function findTelling(film: Bytes): Promise<Telling> {
  const found: Telling = { tells: undefined, boxes: [], packets: [] };
  try {
    for (const box of await topBoxes(film)) {
      const size = box.end - box.content;
      if (box.type === 'moov' && size <= largestIndex)
        lookIntoIndex(await film.read(box.content, box.end), box.content, found);
      else if (tellingBoxes.has(box.type))
        note(
          found,
          box,
          size > largestBox
            ? 'details'
            : tellsOf({ type: box.type, content: await film.read(box.content, box.end) }),
        );
    }
  } catch (error) {
    // Its boxes do not add up: what can be read of it was read.
    if (!(error instanceof RangeError)) throw error;
  }
  return found;
}

function lookIntoIndex(moov: Uint8Array, at: number, found: Telling): void {
  const isWhole = !childOf(moov, 'mvex');
  const inFile = (box: Box): Box => ({
    ...box,
    start: box.start + at,
    content: box.content + at,
    end: box.end + at,
  });
  const lookAt = (box: Box) => {
    const content = moov.subarray(box.content, box.end);
    if (tellingBoxes.has(box.type)) note(found, inFile(box), tellsOf({ type: box.type, content }));
    if (box.type !== 'trak') return;
    const tells = isWhole ? trackTells(content) : undefined;
    if (!tells) {
      for (const inner of boxesIn(moov, box.content, box.end)) lookAt(inner);
      return;
    }
    note(found, inFile(box), tells);
    found.packets.push(...packetsOf(content));
  };
  for (const box of boxesIn(moov)) lookAt(box);
}

function note(found: Telling, box: Box, tells: Tells | undefined): void {
  if (!tells) return;
  found.boxes.push(box);
  if (found.tells !== 'place') found.tells = tells;
}

/** Where a track's packets stand, those that stand together as one. */
function packetsOf(trak: Uint8Array): Telling['packets'] {
  try {
    const samples = readSamples(needed(trak, 'mdia', 'minf', 'stbl'));
    const all = Array.from({ length: samples.count }, (_, index) => index);
    return runsOf(samples, all).map(({ at, size }) => ({ start: at, end: at + size }));
  } catch (error) {
    // Without an index nobody can say what its packets were.
    if (error instanceof RangeError) return [];
    throw error;
  }
}
