/** How a file is cut for TikTok. All sizes are bytes. */
export interface ChunkPlan {
  size: number;
  chunkSize: number;
  count: number;
}

export interface Chunk {
  first: number;
  /** Inclusive, as Content-Range wants it. */
  last: number;
}

/** Read as 10^6 or 2^20, a limit of "64 MB" is kept by the smaller one. */
const wholeAtMost = 64_000_000;
const usualChunk = 10_485_760;
const smallestChunk = 5_242_880;
const mostChunks = 1_000;

/**
 * The ways to cut a file, best first. There is a second one because TikTok has been seen to refuse plans
 * its own rules allow; a third refusal is a failure.
 */
export function chunkPlans(size: number): [ChunkPlan, ...ChunkPlan[]] {
  if (size <= wholeAtMost) {
    const inParts = cut(size, smallestChunk);
    return inParts.count > 1 ? [whole(size), inParts] : [whole(size)];
  }
  const inLargest = cut(size, wholeAtMost);
  return [cut(size, usualChunk), inLargest.count > 1 ? inLargest : cut(size, smallestChunk)];
}

const whole = (size: number): ChunkPlan => ({ size, chunkSize: size, count: 1 });

/** The count is the floor: the remainder makes the last chunk larger, never a chunk of its own. */
function cut(size: number, chunkSize: number): ChunkPlan {
  return { size, chunkSize, count: Math.min(mostChunks, Math.floor(size / chunkSize)) };
}

export function chunkAt({ size, chunkSize, count }: ChunkPlan, index: number): Chunk {
  return { first: index * chunkSize, last: index === count - 1 ? size - 1 : (index + 1) * chunkSize - 1 };
}

/**
 * The chunk to send when the server says it holds `confirmed` bytes. The number may be a count or the last index:
 * the nearest chunk border is meant either way. Equals `count` when everything is there.
 */
export function chunkAfter({ size, chunkSize, count }: ChunkPlan, confirmed: number): number {
  if (confirmed >= size - 1) return count;
  return Math.min(Math.round(confirmed / chunkSize), count - 1);
}
