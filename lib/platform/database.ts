import { type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';

/**
 * One database for everything that must outlive the worker. Content scripts cannot reach it in any browser,
 * so secrets are kept here too. Values are parsed by the store that owns them, not here.
 *
 * A change of shape is a new step at the end of this list; a step that has shipped is never edited.
 */
type Step = (db: IDBPDatabase, transaction: IDBPTransaction<unknown, string[], 'versionchange'>) => void;

const steps: readonly Step[] = [
  (db) => {
    const posts = db.createObjectStore('posts', { keyPath: 'id' });
    // The id breaks ties: posts of one batch are made in the same millisecond, and a page must not skip any.
    posts.createIndex('newest', ['createdAt', 'id']);
    posts.createIndex('account', ['accountId', 'createdAt', 'id']);
    posts.createIndex('state', ['state', 'createdAt', 'id']);
    // `open` is 1 while Ferry has something left to do and absent afterwards: the index holds only those.
    posts.createIndex('open', 'open');
    db.createObjectStore('jobs', { keyPath: 'key' });
    const events = db.createObjectStore('events', { autoIncrement: true });
    events.createIndex('post', 'postId');
    const drafts = db.createObjectStore('drafts', { keyPath: 'id' });
    drafts.createIndex('tab', 'tabId');
    db.createObjectStore('stash', { keyPath: 'key' });
    db.createObjectStore('accounts', { keyPath: 'id' });
    db.createObjectStore('secrets');
    db.createObjectStore('pacing');
    db.createObjectStore('handles');
    db.createObjectStore('relayed', { keyPath: 'key' });
    const snapshots = db.createObjectStore('snapshots', { keyPath: ['accountId', 'day'] });
    snapshots.createIndex('account', 'accountId');
    const videos = db.createObjectStore('videos', { keyPath: ['accountId', 'id'] });
    videos.createIndex('newest', ['accountId', 'createdAt']);
    // One video's numbers on one day: the key's order makes the days of a video one range.
    db.createObjectStore('growth', { keyPath: ['accountId', 'videoId', 'day'] });
    // When each account was last looked at, and what went wrong then.
    db.createObjectStore('readings', { keyPath: 'accountId' });
  },
];

export type Database = IDBPDatabase;

/** After the browser closed it: soon, but not in a tight circle while its disk is in trouble. */
const pause = 2_000;

/**
 * The browser closes a database by itself when its disk fails or is full to the last byte. Whoever holds it may live
 * on for days, woken by an alarm each time it would end: it is opened again behind the same name.
 */
export async function openDatabase(name = 'ferry'): Promise<Database> {
  let current = await open(name, reopen);
  async function reopen(): Promise<void> {
    try {
      current = await open(name, reopen);
    } catch (error) {
      console.error('the database cannot be opened', error);
      setTimeout(reopen, pause);
    }
  }
  return new Proxy(current, {
    get(_first, key) {
      const value: unknown = Reflect.get(current, key, current);
      return typeof value === 'function' ? value.bind(current) : value;
    },
  });
}

function open(name: string, onClosed: () => void): Promise<Database> {
  return openDB(name, steps.length, {
    upgrade(db, oldVersion, _newVersion, transaction) {
      for (const step of steps.slice(oldVersion)) step(db, transaction);
    },
    blocking(_current, _blocked, event) {
      // A newer build wants to upgrade: let go, or it would wait for this context for ever.
      if (event.target instanceof IDBDatabase) event.target.close();
    },
    terminated: onClosed,
  });
}
