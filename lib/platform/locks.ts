/** Mutual exclusion across every context of the extension; the browser frees it when a context dies. */
export interface Locks {
  hold<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Runs the work only if nobody holds the lock; says whether it ran. */
  tryHold(name: string, work: () => Promise<void>): Promise<boolean>;
}

export const webLocks: Locks = {
  hold: (name, work) => navigator.locks.request(name, work) as Promise<Awaited<ReturnType<typeof work>>>,
  tryHold: (name, work) =>
    navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (!lock) return false;
      await work();
      return true;
    }),
};
