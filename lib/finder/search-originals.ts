import {
  likenessToName,
  type Match,
  matchOriginal,
  type OriginalFile,
  type Wanted,
} from './originals-folder';

/** The best-named first; most of the time that is enough. Then some of the rest, for files named by a camera. */
const rounds = [8, 16];
const mostOffered = 6;

/**
 * Which files are the film wanted: names tell whose lengths are worth reading, lengths tell which it is.
 * Only a few files are ever opened.
 */
export async function searchOriginals<File extends OriginalFile>(
  files: readonly File[],
  wanted: Wanted,
  lengthOf: (file: File) => Promise<number | undefined>,
): Promise<Match<File & OriginalFile>[]> {
  const ordered = files
    .map((file) => ({ file, likeness: likenessToName(file.name, wanted) }))
    .sort((a, b) => b.likeness - a.likeness || b.file.lastModified - a.file.lastModified)
    .map(({ file }) => file);
  const read: (File & OriginalFile)[] = [];
  let matches: Match<File & OriginalFile>[] = [];
  for (const count of rounds) {
    const next = ordered.slice(read.length, read.length + count);
    const lengths = await Promise.all(next.map(lengthOf));
    read.push(...next.map((file, at) => withLength(file, lengths[at])));
    matches = matchOriginal(read, wanted);
    if (matches[0]?.sure || wanted.duration === undefined) break;
  }
  return matches.slice(0, mostOffered);
}

const withLength = <File extends OriginalFile>(file: File, duration: number | undefined) =>
  duration === undefined ? file : { ...file, duration };
