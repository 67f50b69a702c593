import type { SandboxClock } from '../clock.ts';
import { Refusal } from './envelope.ts';

/** So many calls within any minute, per key. */
export function createLimiter(clock: SandboxClock) {
  const calls = new Map<string, number[]>();
  return {
    take(key: string, perMinute: number): void {
      const now = clock.now();
      const recent = (calls.get(key) ?? []).filter((time) => time > now - 60_000);
      if (recent.length >= perMinute) {
        calls.set(key, recent);
        throw new Refusal('rate_limit_exceeded');
      }
      calls.set(key, [...recent, now]);
    },
    reset: () => calls.clear(),
  };
}

export type Limiter = ReturnType<typeof createLimiter>;
