/** Tells the time just often enough: every few seconds while something is younger than a minute, then rarely. */
export interface Ticker {
  now(): number;
  /** `at` is the moment whose age is shown. Gives back the end of it. */
  subscribe(at: number, tell: () => void): () => void;
}

interface Dependencies {
  now: () => number;
  /** Calls once, later. Gives back the end of it. */
  later: (call: () => void, ms: number) => () => void;
}

const young = 60_000;
const often = 5_000;
const rarely = 30_000;

export function createTicker({ now, later }: Dependencies): Ticker {
  const watched = new Map<() => void, number>();
  let told = now();
  let stop: (() => void) | undefined;
  let wait = 0;

  const start = () => {
    wait = [...watched.values()].some((at) => told - at < young) ? often : rarely;
    stop = later(tick, wait);
  };
  const tick = () => {
    told = now();
    for (const tell of [...watched.keys()]) tell();
    if (watched.size > 0) start();
  };

  return {
    now: () => told,
    subscribe(at, tell) {
      if (watched.size === 0) told = now();
      watched.set(tell, at);
      // A young one among old ones: the next tick must not be half a minute away.
      if (watched.size === 1 || (wait > often && told - at < young)) {
        stop?.();
        start();
      }
      return () => {
        watched.delete(tell);
        if (watched.size === 0) stop?.();
      };
    },
  };
}
