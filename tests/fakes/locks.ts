import type { Locks } from '../../lib/platform/locks';

/** Web Locks as several contexts of one browser share them; a context that dies lets go of all it held. */
export class FakeLocks {
  private readonly held = new Map<string, object>();
  private readonly waiting = new Map<string, { context: object; take: () => void }[]>();

  /** The locks as one context sees them. */
  context(): Locks & { die(): void } {
    const self = {};
    const release = (name: string) => {
      if (this.held.get(name) !== self) return;
      this.held.delete(name);
      const next = this.waiting.get(name)?.shift();
      next?.take();
    };
    const take = (name: string) =>
      new Promise<void>((resolve) => {
        const grab = () => {
          this.held.set(name, self);
          resolve();
        };
        if (!this.held.has(name)) return grab();
        const queue = this.waiting.get(name) ?? [];
        this.waiting.set(name, queue);
        queue.push({ context: self, take: grab });
      });
    return {
      hold: async (name, work) => {
        await take(name);
        return work().finally(() => release(name));
      },
      tryHold: async (name, work) => {
        if (this.held.has(name)) return false;
        await take(name);
        await work().finally(() => release(name));
        return true;
      },
      isHeld: async (name) => this.held.has(name),
      die: () => {
        for (const queue of this.waiting.values()) {
          for (const wait of queue.filter(({ context }) => context === self))
            queue.splice(queue.indexOf(wait), 1);
        }
        for (const [name, holder] of this.held) if (holder === self) release(name);
      },
    };
  }
}
