/**
 * Histories of 10, 1 000 and 50 000 posts in the extension's own database: how long the newest page takes to come
 * back to a page that asks for it, and how long it takes to find what is unfinished.
 *
 *   npm run build && node tests/bench/history.mjs
 */
import { ask } from '../e2e/aboard.ts';
import { launchFerry } from '../e2e/harness/ferry.ts';
import { startSandbox } from '../sandbox/index.ts';
import { at } from './seeded.mjs';

const lengths = [10, 1_000, 50_000];
const unfinished = 3;
const eventsEach = 4;
const rounds = 200;
/** Runs in a page of the extension: makes the history this long. The oldest posts are planned for a far day. */
function fill({ from, to, unfinished, eventsEach }) {
  const day = 86_400_000;
  const now = Date.now();
  const post = (index) => {
    const createdAt = now - (100_000 - index) * 60_000;
    const planned = { state: 'scheduled', open: 1, scheduledAt: now + 300 * day, nextAt: now + 300 * day };
    const out = { state: 'published', videoIds: [`74${String(index).padStart(17, '0')}`] };
    return {
      ...{ id: `post-${index}`, accountId: 'bench', createdAt, stateSince: createdAt, seenAt: createdAt },
      ...{
        attempts: [
          {
            number: 1,
            route: 'pull',
            reason: { key: 'route_pull', values: {} },
            startedAt: createdAt,
            plan: 0,
          },
        ],
      },
      ...{ tries: 0, looks: 0, videoIds: [], thumbnail: `data:image/webp;base64,${'A'.repeat(4_000)}` },
      content: {
        ...{ kind: 'photo', title: `Mug ${index}`, caption: 'From the kiln #pottery', mode: 'direct' },
        media: Array.from({ length: 6 }, (_, item) => ({
          id: `m${item}`,
          kind: 'photo',
          source: {
            from: 'url',
            urls: [`https://shop.example/p/${index}-${item}-1600x1600.jpg`],
            status: 'direct',
          },
        })),
        settings: {
          ...{ privacy: 'SELF_ONLY', allowComment: true, allowDuet: false, allowStitch: false },
          ...{ discloses: false, yourBrand: false, brandedContent: false, aiGenerated: false },
          ...{ autoMusic: true, coverIndex: 0 },
        },
      },
      ...(index < unfinished ? planned : out),
    };
  };
  return new Promise((done, fail) => {
    const opened = indexedDB.open('ferry');
    opened.onerror = () => fail(opened.error);
    opened.onsuccess = () => {
      const transaction = opened.result.transaction(['posts', 'events'], 'readwrite');
      for (let index = from; index < to; index += 1) {
        const made = post(index);
        transaction.objectStore('posts').put(made);
        for (let event = 0; event < eventsEach; event += 1) {
          transaction.objectStore('events').add({ postId: made.id, at: made.createdAt, what: 'status' });
        }
      }
      transaction.oncomplete = () => {
        opened.result.close();
        done();
      };
      transaction.onerror = () => fail(transaction.error);
    };
  });
}

/** Runs in a page of the extension: a question to the background, and how long each answer took. */
async function askAgainAndAgain({ body, rounds }) {
  const times = [];
  const found = new Set();
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    const reply = await chrome.runtime.sendMessage({
      ...{ ferry: 'ask', to: 'background', name: 'posts.list', body },
    });
    times.push(performance.now() - began);
    found.add(reply.answer?.posts.length);
  }
  return { times, found: [...found] };
}

/**
 * Runs in a page of the extension: the question the engine asks of the database whenever it wakes. Ten at a time: one
 * takes hardly longer than the clock's own step.
 */
function findOpen({ rounds }) {
  const together = 10;
  return new Promise((done, fail) => {
    const opened = indexedDB.open('ferry');
    opened.onerror = () => fail(opened.error);
    opened.onsuccess = async () => {
      const times = [];
      const found = new Set();
      for (let round = 0; round < rounds; round += 1) {
        const began = performance.now();
        for (let question = 0; question < together; question += 1) {
          const got = opened.result.transaction('posts').objectStore('posts').index('open').getAll(1);
          await new Promise((next) => {
            got.onsuccess = next;
          });
          found.add(got.result.length);
        }
        times.push((performance.now() - began) / together);
      }
      opened.result.close();
      done({ times, found: [...found] });
    };
  });
}

const list = (body) => (page, rounds) => page.evaluate(askAgainAndAgain, { body, rounds });
const questions = [
  { name: 'newest 10, ms', most: 10, run: list({ limit: 10 }) },
  { name: 'newest 40, ms', most: 40, run: list({ limit: 40 }) },
  { name: 'unfinished, asked by message, ms', run: list({ limit: 40, states: ['scheduled'] }) },
  {
    name: 'unfinished, as the engine asks, ms',
    run: (page, rounds) => page.evaluate(findOpen, { rounds }),
  },
];

async function measure(page, length) {
  const row = {};
  for (const { name, most, run } of questions) {
    await run(page, 20);
    const { times, found } = await run(page, rounds);
    const expected = most ? Math.min(most, length) : unfinished;
    // A post that cannot be read is passed over, and what is measured would be something else.
    if (found.some((count) => count !== expected)) {
      throw new Error(`${name}: ${found.join(', ')} instead of ${expected}`);
    }
    // The quicker quarter: what other programs take of the machine is not the history's doing.
    row[name] = at(times, 0.25);
  }
  return row;
}

const sandbox = await startSandbox();
const ferry = await launchFerry({ sandbox });
try {
  const page = await ferry.open('manifest.json');
  await ask(page, 'posts.list', { limit: 1 });
  const rows = {};
  let have = 0;
  for (const length of lengths) {
    for (; have < length; have = Math.min(length, have + 2_500)) {
      const to = Math.min(length, have + 2_500);
      await page.evaluate(fill, { from: have, to, unfinished, eventsEach });
    }
    // What the browser tidies up after so much writing is not part of a question.
    await new Promise((settled) => setTimeout(settled, 10_000));
    rows[`${length} posts`] = await measure(page, length);
  }
  const longest = rows[`${lengths.at(-1)} posts`];
  for (const length of lengths.slice(0, -1)) {
    const shorter = rows[`${length} posts`];
    rows[`${lengths.at(-1)} ÷ ${length}`] = Object.fromEntries(
      questions.flatMap(({ name, most = 0 }) =>
        // A page of forty is not to be had of ten posts.
        most > length ? [] : [[name, longest[name] / shorter[name]]],
      ),
    );
  }
  for (const row of Object.values(rows)) {
    for (const name of Object.keys(row)) row[name] = Number(Number(row[name]).toFixed(2));
  }
  process.stdout.write(`lower quartile of ${rounds} questions each\n`);
  console.table(rows);
} finally {
  await ferry.close();
  await sandbox.close();
}
