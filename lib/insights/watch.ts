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
const hour = 3_600_000;

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

  const isReadable = (account: ReadableAccount) =>
    !account.trouble && (canReadStats(account) || canReadVideos(account));

  const missing = async (): Promise<ReadableAccount[]> => {
    const day = localDay(clock.now());
    const readable = (await parts.accounts()).filter(isReadable);
    const found = readable.map(async (account) => ((await store.hasDay(account.id, day)) ? [] : [account]));
    return (await Promise.all(found)).flat();
  };

  const look = async (): Promise<void> => {
    const toRead = await missing();
    if (toRead.length > 0) {
      // Before anything that could outlast the worker. What goes wrong is kept with the reading, where the page
      // shows it, and tried again then.
      await alarms.set(alarm, clock.now() + hour);
      await locks.tryHold('insights', async () => {
        // One after the other: TikTok's limits are per app as well as per person.
        for (const account of await missing()) await read(account).catch(() => {});
      });
    }
    await sleep();
  };

  /** With nothing left to do for today nobody is woken before tomorrow, and with nobody to be read, never. */
  const sleep = async (): Promise<void> => {
    if (!(await parts.accounts()).some(isReadable)) return alarms.clear(alarm);
    if ((await missing()).length === 0) await alarms.set(alarm, tomorrow(clock.now()));
  };

  /** In the first hour of the next day, wherever the person is. */
  const tomorrow = (now: number): number => {
    let at = now + hour;
    while (localDay(at) === localDay(now)) at += hour;
    return at;
  };

  return {
    look,
    async wake(name) {
      if (name === alarm) await look();
    },
    readNow: (account) => locks.hold('insights', () => read(account)),
  };
}
