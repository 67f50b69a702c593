import type { Database } from './database';

/** A folder on the person's own disk that they pointed at once. Chrome and Edge only: Firefox has no such handles. */
export interface Folder {
  /** Shows the browser's own picker; must be called within a press. */
  choose(): Promise<boolean>;
  /** What the folder is called and whether it may be read now; undefined before one was chosen. */
  state(): Promise<{ name: string; allowed: boolean } | undefined>;
  /** Shows the browser's question where it has one; must be called within a press. */
  allow(): Promise<boolean>;
  /** The films in it and in the folders within. */
  files(): AsyncGenerator<File>;
  forget(): Promise<void>;
}

/** What the handles of the File System Access API can do, as far as TypeScript's own library leaves it out. */
interface DirectoryHandle extends FileSystemDirectoryHandle {
  queryPermission(how: { mode: 'read' }): Promise<PermissionState>;
  requestPermission(how: { mode: 'read' }): Promise<PermissionState>;
}

const store = 'handles';
const key = 'originals';
const deepest = 3;
const mostFiles = 2_000;
/** Exports often lie among thousands of other files. */
const mostEntries = 20_000;

const picker = (): unknown => Reflect.get(globalThis, 'showDirectoryPicker');

export function createFolder(database: Promise<Database>): Folder {
  const kept = async () => {
    const handle: unknown = await (await database).get(store, key);
    return isDirectory(handle) ? handle : undefined;
  };
  return {
    async choose() {
      const pick = picker();
      if (typeof pick !== 'function') return false;
      try {
        const handle: unknown = await Reflect.apply(pick, globalThis, [
          { id: 'originals', mode: 'read', startIn: 'videos' },
        ]);
        await (await database).put(store, handle, key);
        return true;
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') return false;
        throw error;
      }
    },
    async state() {
      const handle = await kept();
      if (!handle) return undefined;
      return { name: handle.name, allowed: (await handle.queryPermission({ mode: 'read' })) === 'granted' };
    },
    async allow() {
      return (await (await kept())?.requestPermission({ mode: 'read' })) === 'granted';
    },
    async *files() {
      const handle = await kept();
      if (!handle) return;
      const left = { files: mostFiles, entries: mostEntries };
      yield* walk(handle, 0, left);
    },
    async forget() {
      await (await database).delete(store, key);
    },
  };
}

const isDirectory = (handle: unknown): handle is DirectoryHandle =>
  typeof handle === 'object' &&
  handle !== null &&
  Reflect.get(handle, 'kind') === 'directory' &&
  'values' in handle;

async function* walk(
  folder: DirectoryHandle,
  depth: number,
  left: { files: number; entries: number },
): AsyncGenerator<File> {
  for await (const entry of folder.values()) {
    left.entries -= 1;
    if (left.entries < 0 || left.files <= 0) return;
    if (entry.kind === 'file') {
      if (!/\.(?:mp4|mov|m4v|webm|mkv)$/i.test(entry.name)) continue;
      // One that is being written or was just moved away must not hide the others.
      const file = await entry.getFile().catch(() => undefined);
      if (!file) continue;
      left.files -= 1;
      yield file;
    } else if (isDirectory(entry) && depth < deepest) yield* walk(entry, depth + 1, left);
  }
}
