import type { IDBPDatabase } from 'idb';
import * as z from 'zod/mini';
import { AppError } from '../errors/app-error';
import { createOriginFolder, type OriginFolder } from './origin-folder';
import { asStorageError } from './storage-error';

/** A stretch of another file of the stash; of the file's own bytes where no key is given. */
const StashPiece = z.object({ key: z.optional(z.string()), start: z.number(), end: z.number() });
export type StashPiece = z.infer<typeof StashPiece>;

const StashEntry = z.object({
  key: z.string(),
  /**
   * `kept`: the file stands in the database. `parts` and `file`: in the browser's private file system. `pieces`: put
   * together of stretches of others, and of bytes of its own that stand in the database.
   */
  form: z.enum(['kept', 'parts', 'file', 'pieces']),
  name: z.string(),
  type: z.string(),
  /** Bytes that are safely there; less than the whole while it is being written. */
  size: z.number(),
  whole: z.boolean(),
  parts: z.number(),
  /** Of `pieces`: what it is put together of, in order. */
  of: z.optional(z.array(StashPiece)),
  /** Nobody asks for it any more, but another is put together of it. */
  dropped: z.optional(z.boolean()),
  createdAt: z.number(),
});
export type StashEntry = z.infer<typeof StashEntry>;

export interface About {
  name: string;
  type: string;
}

/** Writes one after the other; what was flushed survives the death of the writer. */
export interface PartWriter {
  /** Safely there: where a resumed writer goes on. */
  readonly flushed: number;
  write(bytes: Uint8Array): Promise<void>;
  /** Makes safe what was written so far: the source broke off, and is gone on with later. */
  pause(): Promise<void>;
  finish(about?: Partial<About>): Promise<StashEntry>;
}

export interface Stash {
  /** A picked, pasted or small made file, as it is. It stays on disk: nothing is read. */
  put(file: Blob, about?: Partial<About>): Promise<StashEntry>;
  /** A stream of unknown length, begun or gone on with under its key. */
  append(key: string, about: About): Promise<PartWriter>;
  /** A file to be written at any place in it, such as an MP4; `adopt` makes it an entry. */
  scratch(key: string): Promise<FileSystemFileHandle>;
  adopt(key: string, about: About): Promise<StashEntry>;
  /** A file made of stretches of others, which are neither read nor copied and stay for as long as it does. */
  compose(key: string, about: About, own: Blob, pieces: readonly StashPiece[]): Promise<StashEntry>;
  /** The whole file, lazily: slicing it reads only the slice. */
  open(key: string): Promise<File>;
  find(key: string): Promise<StashEntry | undefined>;
  list(): Promise<StashEntry[]>;
  remove(key: string): Promise<void>;
  /** Removes what nobody names any more, unless it was made after `before`. */
  sweep(named: ReadonlySet<string>, before: number): Promise<void>;
}

export interface StashParts {
  database: Promise<IDBPDatabase>;
  /** The root of the browser's private file system for this extension. */
  root: () => Promise<FileSystemDirectoryHandle>;
  now: () => number;
  partSize?: number;
}

/** A killed writer loses at most one part; 2 GB make some 120 of them. */
const usualPart = 16 * 1_048_576;

export function newStashKey(): string {
  return crypto.randomUUID();
}

