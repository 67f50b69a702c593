import type { Progress } from './jobs';

/** A rate of the first moments says nothing about the last ones. */
const worthTelling = 0.03;

/** How long work still takes at the pace it has; undefined while that is a guess. */
export function secondsLeft({ done, total, perSecond }: Progress): number | undefined {
  if (!perSecond || !(total > 0) || done >= total || done / total < worthTelling) return undefined;
  return (total - done) / perSecond;
}
