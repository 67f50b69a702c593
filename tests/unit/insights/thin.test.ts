import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thin } from '../../../lib/insights/thin';

const values = fc.array(fc.option(fc.integer(), { nil: null, freq: 4 }), { maxLength: 600 });

describe('thin', () => {
  it('leaves a short history whole', () => {
    expect(thin([1, null, 3], 10)).toEqual([0, 1, 2]);
  });

  it('draws ten years with few points and no lost peak', () => {
    const history = Array.from({ length: 3_650 }, (_, at) => (at === 1_234 ? 1_000_000 : at));
    const kept = thin(history, 600);
    expect(kept.length).toBeLessThanOrEqual(600);
    expect(kept).toContain(1_234);
    expect([kept[0], kept.at(-1)]).toEqual([0, 3_649]);
  });

  it('keeps the order, and the lowest, highest, first and last known value', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 8, max: 100 }), (all, most) => {
        const kept = thin(all, most);
        expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
        const known = all.filter((value) => value !== null);
        const left = kept.map((at) => all[at]).filter((value) => value != null);
        if (known.length === 0) return;
        expect([Math.min(...left), Math.max(...left), left[0], left.at(-1)]).toEqual([
          Math.min(...known),
          Math.max(...known),
          known[0],
          known.at(-1),
        ]);
      }),
    );
  });

  it('two neighbours are joined by a line exactly where nothing was missing between them', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 8, max: 100 }), (all, most) => {
        const kept = thin(all, most);
        const known = kept.filter((at) => all[at] !== null);
        for (let index = 1; index < known.length; index += 1) {
          const [a, b] = [known[index - 1] ?? 0, known[index] ?? 0];
          const wasMissing = all.slice(a, b).includes(null);
          const isMissing = kept.some((at) => at > a && at < b && all[at] === null);
          expect(isMissing).toBe(wasMissing);
        }
      }),
    );
  });
});
