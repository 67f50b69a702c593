/** The stash's part of the browser's private file system: a folder of parts, or one file, for each key. */
export interface OriginFolder {
  file(key: string): Promise<FileSystemFileHandle>;
  newPart(key: string, index: number): Promise<FileSystemWritableFileStream>;
  parts(key: string, count: number): Promise<File[]>;
  single(key: string): Promise<File[]>;
  remove(key: string): Promise<void>;
  keepOnly(isKept: (key: string) => boolean, before: number): Promise<void>;
}

const folderName = 'stash';

export function createOriginFolder(root: () => Promise<FileSystemDirectoryHandle>): OriginFolder {
  const home = async () => (await root()).getDirectoryHandle(folderName, { create: true });
  const partsOf = async (key: string, create = false) =>
    (await home()).getDirectoryHandle(`${key}.parts`, { create });

  return {
    file: async (key) => (await home()).getFileHandle(`${key}.file`, { create: true }),

    async newPart(key, index) {
      const handle = await (await partsOf(key, true)).getFileHandle(String(index), { create: true });
      return handle.createWritable();
    },

    async parts(key, count) {
      if (count === 0) return [];
      const folder = await partsOf(key);
      return Promise.all(
        Array.from({ length: count }, async (_, index) =>
          (await folder.getFileHandle(String(index))).getFile(),
        ),
      );
    },

    single: async (key) => [await (await (await home()).getFileHandle(`${key}.file`)).getFile()],

    async remove(key) {
      const folder = await home();
      for (const name of [`${key}.parts`, `${key}.file`]) await removeQuietly(folder, name);
    },

    async keepOnly(isKept, before) {
      const folder = await home();
      for (const [name, handle] of await all(folder)) {
        if (isKept(name.replace(/\.(parts|file)$/, ''))) continue;
        if (isFile(handle) && (await handle.getFile()).lastModified >= before) continue;
        await removeQuietly(folder, name);
      }
    },
  };
}

async function all(folder: FileSystemDirectoryHandle): Promise<[string, FileSystemHandle][]> {
  const found: [string, FileSystemHandle][] = [];
  for await (const entry of folder.entries()) found.push(entry);
  return found;
}

const isFile = (handle: FileSystemHandle): handle is FileSystemFileHandle => handle.kind === 'file';

async function removeQuietly(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  try {
    await folder.removeEntry(name, { recursive: true });
  } catch (error) {
    // Not there is what was wanted; still being written to, the next sweep gets it.
    if (!(error instanceof DOMException)) throw error;
  }
}
