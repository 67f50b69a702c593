import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError, isAppError } from '../../../lib/errors/app-error';
import type { ErrorCode } from '../../../lib/errors/catalog';
import type { Post } from '../../../lib/posts/post';
import { isEnd } from '../../../lib/posts/transitions';
import { House } from '../../fakes/house';
import { Life } from '../../fakes/life';

/** What may happen to a post on its way: to the contexts that carry it, the line, TikTok, the clock, or the person. */
type Happening =
  | { do: 'wait'; seconds: number }
  | { do: 'kill'; who: 'worker' | 'hands' }
  | { do: 'break'; call: string; error: ErrorCode; after: boolean }
  | { do: 'full'; write: string; times: number }
  | { do: 'close'; minutes: number }
  | { do: 'cancel' | 'retry' | 'send-again' | 'let-be' | 'wake' }
  | { do: 'line'; up: boolean }
  | { do: 'clock'; hours: number }
  | { do: 'token'; good: boolean };

const breaks = fc.record({
  do: fc.constant('break' as const),
  call: fc.constantFrom('creator', 'begin', 'status', 'cancel', 'videos', 'put'),
  error: fc.constantFrom<ErrorCode>(
    'network',
    'timeout',
    'internal_error',
    'rate_limit_exceeded',
    'unexpected_response',
    'access_token_invalid',
  ),
  after: fc.boolean(),
});
/** No room for what is written: the intent, the result, the mark of the last chunk, the count of calls. */
const full = fc.record({
  do: fc.constant('full' as const),
  write: fc.constantFrom('change', 'take', 'ended'),
  times: fc.integer({ min: 1, max: 4 }),
});
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 200 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('kill' as const),
      who: fc.constantFrom('worker' as const, 'hands' as const),
    }),
  },
  { weight: 4, arbitrary: breaks },
  { weight: 2, arbitrary: full },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('close' as const),
      minutes: fc.constantFrom(0, 1, 90, 3 * 24 * 60),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom<'cancel' | 'retry' | 'send-again' | 'let-be' | 'wake'>(
        'cancel',
        'retry',
        'send-again',
        'let-be',
        'wake',
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('line' as const), up: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('clock' as const), hours: fc.constantFrom(-1, 1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('token' as const), good: fc.boolean() }) },
);
const story = fc.record({
  route: fc.constantFrom('file', 'pull', 'fetch' as const),
  /** What is broken from the start: a post is quick, and would be past it otherwise. */
  broken: fc.array(breaks, { maxLength: 4 }),
  full: fc.array(full, { maxLength: 2 }),
  happenings: fc.array(happening, { maxLength: 12 }),
  deaths: fc.uniqueArray(fc.integer({ min: 1, max: 160 }), { maxLength: 5 }),
  outcome: fc.constantFrom(undefined, 'spam_risk', 'internal'),
});

async function happen(house: House, id: string, what: Happening): Promise<void> {
  switch (what.do) {
    case 'wait':
      await house.until(() => false, what.seconds * 1_000);
      return;
    case 'kill':
      return what.who === 'worker' ? house.killWorker() : house.killHands();
    case 'break':
      house.breakNext(what.call, new AppError(what.error), what.after);
      return;
    case 'full':
      return fill(house, what);
    case 'close':
      return house.closeFor(what.minutes * 60_000);
    case 'line':
      house.isOnline = what.up;
      return;
    case 'clock':
      house.skew += what.hours * 3_600_000;
      return;
    case 'token':
      house.tokenTrouble = what.good ? undefined : new AppError('invalid_grant');
      return;
    case 'wake':
      return house.wake();
    default:
      await act(house, id, what.do);
  }
}

function fill(house: House, { write, times }: { write: string; times: number }): void {
  for (let time = 0; time < times; time += 1) house.fillAt(write, 1);
}

