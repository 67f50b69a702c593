import { AppError } from '../errors/app-error';
import { searchOriginals } from '../finder/search-originals';
import type { Stash } from '../media/stash';
import type { Folder } from '../platform/folder';
import { keepFile } from './keep-file';
import type { Originals } from './originals-here';

interface OriginalsParts {
  folder: Folder;
  stash: () => Promise<Stash>;
  lengthOf: (file: File) => Promise<number | undefined>;
}

export function createOriginals({ folder, stash, lengthOf }: OriginalsParts): Originals {
  let matched = new Map<string, File>();
  return {
    folder: folder.state,
    choose: folder.choose,
    allow: folder.allow,
    forget: folder.forget,
    async match(wanted) {
      const seen: { id: string; name: string; size: number; lastModified: number; file: File }[] = [];
      for await (const file of folder.files()) {
        const { name, size, lastModified } = file;
        seen.push({ id: String(seen.length), name, size, lastModified, file });
      }
      const found = await searchOriginals(seen, wanted, ({ file }) => lengthOf(file));
      matched = new Map(found.map(({ file: { id, file } }) => [id, file]));
      return found.map(({ file: { file: _bytes, ...facts }, ...match }) => ({ ...match, file: facts }));
    },
    async keep(id) {
      const file = matched.get(id);
      if (!file) throw new AppError('file_gone');
      return keepFile(await stash(), file);
    },
  };
}
