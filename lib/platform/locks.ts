/** Mutual exclusion across every context of the extension; the browser frees it when a context dies. */
export interface Locks {
  hold<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Runs the work only if nobody holds the lock; says whether it ran. */
  tryHold(name: string, work: () => Promise<void>): Promise<boolean>;
  /** Whether anybody holds it now, here or in another context. */
  isHeld(name: string): Promise<boolean>;
}

export const webLocks: Locks = {
  hold: (name, work) => navigator.locks.request(name, work) as Promise<Awaited<ReturnType<typeof work>>>,
  tryHold: (name, work) =>
    navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (!lock) return false;
      await work();
      return true;
    }),
  isHeld: async (name) => {
    const { held } = await navigator.locks.query();
    return held?.some((lock) => lock.name === name) ?? false;
  },
};
