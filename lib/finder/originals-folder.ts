/** The creator's own exports, and which of them is the film on this page. */
export interface OriginalFile {
  name: string;
  size: number;
  lastModified: number;
  /** Seconds, where it has been read. */
  duration?: number;
}

export interface Wanted {
  title?: string;
  duration?: number;
  videoId?: string;
}

export interface Match<File extends OriginalFile> {
  file: File;
  /** 0…1. */
  score: number;
  /** Sure enough to be preselected. */
  sure: boolean;
}

const filmName = /\.(?:mp4|mov|m4v|webm|mkv)$/i;
const leastScore = 0.25;
const sureFrom = 0.7;
/** Encoders and players count the last frame differently. */
const sameLength = 1.5;

/**
 * Files most like the film first. The length tells most, since no two exports of a channel last the same; the name
 * tells the rest, and an id in it tells everything. A length that differs rules a file out.
 */
export function matchOriginal<File extends OriginalFile>(
  files: readonly File[],
  wanted: Wanted,
): Match<File>[] {
  const ranked = files
    .filter(({ name }) => filmName.test(name))
    .map((file) => ({ file, score: scoreOf(file, wanted) }))
    .filter(({ score }) => score >= leastScore)
    .sort((a, b) => b.score - a.score || b.file.lastModified - a.file.lastModified);
  const [best, second] = ranked;
  const clear = best !== undefined && best.score >= sureFrom && best.score - (second?.score ?? 0) > 0.1;
  return ranked.map(({ file, score }, index) => ({ file, score, sure: clear && index === 0 }));
}

function scoreOf(file: OriginalFile, { title = '', duration, videoId }: Wanted): number {
  if (videoId && file.name.includes(videoId)) return 1;
  const name = likeness(file.name, title);
  if (duration === undefined || file.duration === undefined) return 0.65 * name;
  const apart = Math.abs(file.duration - duration);
  return apart > sameLength ? 0 : 0.6 * (1 - apart / (2 * sameLength)) + 0.4 * name;
}

/** How much of a name speaks for it, before its length is known. */
export function likenessToName(fileName: string, { title = '', videoId }: Wanted): number {
  return videoId && fileName.includes(videoId) ? 2 : likeness(fileName, title);
}

/** What exports are called besides their title. */
const noise = new Set(
  'final export master render video movie clip edit draft copy short shorts youtube yt hd uhd fhd 4k 1080p 720p 2160p h264 h265 hevc prores v1 v2 v3'.split(
    ' ',
  ),
);

function wordsOf(text: string): Set<string> {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return new Set(words.filter((word) => word !== '' && !noise.has(word)));
}

/** Shared words over all words of the shorter text: titles are often cut when a file is named. */
function likeness(fileName: string, title: string): number {
  const [a, b] = [wordsOf(fileName.replace(filmName, '')), wordsOf(title)];
  if (a.size === 0 || b.size === 0) return 0;
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(2, Math.min(a.size, b.size));
}
