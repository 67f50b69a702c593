import type { Database } from './database';

/** A folder on the person's own disk that they pointed at once. Chrome and Edge only: Firefox has no such handles. */
export interface Folder {
  isPossible(): boolean;
  /** Shows the browser's own picker; must be called within a click. */
  choose(): Promise<boolean>;
  /** `ask` shows the browser's question, and so needs a click; without it only what is still granted counts. */
  state(options?: { ask: boolean }): Promise<'none' | 'ask' | 'granted'>;
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

export function createFolder(database: Promise<Database>): Folder {
  const kept = async () => {
    const handle: unknown = await (await database).get(store, key);
    return isDirectory(handle) ? handle : undefined;
  };
  const picker: unknown = Reflect.get(globalThis, 'showDirectoryPicker');
  return {
    isPossible: () => typeof picker === 'function',
    async choose() {
      if (typeof picker !== 'function') return false;
      try {
        const handle: unknown = await Reflect.apply(picker, globalThis, [
          { id: 'originals', mode: 'read', startIn: 'videos' },
        ]);
        await (await database).put(store, handle, key);
        return true;
      } catch {
        // The person closed the picker.
        return false;
      }
    },
    async state({ ask } = { ask: false }) {
      const handle = await kept();
      if (!handle) return 'none';
      const permission = await (ask
        ? handle.requestPermission({ mode: 'read' })
        : handle.queryPermission({ mode: 'read' }));
      return permission === 'granted' ? 'granted' : 'ask';
    },
    async *files() {
      const handle = await kept();
      if (!handle) return;
      let count = 0;
      for await (const file of walk(handle, 0)) {
        yield file;
        count += 1;
        if (count >= mostFiles) return;
      }
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

async function* walk(folder: DirectoryHandle, depth: number): AsyncGenerator<File> {
  for await (const entry of folder.values()) {
    if (entry.kind === 'file') {
      if (/\.(?:mp4|mov|m4v|webm|mkv)$/i.test(entry.name)) yield await entry.getFile();
    } else if (isDirectory(entry) && depth < deepest) yield* walk(entry, depth + 1);
  }
}
