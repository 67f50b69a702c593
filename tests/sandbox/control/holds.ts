import type { LoggedRequest, RequestPredicate } from './log.ts';
import { meansEndpoint } from './match.ts';

export type Moment = 'before' | 'after';

export interface HoldOptions {
  endpoint: string;
  /** `before`: TikTok has done nothing yet. `after`: it is done, only the answer is missing. */
  moment?: Moment | undefined;
  /** Which of the matching requests, counted from 1. */
  nth?: number | undefined;
  where?: RequestPredicate | undefined;
}

export interface Hold {
  /** The request, once it is held. */
  readonly held: Promise<LoggedRequest>;
  /** Settles when the request went on its way or its connection was dropped. */
  readonly ended: Promise<'released' | 'dropped'>;
  /** Lets the request go on; before it came: lets it pass when it comes. */
  release(): void;
}

interface StoredHold {
  options: HoldOptions;
  seen: number;
  taken: boolean;
  onHeld(request: LoggedRequest): void;
  released: Promise<void>;
  release(): void;
  onEnd(how: 'released' | 'dropped'): void;
}

function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}

export function createHolds() {
  let holds: StoredHold[] = [];

  function add(options: HoldOptions): Hold {
    const held = deferred<LoggedRequest>();
    const released = deferred<void>();
    const ended = deferred<'released' | 'dropped'>();
    holds.push({
      options,
      seen: 0,
      taken: false,
      onHeld: held.resolve,
      released: released.promise,
      release: () => released.resolve(),
      onEnd: ended.resolve,
    });
    return { held: held.promise, ended: ended.promise, release: () => released.resolve() };
  }

  /** Waits as long as the request is held. False: its connection was dropped meanwhile. */
  async function pass(moment: Moment, request: LoggedRequest, dropped: Promise<void>): Promise<boolean> {
    const hold = holds.find((candidate) => {
      const { options } = candidate;
      if (candidate.taken || (options.moment ?? 'before') !== moment) return false;
      if (!meansEndpoint(options.endpoint, request.endpoint)) return false;
      if (options.where && !options.where(request)) return false;
      candidate.seen += 1;
      return candidate.seen === (options.nth ?? 1);
    });
    if (!hold) return true;
    hold.taken = true;
    hold.onHeld(request);
    const how = await Promise.race([
      hold.released.then(() => 'released' as const),
      dropped.then(() => 'dropped' as const),
    ]);
    holds = holds.filter((candidate) => candidate !== hold);
    hold.onEnd(how);
    return how === 'released';
  }

  return {
    add,
    pass,
    releaseAll() {
      for (const hold of holds) hold.release();
      holds = [];
    },
  };
}

export type Holds = ReturnType<typeof createHolds>;
