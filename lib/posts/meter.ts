import type { Clock } from '../platform/clock';
import type { Progress } from './jobs';

const showEvery = 500;
const writeEvery = 2_000;
/** Old speed counts less with every look: most of it is gone after this long. */
const memory = 3_000;

export interface Meter {
  at(done: number, total: number): void;
  /** Waits until the last figure is where it should be. */
  settled(): Promise<void>;
}

export interface MeterParts {
  show: (progress: Progress) => void;
  /** Less often than shown: writing it down costs more than showing it. */
  write: (progress: Progress) => Promise<unknown>;
}

/** Turns a stream of "so many bytes done" into a few readings with a speed that does not jump about. */
export function createMeter(clock: Clock, { show, write }: MeterParts): Meter {
  let shown: { at: number; done: number } | undefined;
  let perSecond: number | undefined;
  let written = Number.NEGATIVE_INFINITY;
  let writing: Promise<unknown> = Promise.resolve();

  return {
    at(done, total) {
      const now = clock.now();
      // A clock that was set back must not silence the meter, so only a gap that makes sense is a reason to wait.
      const since = shown ? now - shown.at : Number.POSITIVE_INFINITY;
      if (since >= 0 && since < showEvery && done < total) return;
      if (shown && since > 0) perSecond = smooth(perSecond, (done - shown.done) * (1_000 / since), since);
      shown = { at: now, done };
      const progress = {
        done,
        total,
        ...(perSecond === undefined ? {} : { perSecond: Math.round(perSecond) }),
      };
      show(progress);
      if (Math.abs(now - written) < writeEvery && done < total) return;
      written = now;
      writing = writing.then(() => write(progress)).catch(() => {});
    },
    settled: async () => {
      await writing;
    },
  };
}

function smooth(before: number | undefined, latest: number, elapsed: number): number {
  const now = Math.max(0, latest);
  if (before === undefined) return now;
  return before + (now - before) * (1 - Math.exp(-elapsed / memory));
}