/** Where bytes wait, outliving the worker and the browser. Whoever uses them is handed keys. */
export function createStash({ database, root, now, partSize = usualPart }: StashParts): Stash {
  const folder = createOriginFolder(root);

  const read = async (key: string): Promise<{ entry: StashEntry; file: unknown } | undefined> => {
    const found: unknown = await (await database).get('stash', key);
    if (found === undefined) return undefined;
    const { file } = z.parse(z.object({ file: z.optional(z.unknown()) }), found);
    return { entry: z.parse(StashEntry, found), file };
  };
  const write = async (entry: StashEntry, file?: Blob): Promise<StashEntry> => {
    try {
      await (await database).put('stash', file ? { ...entry, file } : entry);
    } catch (error) {
      throw asStorageError(error);
    }
    return entry;
  };

  return {
    async put(file, { name = file instanceof File ? file.name : '', type = file.type } = {}) {
      const entry = blank(newStashKey(), 'kept', { name, type }, now());
      return write({ ...entry, size: file.size, whole: true }, file);
    },

    async append(key, about) {
      const standing = (await read(key))?.entry;
      const entry = standing ?? (await write(blank(key, 'parts', about, now())));
      return createPartWriter({ entry, folder, partSize, save: write });
    },

    async scratch(key) {
      return folder.file(key);
    },

    async adopt(key, about) {
      const { size } = await (await folder.file(key)).getFile();
      return write({ ...blank(key, 'file', about, now()), size, whole: true });
    },

    async open(key) {
      const found = await read(key);
      if (!found?.entry.whole) throw new AppError('file_gone');
      const { entry, file } = found;
      const { name, type } = entry;
      if (entry.form === 'kept') {
        if (!(file instanceof Blob)) throw new AppError('file_gone');
        return file instanceof File && file.type === type ? file : new File([file], name, { type });
      }
      if (entry.form === 'pieces') return composed(found, (of) => this.open(of));
      const pieces = await (entry.form === 'parts' ? folder.parts(key, entry.parts) : folder.single(key));
      const whole = new File(pieces, name, { type });
      if (whole.size !== entry.size) throw new AppError('file_gone');
      return whole;
    },

    find: async (key) => (await read(key))?.entry,
    list: async () => z.parse(z.array(StashEntry), await (await database).getAll('stash')),

    async compose(key, about, own, pieces) {
      const size = pieces.reduce((sum, { start, end }) => sum + end - start, 0);
      return write({ ...blank(key, 'pieces', about, now()), size, whole: true, of: [...pieces] }, own);
    },

    async remove(key) {
      const entries = await this.list();
      const entry = entries.find((one) => one.key === key);
      if (entry && entries.some((one) => isMadeOf(one, key))) {
        const file = (await read(key))?.file;
        await write({ ...entry, dropped: true }, file instanceof Blob ? file : undefined);
        return;
      }
      await (await database).delete('stash', key);
      await folder.remove(key);
      const sources = entries.filter((one) => one.dropped && entry && isMadeOf(entry, one.key));
      for (const source of sources) await this.remove(source.key);
    },

    async sweep(named, before) {
      for (const { key, createdAt } of await this.list()) {
        if (!named.has(key) && createdAt < before) await this.remove(key);
      }
      const kept = new Set((await this.list()).map(({ key }) => key));
      await folder.keepOnly((key) => kept.has(key) || named.has(key), before);
    },
  };
}

const blank = (
  key: string,
  form: StashEntry['form'],
  { name, type }: About,
  createdAt: number,
): StashEntry => ({ key, form, name, type, size: 0, whole: false, parts: 0, createdAt });

const isMadeOf = ({ of = [] }: StashEntry, key: string) => of.some((piece) => piece.key === key);

/** Nothing of it is read before it is asked for. */
async function composed(
  { entry, file }: { entry: StashEntry; file: unknown },
  open: (key: string) => Promise<File>,
): Promise<File> {
  const { name, type, size, of = [] } = entry;
  const sources = new Map<string | undefined, Blob>();
  if (file instanceof Blob) sources.set(undefined, file);
  for (const { key } of of) if (key !== undefined && !sources.has(key)) sources.set(key, await open(key));
  const stretches = of.map(({ key, start, end }) => sources.get(key)?.slice(start, end) ?? new Blob());
  const whole = new File(stretches, name, { type });
  if (whole.size !== size) throw new AppError('file_gone');
  return whole;
}

interface WriterParts {
  entry: StashEntry;
  folder: OriginFolder;
  partSize: number;
  save: (entry: StashEntry) => Promise<StashEntry>;
}

/** One file a part: a closed file is safe, and adding to the end of a large one would copy all of it. */
function createPartWriter({ entry, folder, partSize, save }: WriterParts): PartWriter {
  let { parts, size } = entry;
  let part: FileSystemWritableFileStream | undefined;
  let inPart = 0;

  const flush = async (): Promise<void> => {
    if (!part) return;
    await part.close();
    part = undefined;
    parts += 1;
    size += inPart;
    inPart = 0;
    await save({ ...entry, parts, size });
  };

  return {
    get flushed() {
      return size;
    },
    async write(bytes) {
      try {
        part ??= await folder.newPart(entry.key, parts);
        await part.write(bytes as Uint8Array<ArrayBuffer>);
        inPart += bytes.byteLength;
        if (inPart >= partSize) await flush();
      } catch (error) {
        throw asStorageError(error);
      }
    },
    pause: flush,
    async finish(about = {}) {
      try {
        await flush();
      } catch (error) {
        throw asStorageError(error);
      }
      return save({ ...entry, ...about, parts, size, whole: true });
    },
  };
}
