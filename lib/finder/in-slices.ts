/** Longest run on the main thread, ms; a task counts as long from 50 on. */
const longestRun = 12;

/** Runs a piece of work to its end, giving the page its thread back whenever a run has been long enough. */
export async function inSlices<Result>(
  work: Generator<void, Result>,
  clock: () => number,
  pause: () => Promise<void>,
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
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
