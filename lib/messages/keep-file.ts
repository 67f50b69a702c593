import type { Stash } from '../media/stash';

export interface KeptFile {
  from: 'stash';
  key: string;
  name: string;
  size: number;
  type: string;
}

/** Files of a folder often come without the type that a picker would have given them. */
const types: Record<string, string> = {
  m4v: 'video/mp4',
  mkv: 'video/x-matroska',
  mov: 'video/quicktime',
  mp4: 'video/mp4',
  webm: 'video/webm',
};

export async function keepFile(stash: Stash, file: File): Promise<KeptFile> {
  const ending = file.name.split('.').at(-1)?.toLowerCase() ?? '';
  const { key, name, size, type } = await stash.put(file, { type: file.type || (types[ending] ?? '') });
  return { from: 'stash', key, name, size, type };
}

/** The stash, opened in this very page. */
export async function openStash(): Promise<Stash> {
  const [{ createStash }, { openDatabase }] = await Promise.all([
    import('../media/stash'),
    import('../platform/database'),
  ]);
  return createStash({
    database: openDatabase(),
    root: () => navigator.storage.getDirectory(),
    now: Date.now,
  });
}
