import type { Match, OriginalFile, Wanted } from '../finder/originals-folder';
import type { Stash } from '../media/stash';
import { keepsFolders } from '../platform/browser';
import type { KeptFile } from './keep-file';

export type OriginalMatch = Match<OriginalFile & { id: string }>;

/** The folder of exports the person pointed Ferry at once, read in this very page. */
export interface Originals {
  /** What it is called and whether it may be read now; undefined before one was chosen. */
  folder(): Promise<{ name: string; allowed: boolean } | undefined>;
  /** The browser's picker; only in the very event of a press. False when nothing was chosen. */
  choose(): Promise<boolean>;
  /** The browser's question, where it wants to ask again; only in the very event of a press. */
  allow(): Promise<boolean>;
  /** The files most like it, best first. */
  match(wanted: Wanted): Promise<OriginalMatch[]>;
  /** Keeps one of the files matched last where it outlives this page. */
  keep(id: string): Promise<KeptFile>;
  forget(): Promise<void>;
}

/** Undefined where the browser cannot keep a folder. Everything it needs is loaded when it is first asked. */
export function originalsHere(stash: () => Promise<Stash>): Originals | undefined {
  if (!keepsFolders) return undefined;
  let opened: Promise<Originals> | undefined;
  const here = (): Promise<Originals> => {
    opened ??= load(stash);
    return opened;
  };
  return {
    folder: async () => (await here()).folder(),
    choose: async () => (await here()).choose(),
    allow: async () => (await here()).allow(),
    match: async (wanted) => (await here()).match(wanted),
    keep: async (id) => (await here()).keep(id),
    forget: async () => (await here()).forget(),
  };
}

async function load(stash: () => Promise<Stash>): Promise<Originals> {
  const [{ createOriginals }, { createFolder }, { openDatabase }] = await Promise.all([
    import('./originals'),
    import('../platform/folder'),
    import('../platform/database'),
  ]);
  return createOriginals({
    folder: createFolder(openDatabase()),
    stash,
    lengthOf: async (file) => (await import('../media/video/video-length')).videoLength(file),
  });
}
