// 10 000 sizes from one byte to 4 GB, every edge among them, cut as Ferry would; how many break a rule of TikTok's.
import { chunkAt, chunkPlans } from '../../lib/tiktok/chunk-plan.ts';
import { between, seeded } from './seeded.mjs';

const most = 4_294_967_296;
const wanted = 10_000;

/** TikTok's rules as documented; "MB" is read both ways, and the narrower reading has to hold. */
const rules = {
  'count is the floor of size / chunk size': ({ size, chunkSize, count }) =>
    count === Math.floor(size / chunkSize),
  'one to a thousand chunks': ({ count }) => count >= 1 && count <= 1_000,
  'a chunk has at least 5 MB, unless it is the file': ({ chunkSize, count }) =>
    count === 1 || chunkSize >= 5 * 2 ** 20,
  'a chunk has at most 64 MB': ({ chunkSize }) => chunkSize <= 64e6,
  'the only chunk is the file': ({ size, chunkSize, count }) => count > 1 || chunkSize === size,
  'the last chunk has a chunk’s size or more, and at most 128 MB': ({ size, chunkSize, count }) => {
    const last = size - (count - 1) * chunkSize;
    return last >= chunkSize && last <= 128e6;
  },
  'a file below 5 MB goes whole': ({ size, count }) => size >= 5e6 || count === 1,
  'a file over 64 MB goes in parts': ({ size, count }) => size <= 64e6 || count > 1,
  'the chunks are the file, each byte once and in order': (plan) => {
    let next = 0;
    for (let index = 0; index < plan.count; index += 1) {
      const { first, last } = chunkAt(plan, index);
      if (first !== next || last < first) return false;
      next = last + 1;
    }
    return next === plan.size;
  },
};

function sizes() {
  const random = seeded(11);
  const found = new Set([most, 4e9]);
  const edges = [1, 5, 10, 20, 64, 128, 1_000, 2_000, 4_000].flatMap((n) => [n * 1e6, n * 2 ** 20]);
  for (const chunk of [5 * 2 ** 20, 10 * 2 ** 20, 64e6]) {
    for (let count = 1; count * chunk <= most; count += 1) edges.push(count * chunk);
  }
  for (const edge of edges) {
    for (let off = -2; off <= 2; off += 1) if (edge + off >= 1 && edge + off <= most) found.add(edge + off);
  }
  for (let small = 1; small <= 100; small += 1) found.add(small);
  while (found.size < wanted) {
    const size = random() < 0.5 ? between(random, 1, most) : random() * most;
    found.add(Math.max(1, Math.floor(size)));
  }
  return [...found];
}

const tried = sizes();
const plans = tried.flatMap((size) => chunkPlans(size));
const rows = Object.entries(rules).map(([rule, holds]) => ({
  rule,
  broken: plans.filter((plan) => !holds(plan)).length,
}));
process.stdout.write(
  `${tried.length} sizes, ${plans.length} plans (the first, and the one after a refusal)\n`,
);
console.table(rows);
