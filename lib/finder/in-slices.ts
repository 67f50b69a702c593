/** Longest run on the main thread, ms; a task counts as long from 50 on. */
const longestRun = 12;

export interface Stopwatch {
  /** Ms of our own work: what the page did in our pauses is not counted against us. */
  clock(): number;
  /** Gives the page its thread back until it has nothing waiting. */
  pause(): Promise<void>;
}

export function stopwatch(performance: { now(): number }): Stopwatch {
  let paused = 0;
  const clock = () => performance.now() - paused;
  return {
    clock,
    async pause() {
      const began = performance.now();
      await nextTask();
      paused += performance.now() - began;
    },
  };
}

/** Runs a piece of work to its end, with a pause whenever a run has been long enough. */
export async function inSlices<Result>(
  work: Generator<void, Result>,
  { clock, pause }: Stopwatch,
): Promise<Result> {
  let began = clock();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (clock() - began < longestRun) continue;
    await pause();
    began = clock();
  }
}

/** A message to oneself comes back after what the page has waiting, and no later: timers in hidden tabs do. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
