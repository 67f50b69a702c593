import { latin1 } from '../../format';
import { childOf, type Node, nodesIn } from './box-tree';

/** What a film tells besides its pictures and its sound: where it was made, or anything else about its making. */
export type Tells = 'place' | 'details';

/** Where films keep what they tell: the maker's own boxes, iTunes' and Apple's lists, Adobe's XMP. */
export const tellingBoxes = new Set(['udta', 'meta', 'uuid', 'XMP_']);

/** Which program wrote the file tells nothing of the person. */
const harmless = new Set(['\xa9too', '\xa9swr', '\xa9enc', 'hdlr', 'ilst', 'meta', 'name', 'free', 'skip']);

const placeWords = /\xa9xyz|loci|location|gps/i;

export function tellsOf({ type, content }: Pick<Node, 'type' | 'content'>): Tells | undefined {
  if (placeWords.test(latin1(content))) return 'place';
  const names = type === 'udta' || type === 'meta' ? namesIn(content) : [type];
  return names.some((name) => !harmless.has(name)) ? 'details' : undefined;
}

/** The names of everything in it. In MP4 a list begins with four bytes more than in MOV. */
function namesIn(content: Uint8Array): string[] {
  try {
    return nodesIn(content).flatMap(({ type, content: inner }) => {
      if (type === 'meta')
        return namesIn(latin1(inner.subarray(4, 8)) === 'hdlr' ? inner : inner.subarray(4));
      return type === 'ilst' ? nodesIn(inner).map((item) => item.type) : [type];
    });
  } catch (error) {
    if (error instanceof RangeError) return ['unreadable'];
    throw error;
  }
}

/** Tracks that measure while the camera films write their place every second. */
const placeTracks = /gpmd|camm|djmd|rtmd|location|gps/i;

/** What a track tells that is neither pictures nor sound, nor the count of a clock. */
export function trackTells(trak: Uint8Array): Tells | undefined {
  const mdia = childOf(trak, 'mdia')?.content;
  const hdlr = mdia && childOf(mdia, 'hdlr')?.content;
  if (!mdia || !hdlr) return undefined;
  if (['vide', 'soun', 'tmcd'].includes(latin1(hdlr.subarray(8, 12)))) return undefined;
  const minf = childOf(mdia, 'minf')?.content;
  const stbl = minf && childOf(minf, 'stbl')?.content;
  const stsd = stbl && childOf(stbl, 'stsd')?.content;
  return stsd && placeTracks.test(latin1(stsd)) ? 'place' : 'details';
}
