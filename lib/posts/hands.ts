import { AppError, asAppError, toErrorData } from '../errors/app-error';
import type { Work } from '../media/work';
import type { Clock } from '../platform/clock';
import type { Locks } from '../platform/locks';
import { type Job, type Jobs, jobLock, type Progress, type WorkKind } from './jobs';
import { createMeter } from './meter';
import { begunAgain } from './restarts';

// Each kind has shapes of its own; they are parsed on the way in, so one name for all of them is safe here.
// biome-ignore lint/suspicious/noExplicitAny: the only way to hold works of different shapes in one table
export type Works = Readonly<Record<WorkKind, Work<any, any, unknown>>>;

/** How many jobs of a kind run side by side; the rest wait their turn. */
export type Breadth = Readonly<Record<WorkKind, number>>;

export interface HandsParts {
  jobs: Jobs;
  works: Works;
  breadth: Breadth;
  locks: Locks;
  clock: Clock;
  /** A job ended, well or badly: whoever asked for it should look. */
  report: (key: string) => void;
  /** How far a job is, at most a few times a second. */
  tell: (job: Job, progress: Progress) => void;
}

export interface Hands {
  /** Runs the job unless it runs already, anywhere, or has ended. Returns at once. */
  start(key: string): void;
  stop(key: string): void;
  /** Nothing runs and nothing waits. */
  isIdle(): boolean;
}

/** Runs long work where it may take long: the offscreen page in Chrome, the event page in Firefox. */
export function createHands({ jobs, works, breadth, locks, clock, report, tell }: HandsParts): Hands {
  const running = new Map<string, AbortController>();
  const turns = createTurns(breadth);

  const run = async (key: string, signal: AbortSignal): Promise<void> => {
    const job = await jobs.change(key, (standing) =>
      standing.state === 'open' ? (begunAgain(standing) ?? spent(standing)) : standing,
    );
    if (job?.state !== 'open') return;
    const ended = await outcomeOf(job, signal);
    // Stopped by the person: the job stays open, and is forgotten together with its post.
    if (signal.aborted) return;
    await jobs.change(key, (standing) => ({ ...standing, ...ended }));
  };

  const outcomeOf = async (job: Job, signal: AbortSignal): Promise<Partial<Job>> => {
    try {
      const result = await perform(job, signal);
      return { state: 'done', result };
    } catch (error) {
      return { state: 'failed', error: toErrorData(error) };
    }
  };

  const perform = async (job: Job, signal: AbortSignal): Promise<unknown> => {
    const work = works[job.kind];
    const input = work.input.safeParse(job.input);
    if (!input.success) throw new AppError('unexpected', { cause: input.error });
    const mark = work.mark.safeParse(job.mark);
    const meter = createMeter(clock, {
      show: (progress) => tell(job, progress),
      write: (progress) => jobs.change(job.key, (standing) => ({ ...standing, progress })),
    });
    const result: unknown = await work.run(input.data, {
      mark: mark.success ? mark.data : undefined,
      keep: async (kept) => {
        await jobs.change(job.key, (standing) => ({ ...standing, mark: kept }));
      },
      progress: meter.at,
      signal,
    });
    await meter.settled();
    return result;
  };

  return {
    start(key) {
      if (running.has(key)) return;
      const stop = new AbortController();
      running.set(key, stop);
      const kind = kindOf(key);
      locks
        .tryHold(jobLock(key), () => turns.take(kind, () => run(key, stop.signal)))
        .catch((error: unknown) => console.error(asAppError(error)))
        .finally(() => {
          running.delete(key);
          report(key);
        });
    },
    stop: (key) => running.get(key)?.abort(new AppError('publish_cancelled')),
    isIdle: () => running.size === 0,
  };
}

const spent = (job: Job): Job => ({
  ...job,
  state: 'failed',
  error: toErrorData(new AppError('work_keeps_dying', { facts: { times: job.starts } })),
});

const kindOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

/** First come, first served, so many at a time for each kind. */
function createTurns(breadth: Readonly<Record<string, number>>) {
  const busy = new Map<string, number>();
  const queues = new Map<string, (() => void)[]>();
  return {
    async take(kind: string, work: () => Promise<void>): Promise<void> {
      const now = busy.get(kind) ?? 0;
      if (now >= (breadth[kind] ?? 1)) {
        const queue = queues.get(kind) ?? [];
        queues.set(kind, queue);
        await new Promise<void>((go) => queue.push(go));
      } else {
        busy.set(kind, now + 1);
      }
      try {
        await work();
      } finally {
        const next = queues.get(kind)?.shift();
        // The turn is handed on, not given back and fought for.
        if (next) next();
        else busy.set(kind, (busy.get(kind) ?? 1) - 1);
      }
    },
  };
}
