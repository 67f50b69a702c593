/** The time TikTok lives by in the sandbox. It runs with the real one and can be moved. */
export interface SandboxClock {
  now(): number;
  advance(milliseconds: number): void;
  set(time: number): void;
  reset(): void;
}

export function createClock(): SandboxClock {
  let offset = 0;
  return {
    now: () => Date.now() + offset,
    advance(milliseconds) {
      offset += milliseconds;
    },
    set(time) {
      offset = time - Date.now();
    },
    reset() {
      offset = 0;
    },
  };
}
