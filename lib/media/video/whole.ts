import type { Bytes } from '../bytes';
import type { VideoFacts } from '../facts';
import { topBoxes } from './mp4/boxes';
import { segmentOf } from './webm/elements';

/** Whether the file goes on for as long as its own parts say: a download that broke off does not. */
export async function isWhole(container: VideoFacts['container'], film: Bytes): Promise<boolean> {
  if (container === 'ts') return true;
  const end = await (container === 'mp4' || container === 'mov' ? endOfBoxes(film) : endOfSegment(film));
  return end <= ((await film.size()) ?? 0);
}

const ofTheFilm = new Set(['moov', 'moof', 'mdat']);

async function endOfBoxes(film: Bytes): Promise<number> {
  try {
    const boxes = await topBoxes(film);
    return Math.max(0, ...boxes.filter(({ type }) => ofTheFilm.has(type)).map(({ end }) => end));
  } catch (error) {
    // Something else stands behind the film.
    if (error instanceof RangeError) return 0;
    throw error;
  }
}

async function endOfSegment(film: Bytes): Promise<number> {
  const end = (await segmentOf(film))?.end ?? 0;
  // What was written while it was filmed does not know where it ends.
  return Number.isFinite(end) ? end : 0;
}
