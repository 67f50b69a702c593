import type { Clock } from '../../lib/platform/clock';

/** Time that stands still until a test moves it; whoever sleeps wakes when it has passed. */
export class FakeClock implements Clock {
  time: number;
  private readonly sleepers = new Set<{ until: number; wake: () => void }>();

  constructor(time = Date.UTC(2026, 10, 20, 12)) {
    this.time = time;
  }

  now = (): number => this.time;

  sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const sleeper = { until: this.time + ms, wake: resolve };
      this.sleepers.add(sleeper);
      signal?.addEventListener('abort', () => {
        this.sleepers.delete(sleeper);
        reject(signal.reason);
      });
    });

  /** Moves on and wakes everyone whose time has come. */
  pass(ms: number): void {
    this.time += ms;
    for (const sleeper of this.sleepers) {
      if (sleeper.until > this.time) continue;
      this.sleepers.delete(sleeper);
      sleeper.wake();
    }
  }

  /** When the next sleeper wants to wake. */
  get next(): number | undefined {
    const times = [...this.sleepers].map(({ until }) => until);
    return times.length === 0 ? undefined : Math.min(...times);
  }
}
