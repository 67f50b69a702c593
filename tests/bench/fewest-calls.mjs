/**
 * How few calls a post any schedule must make that is at most so late in the median and in the 95th percentile.
 *
 * A schedule is a row of looks; one at time `to` after one at `from` is made by the posts still at work at `from`, and
 * finds those in time that ended within the allowed delay before `to`. Each price put on being in time gives a cheapest
 * row, found exactly from its end backwards, and with it a number no schedule can go below (weak duality). The best
 * price gives the highest such number. Looks stand on half seconds; the delays are widened by half a second, so that
 * what is between the half seconds is no way out.
 */
const step = 0.5;

export function fewestCalls(doneBy, longest, { median, p95 }) {
  const last = Math.ceil(longest / step);
  const done = Float64Array.from({ length: last + 1 }, (_, index) => doneBy(index * step));
  const soon = Math.ceil(median / step) + 1;
  const late = Math.ceil(p95 / step) + 1;
  const wide = Math.max(soon, late);

  const cheapest = (priceOfMedian, priceOfP95) => {
    const rest = new Float64Array(last + 1);
    /** What a look there costs when the one before lies further back than either delay. */
    const alone = (to) =>
      rest[to] -
      priceOfMedian * (done[to] - done[Math.max(0, to - soon)]) -
      priceOfP95 * (done[to] - done[Math.max(0, to - late)]);
    let far = Number.POSITIVE_INFINITY;
    for (let from = last - 1; from >= 0; from -= 1) {
      if (from + wide <= last) far = Math.min(far, alone(from + wide));
      let best = far;
      for (let to = from + 1; to < Math.min(from + wide, last + 1); to += 1) {
        const cost =
          rest[to] -
          priceOfMedian * (done[to] - done[Math.max(from, to - soon)]) -
          priceOfP95 * (done[to] - done[Math.max(from, to - late)]);
        if (cost < best) best = cost;
      }
      rest[from] = 1 - done[from] + best;
    }
    return rest[0] + 0.5 * priceOfMedian + 0.95 * priceOfP95;
  };

  let prices = [15, 300];
  let most = cheapest(...prices);
  for (let factor = 2; factor > 1.04; ) {
    const tries = [
      [prices[0] * factor, prices[1]],
      [prices[0] / factor, prices[1]],
      [prices[0], prices[1] * factor],
      [prices[0], prices[1] / factor],
    ].map((there) => ({ there, bound: cheapest(...there) }));
    const best = tries.reduce((one, other) => (other.bound > one.bound ? other : one));
    if (best.bound > most + 0.01) {
      most = best.bound;
      prices = best.there;
    } else factor = Math.sqrt(factor);
  }
  return most;
}
