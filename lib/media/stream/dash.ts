import { AppError } from '../../errors/app-error';
import { bestVersion, type Piece, type StreamPlan, type StreamTrack } from './tracks';

/** More pieces than a day of film has. */
const maxPieces = 50_000;

/** Reads a finished, unprotected presentation of one period; anything else is refused with its own sentence. */
export function readMpd(mpd: Document, base: string): StreamPlan {
  const root = mpd.documentElement;
  if (root.localName !== 'MPD') throw new AppError('stream_broken');
  if (root.getAttribute('type') === 'dynamic') throw new AppError('stream_live');
  if (all(root, 'ContentProtection').length > 0) throw new AppError('stream_protected');
  const periods = all(root, 'Period');
  const [period] = periods;
  if (!period) throw new AppError('stream_broken');
  if (periods.length > 1) throw new AppError('stream_with_breaks');
  const duration =
    seconds(period.getAttribute('duration')) ?? seconds(root.getAttribute('mediaPresentationDuration'));
  const from = resolve(period, resolve(root, base));
  const tracks = (['video', 'audio'] as const).flatMap((kind): StreamTrack[] => {
    const best = bestVersion(
      all(period, 'AdaptationSet')
        .filter((set) => kindOf(set) === kind)
        .flatMap((set) => all(set, 'Representation').map((element) => versionOf(set, element))),
    );
    return best ? [{ kind, pieces: piecesOf(best, from, duration) }] : [];
  });
  if (!tracks.some(({ kind }) => kind === 'video')) throw new AppError('stream_broken');
  return { tracks, duration };
}

/** All below, by their local name: a prefix is the writer's business. */
const all = (parent: Element, name: string): Element[] =>
  [...parent.children].flatMap((one) => [...(one.localName === name ? [one] : []), ...all(one, name)]);
const child = (parent: Element, name: string): Element | undefined =>
  [...parent.children].find((element) => element.localName === name);

function kindOf(set: Element): string | undefined {
  const said = set.getAttribute('contentType') ?? set.getAttribute('mimeType');
  const type = said ?? all(set, 'Representation')[0]?.getAttribute('mimeType') ?? '';
  return type.split('/')[0];
}

interface DashVersion {
  set: Element;
  element: Element;
  bandwidth: number;
  width?: number | undefined;
  height?: number | undefined;
  codecs?: string | undefined;
}

function versionOf(set: Element, element: Element): DashVersion {
  const said = (name: string) => element.getAttribute(name) ?? set.getAttribute(name) ?? undefined;
  return {
    set,
    element,
    bandwidth: Number(said('bandwidth')) || 0,
    width: Number(said('width')) || undefined,
    height: Number(said('height')) || undefined,
    codecs: kindOf(set) === 'video' ? said('codecs') : undefined,
  };
}

const resolve = (element: Element, base: string): string => {
  const written = child(element, 'BaseURL')?.textContent?.trim();
  return written ? new URL(written, base).href : base;
};

function piecesOf(
  { set, element, bandwidth }: DashVersion,
  from: string,
  duration: number | undefined,
): Piece[] {
  const base = resolve(element, resolve(set, from));
  const template = child(element, 'SegmentTemplate') ?? child(set, 'SegmentTemplate');
  if (template) {
    const fill = filler({ RepresentationID: element.getAttribute('id') ?? '', Bandwidth: bandwidth });
    return templatePieces(template, duration, (text) => new URL(text, base).href, fill);
  }
  const list = child(element, 'SegmentList') ?? child(set, 'SegmentList');
  if (list) return listPieces(list, base);
  return [{ url: base }];
}

type Fill = (text: string, values: Record<string, string | number>) => string;

/** `$Number%05d$` and its like. */
const filler =
  (fixed: Record<string, string | number>): Fill =>
  (text, values) =>
    text.replace(/\$(?:(\w+)(?:%0(\d+)d)?)?\$/g, (_, name: string | undefined, width: string | undefined) => {
      if (name === undefined) return '$';
      return String({ ...fixed, ...values }[name] ?? '').padStart(Number(width ?? 0), '0');
    });

function templatePieces(
  template: Element,
  duration: number | undefined,
  url: (text: string) => string,
  fill: Fill,
): Piece[] {
  const media = template.getAttribute('media');
  const init = template.getAttribute('initialization');
  if (!media) throw new AppError('stream_broken');
  const times = child(template, 'SegmentTimeline') ? timeline(template) : evenTimes(template, duration);
  const first = Number(template.getAttribute('startNumber') ?? 1);
  const parts = times.map((time, at) => ({ url: url(fill(media, { Number: first + at, Time: time })) }));
  return init ? [{ url: url(fill(init, {})) }, ...parts] : parts;
}

function evenTimes(template: Element, duration: number | undefined): number[] {
  const each = Number(template.getAttribute('duration'));
  const scale = Number(template.getAttribute('timescale') ?? 1);
  if (!(each > 0) || !(scale > 0) || duration === undefined) throw new AppError('stream_broken');
  const count = Math.ceil((duration * scale) / each - 1e-3);
  if (count > maxPieces) throw new AppError('stream_broken');
  return Array.from({ length: count }, (_, at) => at * each);
}

function timeline(template: Element): number[] {
  const times: number[] = [];
  let at = 0;
  for (const entry of all(template, 'S')) {
    at = Number(entry.getAttribute('t') ?? at);
    const each = Number(entry.getAttribute('d'));
    const more = Number(entry.getAttribute('r') ?? 0);
    // A negative count means "until the next": only a live stream needs that.
    if (!(each > 0) || more < 0 || times.length + more > maxPieces) throw new AppError('stream_broken');
    for (let turn = 0; turn <= more; turn++, at += each) times.push(at);
  }
  return times;
}

function listPieces(list: Element, base: string): Piece[] {
  const piece = (address: string | null, range: string | null): Piece => {
    const [start, last] = (range ?? '').split('-').map(Number);
    const bytes =
      range && start !== undefined && last !== undefined ? { range: [start, last + 1] as const } : {};
    return { url: new URL(address ?? '', base).href, ...bytes };
  };
  const init = child(list, 'Initialization');
  const parts = all(list, 'SegmentURL').map((part) =>
    piece(part.getAttribute('media'), part.getAttribute('mediaRange')),
  );
  return init ? [piece(init.getAttribute('sourceURL'), init.getAttribute('range')), ...parts] : parts;
}

/** `PT1M2.5S` as seconds. */
export function seconds(written: string | null): number | undefined {
  const found = /^PT(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?$/.exec(written ?? '');
  if (!found) return undefined;
  const [, hours = 0, minutes = 0, rest = 0] = found.map((part) => Number(part ?? 0));
  return hours * 3_600 + minutes * 60 + rest;
}
