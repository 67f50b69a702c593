import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChunkPlan, chunkAfter, chunkAt, chunkPlans } from '../../../lib/tiktok/chunk-plan';

const megabyte = 1_000_000;
const mebibyte = 1_048_576;
const edges = [1, 5, 10, 64, 128, 4_000].flatMap((n) => [n * megabyte, n * mebibyte]);
const size = fc.oneof(
  fc.integer({ min: 1, max: 4_000_000_000 }),
  fc.constantFrom(...edges).chain((edge) => fc.integer({ min: Math.max(1, edge - 2), max: edge + 2 })),
);

/** TikTok's documented rules, in the stricter reading where "MB" leaves two. */
function brokenRule({ size, chunkSize, count }: ChunkPlan): string | undefined {
  if (count < 1 || count > 1_000) return 'count out of range';
  if (count === 1) {
    if (chunkSize !== size) return 'one chunk must be the whole file';
    return size > 64 * megabyte ? 'over 64 MB must be cut' : undefined;
  }
  if (count !== Math.floor(size / chunkSize)) return 'count is not the floor';
  if (chunkSize < 5 * mebibyte || chunkSize > 64 * megabyte) return 'chunk size out of range';
  const last = size - (count - 1) * chunkSize;
  return last < chunkSize || last > 128 * megabyte ? 'last chunk out of range' : undefined;
}

describe('cutting a file for TikTok', () => {
  it('keeps every documented rule at any size, in the first plan and in the one after a refusal', () => {
    fc.assert(
      fc.property(size, (bytes) => chunkPlans(bytes).every((plan) => brokenRule(plan) === undefined)),
      { numRuns: 3_000 },
    );
  });

  it('covers every byte once and in order', () => {
    fc.assert(
      fc.property(size, (bytes) => {
        for (const plan of chunkPlans(bytes)) {
          const chunks = Array.from({ length: plan.count }, (_, index) => chunkAt(plan, index));
          expect(chunks[0]?.first).toBe(0);
          expect(chunks.at(-1)?.last).toBe(bytes - 1);
          chunks.slice(1).forEach((chunk, index) => {
            expect(chunk.first).toBe((chunks[index]?.last ?? Number.NaN) + 1);
          });
        }
      }),
    );
  });

  it('cuts as in the example of TikTok’s documentation', () => {
    const plan = { size: 50_000_123, chunkSize: 10_000_000, count: 5 };
    expect(brokenRule(plan)).toBeUndefined();
    expect(chunkAt(plan, 4)).toEqual({ first: 40_000_000, last: 50_000_122 });
  });

  it('sends up to 64,000,000 bytes whole, and one byte more in parts', () => {
    expect(chunkPlans(64_000_000)[0]).toEqual({ size: 64_000_000, chunkSize: 64_000_000, count: 1 });
    expect(chunkPlans(64_000_001)[0]).toEqual({ size: 64_000_001, chunkSize: 10_485_760, count: 6 });
  });

  it('has another plan after a refusal wherever the rules leave one', () => {
    expect(chunkPlans(100 * megabyte)[1]?.chunkSize).toBe(5_242_880);
    expect(chunkPlans(200 * megabyte)[1]?.chunkSize).toBe(64_000_000);
    expect(chunkPlans(4 * megabyte)).toHaveLength(1);
  });

  it('goes on at the border the server means, whether it counts bytes or names the last one', () => {
    fc.assert(
      fc.property(size, fc.nat(1_000), (bytes, nth) => {
        const plan = chunkPlans(bytes)[0];
        const index = nth % plan.count;
        const { last } = chunkAt(plan, index);
        expect(chunkAfter(plan, last)).toBe(index + 1);
        expect(chunkAfter(plan, last + 1)).toBe(index + 1);
      }),
    );
    expect(chunkAfter(chunkPlans(200 * megabyte)[0], 0)).toBe(0);
  });
});
