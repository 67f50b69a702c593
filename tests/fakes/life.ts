/** One life of a context: every step of it is counted, and at any of them it can end, like a worker that is killed. */
export class Life {
  count = 0;
  isDead = false;
  readonly death: Promise<void>;
  /** Hears of every step before it is done. */
  onStep: ((total: number) => void) | undefined;
  private tellDeath: () => void = () => {};

  /** At which of the steps of all its lives it dies: each number once. */
  constructor(
    readonly deaths: ReadonlySet<number> = new Set(),
    private readonly before = 0,
  ) {
    this.death = new Promise((resolve) => {
      this.tellDeath = resolve;
    });
  }

  next(): Life {
    return new Life(this.deaths, this.before + this.count);
  }

  get total(): number {
    return this.before + this.count;
  }

  die(): void {
    this.isDead = true;
    this.tellDeath();
  }

  /** Goes on, or never returns. */
  async step(): Promise<void> {
    if (!this.isDead) {
      this.count += 1;
      this.onStep?.(this.total);
      if (this.deaths.has(this.total)) this.die();
    }
    if (this.isDead) await new Promise(() => {});
  }

  /** The same thing, whose every method can be what its caller dies of: before it is done, or after. */
  mortal<T extends object>(whole: T): T {
    return new Proxy(whole, {
      get: (target, name, receiver) => {
        const found: unknown = Reflect.get(target, name, receiver);
        if (typeof found !== 'function') return found;
        return async (...args: unknown[]) => {
          await this.step();
          try {
            return await Reflect.apply(found, target, args);
          } finally {
            await this.step();
          }
        };
      },
    });
  }
}
