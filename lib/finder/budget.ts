import type { Environment } from './environment';

/** Says when to stop. Asked often, so it looks at the clock only every now and then. */
export interface Budget {
  /** Counts one element; false once the page has had its share. */
  spend(): boolean;
  /** Looks at the clock now: for work that costs more than one element. */
  left(): boolean;
  readonly stopped: boolean;
}

const checkEvery = 256;

export function createBudget({ clock, limits }: Environment): Budget {
  const end = clock() + limits.time;
  let spent = 0;
  let stopped = false;
  const left = () => {
    if (clock() > end) stopped = true;
    return !stopped;
  };
  return {
    spend() {
      spent += 1;
      if (spent > limits.nodes) stopped = true;
      else if (spent % checkEvery === 0) left();
      return !stopped;
    },
    left,
    get stopped() {
      return stopped;
    },
  };
}
