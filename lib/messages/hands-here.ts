import type { MediaFacts } from '../media/facts';
import { lookAt } from '../media/look';
import type { LookSource } from '../media/look-source';
import { createStash } from '../media/stash';
import { systemClock } from '../platform/clock';
import type { Database } from '../platform/database';
import { webLocks } from '../platform/locks';
import { browserPut } from '../platform/put';
import { type Breadth, createHands, type Hands } from '../posts/hands';
import { createJobs } from '../posts/jobs';
import { createWorks } from '../posts/works';
import { notices } from './notices';

/** Fetching and sending share one line; making pictures and videos fit keeps a processor busy by itself. */
const breadth: Breadth = { fetch: 3, prepare: 1, relay: 2, upload: 3 };

/** The hands of this very context: the offscreen page in Chrome, the event page in Firefox. */
export function handsHere(database: Promise<Database>, report: (key: string) => void): Hands {
  const clock = systemClock;
  const stash = createStash({ database, root: () => navigator.storage.getDirectory(), now: clock.now });
  const works = createWorks({
    database,
    stash,
    fetch: (...ask) => fetch(...ask),
    put: browserPut,
    clock,
    random: Math.random,
    isOnline: () => navigator.onLine,
    room: roomLeft,
  });
  return createHands({
    jobs: createJobs(database, clock.now),
    works,
    breadth,
    locks: webLocks,
    clock,
    report,
    tell: ({ postId }, progress) => notices.post({ about: 'progress', postId, ...progress }),
  });
}

/** What a file is, looked at in this very context. */
export function looksHere(database: Promise<Database>): (source: LookSource) => Promise<MediaFacts> {
  const stash = createStash({ database, root: () => navigator.storage.getDirectory(), now: systemClock.now });
  return (source) => lookAt(source, { stash, fetch: (...ask) => fetch(...ask), clock: systemClock });
}

async function roomLeft(): Promise<number | undefined> {
  const { usage, quota } = await navigator.storage.estimate();
  return usage === undefined || quota === undefined ? undefined : Math.max(0, quota - usage);
}