/** The person presses a button; where it is not possible any more they are told so, which is fine. */
async function act(
  house: House,
  id: string,
  what: 'cancel' | 'retry' | 'send-again' | 'let-be',
): Promise<void> {
  // They look in TikTok before they say it is missing; what is not out yet they cannot see.
  const says = what === 'send-again' || what === 'let-be';
  if (says && house.tiktok.publications.some(({ completeAt }) => completeAt !== undefined)) return;
  const ask = {
    cancel: () => house.ask((desk) => desk.cancel(id)),
    retry: () => house.ask((desk) => desk.retry(id)),
    'send-again': () => house.ask((desk) => desk.resolveUnknown(id, 'send-again')),
    'let-be': () => house.ask((desk) => desk.resolveUnknown(id, 'let-be')),
  };
  await ask[what]().catch((error: unknown) => {
    if (!isAppError(error, 'not_possible_now', 'storage_full')) throw error;
  });
}

/** Everything is well again, and the person answers what only they can. */
async function settle(house: House, id: string): Promise<Post> {
  house.isOnline = true;
  house.tokenTrouble = undefined;
  house.mend();
  for (let turns = 0; turns < 6; turns += 1) {
    house.wake();
    await house.until(async () => {
      const { state, looks } = await house.read(id);
      return isEnd(state) || (state === 'unknown' && looks > 2);
    });
    const post = await house.read(id);
    if (isEnd(post.state)) return post;
    if (post.state !== 'unknown') continue;
    await house.until(() => false, 120_000);
    const word = house.tiktok.published.length > 0 ? 'there' : 'send-again';
    await house.ask((desk) => desk.resolveUnknown(id, word)).catch(() => {});
  }
  return house.read(id);
}

describe('any sequence of happenings and deaths', () => {
  it('loses no post, publishes none twice, leaves no end, and always has a next look', async () => {
    await fc.assert(
      fc.asyncProperty(story, async ({ route, broken, full, happenings, deaths, outcome }) => {
        const house = new House();
        house.tiktok.failReason = outcome;
        for (const { call, error, after } of broken) house.breakNext(call, new AppError(error), after);
        for (const what of full) fill(house, what);
        house.worker = new Life(new Set(deaths));
        house.handsLife = new Life(new Set(deaths.map((at) => Math.ceil(at / 8))));
        const id = await submit(house, route);
        // Dead before it was written down: the person sees that, and nothing may have happened.
        if (id === undefined) {
          expect(house.tiktok.inits).toEqual([]);
          return;
        }
        let ended: Post | undefined;
        for (const what of happenings) {
          await happen(house, id, what);
          const post = await house.read(id);
          if (!isEnd(post.state))
            expect(post, 'an unfinished post has a next look').toMatchObject({
              open: 1,
              nextAt: expect.any(Number),
            });
          // Only the person's own click leaves an end, and only that of a failed post.
          if (ended && what.do !== 'retry') expect(post.state).toBe(ended.state);
          ended = isEnd(post.state) ? post : undefined;
        }
        const post = await settle(house, id);
        expect(isEnd(post.state), `ended as ${post.state} ${JSON.stringify(post.waitingFor)}`).toBe(true);
        expectHonest(house, post);
      }),
      { numRuns: Number(process.env.FERRY_RUNS ?? 150), endOnFailure: false },
    );
  }, 300_000);
});

function expectHonest(house: House, post: Post): void {
  const out = house.tiktok.published;
  expect(out.length, 'never twice').toBeLessThanOrEqual(1);
  expect(house.tiktok.blindInits, 'never begun on an unknown line').toEqual([]);
  if (post.state === 'published') expect(out).toHaveLength(1);
  if (post.state === 'failed' || post.state === 'cancelled')
    expect(out, 'not said to have failed').toHaveLength(0);
  const ids = post.attempts.flatMap(({ publishId }) => publishId ?? []);
  expect(new Set(ids).size, 'at most one init that counts for each attempt').toBe(ids.length);
}

async function submit(house: House, route: 'file' | 'pull' | 'fetch'): Promise<string | undefined> {
  const how = {
    file: () => house.submitFile('vase'),
    pull: () => house.submitUrl('vase'),
    fetch: () => house.submitUrl('vase', 'https://shop.example/cup.mp4'),
  };
  const post = await how[route]().catch(() => undefined);
  return post?.id ?? (await house.store.open())[0]?.id;
}
