import type { IDBPDatabase } from 'idb';
import { ofAccount } from '../insights/store';
import { textsIn } from './sweeper';

export interface EraserParts {
  database: Promise<IDBPDatabase>;
  /** Ends what is under way, so that nobody writes down again what is being erased; how many TikTok has all the same. */
  stopPosts: (accountId?: string) => Promise<number>;
  /** Lets TikTok forget the sign-in, then forgets its tokens here. */
  disconnect: (accountId: string) => Promise<unknown>;
  accountIds: () => Promise<string[]>;
  /** What the settings say of the account. */
  forgetWishes: (accountId: string) => Promise<unknown>;
  /** Bytes in the browser's file system, small values in its storage, alarms. */
  clearRest: () => Promise<void>;
  /** Removes these of the files that wait, but for those that something else still needs. */
  dropFiles: (keys: ReadonlySet<string>) => Promise<unknown>;
  changed: () => void;
}

export interface Erased {
  /** Posts that TikTok had, or may have had, before they could be stopped. */
  left: number;
}

export interface Eraser {
  /** The account and all that is known of it: posts, drafts, videos, numbers, tokens. */
  eraseAccount(id: string): Promise<Erased>;
  /** As if Ferry had just been installed. */
  eraseAll(): Promise<Erased>;
}

export function createEraser(parts: EraserParts): Eraser {
  /** TikTok out of reach, or the sign-in gone already: what is here must go all the same. */
  const disconnect = async (id: string) => {
    await parts.disconnect(id).catch(() => undefined);
  };

  return {
    async eraseAccount(id) {
      const left = await parts.stopPosts(id);
      await disconnect(id);
      const database = await parts.database;
      const files = await filesOf(database, id);
      await eraseRecords(database, id);
      await parts.forgetWishes(id);
      await parts.dropFiles(files);
      parts.changed();
      return { left };
    },
    async eraseAll() {
      const left = await parts.stopPosts();
      for (const id of await parts.accountIds()) await disconnect(id);
      const database = await parts.database;
      const names = [...database.objectStoreNames];
      const transaction = database.transaction(names, 'readwrite');
      await Promise.all([...names.map((name) => transaction.objectStore(name).clear()), transaction.done]);
      await parts.clearRest();
      parts.changed();
      return { left };
    },
  };
}

/** Whatever its posts and drafts name; what of it is a file is known by its key. */
async function filesOf(database: IDBPDatabase, id: string): Promise<Set<string>> {
  const posts = await database.getAllFromIndex('posts', 'account', ofAccount(id));
  const drafts = (await database.getAll('drafts')).filter(({ accountId }) => accountId === id);
  return textsIn([posts, drafts]);
}

/** In one transaction: an account that is half there would be worse than one that is. */
async function eraseRecords(database: IDBPDatabase, id: string): Promise<void> {
  const names = [
    'accounts',
    'secrets',
    'posts',
    'events',
    'jobs',
    'drafts',
    'snapshots',
    'videos',
    'growth',
    'readings',
    'pacing',
  ];
  const transaction = database.transaction(names, 'readwrite');
  const store = (name: string) => transaction.objectStore(name);
  for (const postId of await store('posts').index('account').getAllKeys(ofAccount(id))) {
    await store('posts').delete(postId);
    for (const event of await store('events').index('post').getAllKeys(postId))
      await store('events').delete(event);
    await store('jobs').delete(IDBKeyRange.bound(`${String(postId)}/`, `${String(postId)}/\uffff`));
  }
  for (const draft of await store('drafts').getAll()) {
    if (draft.accountId === id) await store('drafts').delete(draft.id);
  }
  for (const name of ['snapshots', 'videos', 'growth']) await store(name).delete(ofAccount(id));
  await store('pacing').delete(IDBKeyRange.bound(`${id}/`, `${id}/\uffff`));
  await store('readings').delete(id);
  await store('accounts').delete(id);
  await store('secrets').delete(`tokens:${id}`);
  await transaction.done;
}
