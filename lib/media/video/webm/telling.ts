import type { Bytes } from '../../bytes';
import { latin1 } from '../../format';
import type { Tells } from '../mp4/telling-boxes';
import { emptied, type Patchwork } from '../patchwork';
import { type Element, elementsIn, numberIn, readElement, segmentOf, voidHeader } from './elements';

interface Telling {
  tells: Tells | undefined;
  elements: Element[];
}

const cluster = 0x1f43b675;
const seekHead = 0x114d9b74;
const seek = 0x4dbb;
const seekPosition = 0x53ac;
const info = 0x1549a966;
const tags = 0x1254c367;
const tag = 0x7373;
const simpleTag = 0x67c8;
const tagName = 0x45a3;
const attachments = 0x1941a469;
const checksum = 0xbf;
/** Of its general part: the title, the date, and the names its files had. */
const tellingInfo = new Set([0x7ba9, 0x4461, 0x7384, 0x3c83ab, 0x3e83bb]);

/** A film has few parts besides its pictures; more than this is read of none. */
const mostParts = 64;
const largestPart = 16 << 20;

/** What a WebM or MKV tells of its making; undefined where that is nothing. */
export async function whatTells(film: Bytes): Promise<Tells | undefined> {
  return (await findTelling(film)).tells;
}

/** The same film with what it tells made empty in place. */
export async function withoutTelling(film: Bytes): Promise<Patchwork> {
  const { elements } = await findTelling(film);
  const holes = elements.map((element) => ({ ...element, header: voidHeader(element) }));
  return emptied((await film.size()) ?? 0, holes);
}

/** From part to part up to the pictures, and to what the list of parts names behind them. */
async function findTelling(film: Bytes): Promise<Telling> {
  const found: Telling = { tells: undefined, elements: [] };
  const size = (await film.size()) ?? 0;
  const whole = await segmentOf(film);
  if (!whole) return found;
  const places = [whole.content];
  const seen = new Set<number>();
  for (const start of places) {
    if (seen.has(start) || seen.size >= mostParts || start >= size) continue;
    seen.add(start);
    const part = await readElement(film, start);
    if (!part || part.id === cluster || part.end > size) continue;
    const listed = await lookInto(part, film, found);
    places.push(part.end, ...listed.map((position) => whole.content + position));
  }
  return found;
}

/** Resolves with where other parts stand, if this is their list. */
async function lookInto(part: Element, film: Bytes, found: Telling): Promise<number[]> {
  if (part.id === attachments) note(found, [part], 'details');
  if (![seekHead, info, tags].includes(part.id)) return [];
  if (part.end - part.content > largestPart) {
    note(found, [part], 'details');
    return [];
  }
  const content = await film.read(part.content, part.end);
  if (part.id === seekHead) return listedIn(content);
  if (part.id === tags) note(found, [part], tagsTell(content));
  else lookIntoInfo(part, content, found);
  return [];
}

function listedIn(content: Uint8Array): number[] {
  return childrenOf(content, seek).flatMap((entry) => childrenOf(entry, seekPosition).map(numberIn));
}

function lookIntoInfo({ content: at }: Element, content: Uint8Array, found: Telling): void {
  const all = elementsIn(content);
  const telling = all.filter(({ id }) => tellingInfo.has(id));
  if (telling.length === 0) return;
  // The checksum of what it was before would call it damaged.
  const gone = [...telling, ...all.filter(({ id }) => id === checksum)];
  note(
    found,
    gone.map(({ id, start, content: inner, end }) => ({
      id,
      start: start + at,
      content: inner + at,
      end: end + at,
    })),
    'details',
  );
}

const placeWords = /location|gps|latitude|longitude/i;

/** Which program wrote the file, and how long and large it is, tells nothing of the person. */
const harmless =
  /^(encoder|encoder_settings|duration|bps|number_of_(frames|bytes)|_statistics_.*|major_brand|minor_version|compatible_brands|handler_name|vendor_id|language)(-\w+)?$/i;

function tagsTell(content: Uint8Array): Tells | undefined {
  if (placeWords.test(latin1(content))) return 'place';
  const names = childrenOf(content, tag).flatMap((one) => namesIn(one));
  return names.some((name) => !harmless.test(name)) ? 'details' : undefined;
}

/** A tag may hold further ones. */
const namesIn = (content: Uint8Array, depth = 0): string[] =>
  childrenOf(content, simpleTag).flatMap((one) => [
    ...childrenOf(one, tagName).map((name) => latin1(name)),
    ...(depth < 8 ? namesIn(one, depth + 1) : ['too deep']),
  ]);

const childrenOf = (content: Uint8Array, wanted: number): Uint8Array[] =>
  elementsIn(content)
    .filter(({ id }) => id === wanted)
    .map(({ content: from, end }) => content.subarray(from, end));

function note(found: Telling, elements: readonly Element[], tells: Tells | undefined): void {
  if (!tells) return;
  found.elements.push(...elements);
  if (found.tells !== 'place') found.tells = tells;
}
