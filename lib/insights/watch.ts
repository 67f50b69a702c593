import { toErrorData } from '../errors/app-error';
import type { Alarms } from '../platform/alarms';
import type { Clock } from '../platform/clock';
import type { Locks } from '../platform/locks';
import { canReadStats, canReadVideos, type ReadableAccount } from './readable';
import type { Reader } from './reader';
import type { InsightStore } from './store';

export interface WatchParts {
  accounts: () => Promise<readonly ReadableAccount[]>;
  reader: Pick<Reader, 'readDay'>;
  store: InsightStore;
  clock: Clock;
  alarms: Alarms;
  locks: Pick<Locks, 'hold' | 'tryHold'>;
  localDay: (now: number) => string;
  /** News for open pages: this account has new numbers. */
  changed: (accountId: string) => void;
}

export interface Watch {
  /** At every start of the worker, and when an account was connected: today's reading, where it is missing. */
  look(): Promise<void>;
  /** Of every alarm that fires; the others are somebody else's. */
  wake(alarm: string): Promise<void>;
  /** Reads now, whatever today already has: the person asked. Throws what stands in the way. */
  readNow(account: ReadableAccount): Promise<void>;
}

const alarm = 'insights';
/** Every local day is longer than this, so an open browser misses none; a look without work is one read of a key. */
const everyMs = 3_600_000;

export function createWatch(parts: WatchParts): Watch {
  const { store, clock, alarms, locks, localDay } = parts;

  const read = async (account: ReadableAccount): Promise<void> => {
    const triedAt = clock.now();
    try {
      await parts.reader.readDay(account);
      await store.keepReading({ accountId: account.id, triedAt });
    } catch (error) {
      await store.keepReading({ accountId: account.id, triedAt, error: toErrorData(error) });
      throw error;
    } finally {
      parts.changed(account.id);
    }
  };

  const readIfDue = async (account: ReadableAccount): Promise<void> => {
    if (account.trouble || !(canReadStats(account) || canReadVideos(account))) return;
    if (await store.hasDay(account.id, localDay(clock.now()))) return;
    // What went wrong is kept with the reading, where the page shows it; the next hour tries again.
    await read(account).catch(() => {});
  };

  const look = async (): Promise<void> => {
    await alarms.set(alarm, clock.now() + everyMs);
    await locks.tryHold('insights', async () => {
      // One after the other: TikTok's limits are per app as well as per person.
      for (const account of await parts.accounts()) await readIfDue(account);
    });
  };

  return {
    look,
    async wake(name) {
      if (name === alarm) await look();
    },
    readNow: (account) => locks.hold('insights', () => read(account)),
  };
}
