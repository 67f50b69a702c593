import type { IDBPDatabase } from 'idb';
import { ofAccount } from '../insights/store';

export interface EraserParts {
  database: Promise<IDBPDatabase>;
  /** Ends what is under way, so that nobody writes down again what is being erased. */
  stopPosts: (accountId?: string) => Promise<void>;
  /** Lets TikTok forget the sign-in, then forgets its tokens here. */
  disconnect: (accountId: string) => Promise<unknown>;
  accountIds: () => Promise<string[]>;
  /** Bytes in the browser's file system, small values in its storage, alarms. */
  clearRest: () => Promise<void>;
  sweep: () => Promise<unknown>;
  changed: () => void;
}

export interface Eraser {
  /** The account and all that is known of it: posts, drafts, videos, numbers, tokens. */
  eraseAccount(id: string): Promise<void>;
  /** As if Ferry had just been installed. */
  eraseAll(): Promise<void>;
}

export function createEraser(parts: EraserParts): Eraser {
  /** TikTok out of reach, or the sign-in gone already: what is here must go all the same. */
  const disconnect = async (id: string) => {
    await parts.disconnect(id).catch(() => undefined);
  };

  return {
    async eraseAccount(id) {
      await parts.stopPosts(id);
      await disconnect(id);
      const database = await parts.database;
      await eraseRecords(database, id);
      await parts.sweep();
      parts.changed();
    },
    async eraseAll() {
      await parts.stopPosts();
      for (const id of await parts.accountIds()) await disconnect(id);
      const database = await parts.database;
      const names = [...database.objectStoreNames];
      const transaction = database.transaction(names, 'readwrite');
      await Promise.all([...names.map((name) => transaction.objectStore(name).clear()), transaction.done]);
      await parts.clearRest();
      parts.changed();
    },
  };
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
  await store('readings').delete(id);
  await store('accounts').delete(id);
  await store('secrets').delete(`tokens:${id}`);
  await transaction.done;
}
