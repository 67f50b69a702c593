/**
 * How late Ferry knows that TikTok is done with a post, and what it asked for that, beside schedules that know
 * nothing of how TikTok's times are spread. Simulated: the posts are the same for all, and Ferry's answers come
 * from the code that ships.
 *
 *   node tests/bench/watch.mjs
 */
import { untilNextLook } from '../../lib/posts/watching.ts';
import { at, between, mean, median, seeded } from './seeded.mjs';

const second = 1_000;
const posts = 500;

/** Half done in 30–120 s, some sooner, more in minutes, one in ten after ten minutes to six hours. */
function processingTimes() {
  const random = seeded(3);
  return Array.from({ length: posts }, () => {
    const kind = random();
    if (kind < 0.5) return (30 + 90 * random()) * second;
    if (kind < 0.65) return between(random, 5, 30) * second;
    if (kind < 0.9) return between(random, 120, 600) * second;
    return between(random, 600, 21_600) * second;
  });
}

/** Each is given the age and the number of looks so far, and tells how long to wait. */
const fixed = {
  'every 10 s': () => 10 * second,
  'every 20 s': () => 20 * second,
  '15 s × 1.5 → 60 s': (_age, looks) => Math.min(60, 15 * 1.5 ** looks) * second,
  '5→10→20→30 s': (_age, looks) => [5, 10, 20, 30][Math.min(looks, 3)] * second,
};
const ferry = (listening) => (age) => untilNextLook(age, { listening, together: 1 });

/** With all pages closed what is over 20 s away is left to an alarm, and an alarm takes 30 s at the least. */
const byAlarm = (wait) => (wait <= 20 * second ? wait : Math.max(wait, 30 * second));

function watch(times, policy, clamp) {
  const delays = [];
  const calls = [];
  let mostAMinute = 0;
  for (const end of times) {
    const looks = [];
    let age = 0;
    do {
      age += clamp(policy(age, looks.length));
      looks.push(age);
      const first = looks.findIndex((look) => look > age - 60 * second);
      mostAMinute = Math.max(mostAMinute, looks.length - first);
    } while (age < end);
    delays.push((age - end) / second);
    calls.push(looks.length);
  }
  return { delays, calls, mostAMinute };
}

const shown = ({ delays, calls, mostAMinute }) => ({
  'late s: median': Number(median(delays).toFixed(1)),
  p95: Number(at(delays, 0.95).toFixed(1)),
  mean: Number(mean(delays).toFixed(1)),
  'calls: mean': Number(mean(calls).toFixed(1)),
  'median ': median(calls),
  'most a minute': mostAMinute,
});

const axes = ['late s: median', 'p95', 'mean', 'calls: mean'];
function compare(times, clamp, listening) {
  const own = shown(watch(times, ferry(listening), clamp));
  const rows = { Ferry: { ...own, 'Ferry is better in': '' } };
  for (const [name, policy] of Object.entries(fixed)) {
    const other = shown(watch(times, policy, clamp));
    const better = axes.filter((axis) => own[axis] < other[axis]);
    rows[name] = { ...other, 'Ferry is better in': better.join(', ').replaceAll('late s: ', '') };
  }
  console.table(rows);
}

/** Waits growing as the root of the age, with as many calls as each fixed schedule makes: what the shape is worth. */
function atEqualCalls(times, least) {
  const rows = Object.entries(fixed).map(([name, policy]) => {
    const allowed = mean(watch(times, policy, (wait) => wait).calls);
    const run = (perRoot) => {
      const growing = (age) => Math.max(least, perRoot * Math.sqrt(age / second)) * second;
      return watch(times, growing, (wait) => wait);
    };
    let [dear, cheap] = [0.1, 20];
    for (let round = 0; round < 25; round += 1) {
      const middle = (dear + cheap) / 2;
      if (mean(run(middle).calls) > allowed) dear = middle;
      else cheap = middle;
    }
    const { 'most a minute': _, ...row } = shown(run(cheap));
    return [`as dear as ${name}: root × ${cheap.toFixed(2)}`, row];
  });
  console.table(Object.fromEntries(rows));
}

const times = processingTimes();
const spread = [0.05, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99].map((part) => (at(times, part) / second).toFixed(0));
process.stdout.write(`${posts} posts; 5, 25, 50, 75, 90, 95, 99 % of them done by ${spread.join(', ')} s\n`);
process.stdout.write('\nA page is open:\n');
compare(times, (wait) => wait, true);
process.stdout.write('\nAll is closed:\n');
compare(times, byAlarm, false);
process.stdout.write('\nWaits growing as the root of the age, 3 s at least, a page open:\n');
atEqualCalls(times, 3);
