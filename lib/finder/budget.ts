import type { Environment } from './environment';

/** Says when to stop. */
export interface Budget {
  /** Counts elements that are about to be looked at; false once the page has had its share. */
  spend(elements: number): boolean;
  /** Is there time left? */
  left(): boolean;
  /** Something was left undone. */
  readonly stopped: boolean;
}

export function createBudget({ clock, limits }: Environment): Budget {
  const end = clock() + limits.time;
  let spent = 0;
  let stopped = false;
  const stopUnless = (fine: boolean) => {
    stopped ||= !fine;
    return fine;
  };
  return {
    spend(elements) {
      spent += elements;
      return stopUnless(spent - elements < limits.nodes && clock() <= end);
    },
    left: () => stopUnless(clock() <= end),
    get stopped() {
      return stopped;
    },
  };
}
