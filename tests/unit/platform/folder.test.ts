import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '../../../lib/platform/database';
import { createFolder } from '../../../lib/platform/folder';

type Entry = Record<string, unknown>;
const film = (name: string): Entry => ({ kind: 'file', name, getFile: async () => new File(['x'], name) });
const gone = (name: string): Entry => ({
  kind: 'file',
  name,
  getFile: () => Promise.reject(new DOMException('', 'NotFoundError')),
});
const folderOf = (name: string, ...entries: Entry[]): Entry => ({
  kind: 'directory',
  name,
  queryPermission: async () => 'prompt',
  requestPermission: async () => 'granted',
  async *values() {
    yield* entries;
  },
});

/** What holds handles; the real one needs a browser to store them. */
function shelf(handle?: unknown): Promise<Database> {
  let kept = handle;
  const database = {
    get: async () => kept,
    put: async (_store: string, value: unknown) => {
      kept = value;
    },
    delete: async () => {
      kept = undefined;
    },
  };
  return Promise.resolve(database as unknown as Database);
}

async function namesIn(handle: Entry): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of createFolder(shelf(handle)).files()) names.push(name);
  return names;
}

afterEach(() => vi.unstubAllGlobals());

describe('a folder kept in mind', () => {
  it('has the films in it and in the folders within, and passes over what is none or has gone', async () => {
    const deep = folderOf(
      'a',
      folderOf('b', folderOf('c', film('three.mov'), folderOf('d', film('four.mp4')))),
    );
    const names = await namesIn(
      folderOf('Exports', film('one.mp4'), gone('two.mp4'), film('notes.txt'), deep),
    );
    expect(names).toEqual(['one.mp4', 'three.mov']);
  });

  it('ends in a folder without end', async () => {
    const endless: Entry = {
      ...folderOf('Exports'),
      async *values() {
        for (let at = 0; ; at += 1) yield film(`${at}.txt`);
      },
    };
    expect(await namesIn(endless)).toEqual([]);
  });

  it('says what it is called and whether it may be read, and asks only when told to', async () => {
    const folder = createFolder(shelf(folderOf('Exports')));
    expect(await folder.state()).toEqual({ name: 'Exports', allowed: false });
    expect(await folder.allow()).toBe(true);
    await folder.forget();
    expect(await folder.state()).toBeUndefined();
    expect(await folder.allow()).toBe(false);
  });

  it('is chosen by the browser’s picker; closing that chooses nothing, and a failure is told', async () => {
    const folder = createFolder(shelf());
    expect(await folder.choose()).toBe(false);
    vi.stubGlobal('showDirectoryPicker', async () => folderOf('Exports'));
    expect(await folder.choose()).toBe(true);
    expect(await folder.state()).toMatchObject({ name: 'Exports' });
    vi.stubGlobal('showDirectoryPicker', () => Promise.reject(new DOMException('', 'AbortError')));
    expect(await folder.choose()).toBe(false);
    vi.stubGlobal('showDirectoryPicker', () => Promise.reject(new DOMException('', 'SecurityError')));
    await expect(folder.choose()).rejects.toMatchObject({ name: 'SecurityError' });
  });
});
