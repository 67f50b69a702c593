/**
 * How late Ferry knows that TikTok is done with a post, and what it asked for that, beside schedules that know
 * nothing of how TikTok's times are spread. Simulated: the posts are the same for all, and Ferry's answers come
 * from the code that ships.
 *
 *   node tests/bench/watch.mjs
 */
import { untilNextLook } from '../../lib/posts/watching.ts';
import { fewestCalls } from './fewest-calls.mjs';
import { at, between, mean, median, seeded } from './seeded.mjs';

const second = 1_000;
const posts = 500;
const manyPosts = 20_000;

/** Half done in 30–120 s, some sooner, more in minutes, one in ten after ten minutes to six hours. */
function processingTimes(count, seed) {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const kind = random();
    if (kind < 0.5) return (30 + 90 * random()) * second;
    if (kind < 0.65) return between(random, 5, 30) * second;
    if (kind < 0.9) return between(random, 120, 600) * second;
    return between(random, 600, 21_600) * second;
  });
}

/** The part of such posts that is done by then, as the draw above makes it. */
function doneBy(seconds) {
  const within = (least, most) =>
    Math.min(1, Math.max(0, Math.log(seconds / least) / Math.log(most / least)));
  const evenly = Math.min(1, Math.max(0, (seconds - 30) / 90));
  return 0.5 * evenly + 0.15 * within(5, 30) + 0.25 * within(120, 600) + 0.1 * within(600, 21_600);
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
/** The aim is about these; the mean is what a few posts of many hours make of it. */
const aims = axes.filter((axis) => axis !== 'mean');
function compare(times, clamp, listening) {
  const own = shown(watch(times, ferry(listening), clamp));
  const rows = { Ferry: { ...own, 'Ferry is better in': '' } };
  for (const [name, policy] of Object.entries(fixed)) {
    const other = shown(watch(times, policy, clamp));
    const better = axes.filter((axis) => own[axis] < other[axis]);
    const all = aims.every((axis) => better.includes(axis)) ? 'all: ' : '';
    rows[name] = { ...other, 'Ferry is better in': all + better.join(', ').replaceAll('late s: ', '') };
  }
  console.table(rows);
}

/**
 * Why no schedule is better than all four on every axis: to be as early as one of them costs at the least so many
 * calls, whoever makes the schedule and however well it knows how TikTok's times are spread.
 */
function whatIsPossible(times) {
  const many = Object.entries(fixed).map(([name, policy]) => ({
    name,
    ...shown(watch(times, policy, (wait) => wait)),
  }));
  const rows = many.map(({ name, p95, 'late s: median': median, 'calls: mean': calls }) => {
    const least = fewestCalls(doneBy, 21_600, { median, p95 });
    const cheaper = many.filter((other) => other['calls: mean'] < least).map((other) => other.name);
    return [
      `as early as ${name}`,
      {
        'late s: median': median,
        p95,
        'its calls': calls,
        'fewest possible': Number(least.toFixed(1)),
        'so it cannot also be cheaper than': cheaper.join(', '),
      },
    ];
  });
  console.table(Object.fromEntries(rows));
}

const times = processingTimes(posts, 3);
const spread = [0.05, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99].map((part) => (at(times, part) / second).toFixed(0));
process.stdout.write(`${posts} posts; 5, 25, 50, 75, 90, 95, 99 % of them done by ${spread.join(', ')} s\n`);
process.stdout.write('\nA page is open:\n');
compare(times, (wait) => wait, true);
process.stdout.write('\nAll is closed:\n');
compare(times, byAlarm, false);
process.stdout.write(
  `\nThe fewest calls of any schedule (bound by duality, not a search), ${manyPosts} posts of the same kind:\n`,
);
whatIsPossible(processingTimes(manyPosts, 11));
