import type { ErrorCode } from '../errors/catalog';
import { jobKey, jobLock, type WorkKind } from './jobs';
import { next, type Step, workKindOf } from './next';
import type { EngineParts } from './parts';
import { lastAttempt, type Post } from './post';
import { doubt } from './steps/doubt';
import { initiate } from './steps/initiate';
import { link, look } from './steps/look';
import { search } from './steps/search';
import { start } from './steps/start';
import { stop } from './steps/stop';
import { settleUpload } from './steps/uploading';
import { mend, take, work } from './steps/work';
import { tellingStore } from './telling-store';
import type { WatchFacts } from './watching';

export interface Engine {
  /** Looks at everything unfinished, and goes on until nothing is due soon. Called at every boot, alarm and change. */
  wake(): Promise<void>;
  /** Writes a post or a person's wish: an alarm stands before it is written, so that it is seen even if we die. */
  expecting<T>(write: () => Promise<T>): Promise<T>;
  /** `wake` for those who do not wait for it. */
  nudge(): void;
  /** What these posts wait for may have come: the line is back, an account is connected again. */
  hasten(isAbout: (code: ErrorCode) => boolean): Promise<void>;
  /** A page is open, for some seconds more: look sooner. */
  attend(): void;
}

export const postsAlarm = 'posts';
/** While something is under way an alarm stands this far ahead: the least a browser keeps. */
const floor = 30_000;
/** What is due within this time is waited for; for anything later the worker may sleep. */
const patience = 20_000;
/** How long one word from a page is believed. */
const attention = 12_000;
/** After something nobody foresaw went wrong with a post, it is left alone for a while. */
const coolDown = 30_000;
/** No post has honest reason for so many steps within ten seconds: a fault of ours must not spin. */
const mostSteps = { count: 40, within: 10_000 };
/** Whoever does the work needs a moment to take its lock. */
const startUp = 3_000;

export function createEngine(given: EngineParts): Engine {
  const parts: EngineParts = { ...given, store: tellingStore(given) };
  const { store, jobs, locks, clock, alarms } = parts;
  const busy = new Set<string>();
  const leftAloneUntil = new Map<string, number>();
  const startedAt = new Map<string, number>();
  const steps = new Map<string, number[]>();
  let attentionUntil = 0;
  let expected = 0;
  let running: Promise<void> | undefined;
  let bell = ring();

  const isListening = () => clock.now() < attentionUntil;

  async function arm(at = 0): Promise<void> {
    const now = clock.now();
    const wanted = Math.max(at, now + floor);
    const standing = await alarms.at(postsAlarm);
    const isGood = standing !== undefined && standing > now && standing <= wanted + 1_000;
    if (!isGood) await alarms.keep(postsAlarm, wanted);
  }

  async function disarm(): Promise<void> {
    if (expected === 0 && (await alarms.at(postsAlarm)) !== undefined) await alarms.clear(postsAlarm);
  }

  async function pass(): Promise<number> {
    // What a step is doing while this is read may be over before it is looked at: then it was read too early, and
    // deciding by it would do the step twice. The end of the step rings for another pass.
    const atWork = new Set(busy);
    const posts = await store.open();
    let soonest = Number.POSITIVE_INFINITY;
    for (const post of posts) {
      if (atWork.has(post.id)) continue;
      const step = await decide(post, posts);
      if (step.do !== 'rest') begin(post, step, posts);
      else if (step.until !== undefined) soonest = Math.min(soonest, step.until);
    }
    if (posts.length === 0) await disarm();
    else await arm(busy.size > 0 ? 0 : soonest);
    return soonest;
  }

  async function decide(post: Post, posts: readonly Post[]): Promise<Step> {
    const now = clock.now();
    const alone = leftAloneUntil.get(post.id) ?? 0;
    if (alone > now && alone - now <= coolDown) return { do: 'rest', until: alone };
    const kind = workKindOf(post.state);
    const key = kind && keyOf(post, kind);
    const job = key ? await jobs.read(key) : undefined;
    const jobRuns = key !== undefined && ((await locks.isHeld(jobLock(key))) || isStarting(key, now));
    return next(post, now, { ...watchFacts(post, posts), job, jobRuns });
  }

  const isStarting = (key: string, now: number) => Math.abs(now - (startedAt.get(key) ?? 0)) < startUp;

  const watchFacts = (post: Post, posts: readonly Post[]): WatchFacts => ({
    listening: isListening(),
    together: posts.filter(({ state, accountId }) => state === 'processing' && accountId === post.accountId)
      .length,
    size: lastAttempt(post)?.size,
  });

  function begin(post: Post, step: Step, posts: readonly Post[]): void {
    busy.add(post.id);
    if (isSpinning(post.id)) leftAloneUntil.set(post.id, clock.now() + coolDown);
    act(post, step, posts)
      .catch((error: unknown) => {
        // Nothing is known to have happened, so nothing is written: what stands is looked at again.
        console.error(`post ${post.id}: ${step.do}`, error);
        leftAloneUntil.set(post.id, clock.now() + coolDown);
      })
      .finally(() => {
        busy.delete(post.id);
        bell.ring();
      });
  }

  function isSpinning(id: string): boolean {
    const now = clock.now();
    const recent = [...(steps.get(id) ?? []), now].filter((at) => Math.abs(now - at) < mostSteps.within);
    steps.set(id, recent);
    return recent.length > mostSteps.count;
  }

  async function act(post: Post, step: Step, posts: readonly Post[]): Promise<void> {
    // Before anything that could outlast this worker.
    await arm();
    switch (step.do) {
      case 'release':
        return void (await store.change(post.id, (standing) => ({
          post: { ...standing, state: 'waiting', nextAt: clock.now() },
        })));
      case 'start':
        return start(parts, post);
      case 'work':
        startedAt.set(keyOf(post, step.kind), clock.now());
        return work(parts, post, step.kind);
      case 'take':
        return take(parts, post, step.kind, step.job);
      case 'sync':
        startedAt.set(keyOf(post, 'upload'), clock.now());
        return settleUpload(parts, post, step.job);
      case 'mend':
        return step.kind === 'upload'
          ? settleUpload(parts, post, step.job)
          : mend(parts, post, step.kind, step.job);
      case 'initiate':
        return initiate(parts, post);
      case 'doubt':
        return doubt(parts, post);
      case 'look':
        return look(parts, post, watchFacts(post, posts));
      case 'search':
        return search(parts, post);
      case 'link':
        return link(parts, post);
      case 'stop':
        return stop(parts, post);
      case 'rest':
    }
  }

  /** One engine at a time in the whole browser: another context's ends when its work does, or when it dies. */
  async function run(): Promise<void> {
    for (;;) {
      bell = ring();
      const soonest = await pass();
      const wait = soonest - clock.now();
      if (busy.size === 0 && wait > patience && !bell.rang) return;
      const rest = new AbortController();
      const nap = clock.sleep(Math.min(Math.max(wait, 0), patience), rest.signal).catch(() => {});
      await Promise.race([bell.heard, nap]);
      rest.abort();
    }
  }

  async function wake(): Promise<void> {
    bell.ring();
    running ??= locks.hold('engine', run).finally(() => {
      running = undefined;
    });
    await running;
    // Rung after the last look and before the lock was given back.
    if (bell.rang && !running) await wake();
  }

  // Whatever goes wrong in the loop itself, the alarm that stands begins it again.
  const nudge = () => void wake().catch((error: unknown) => console.error('engine', error));

  return {
    async expecting(write) {
      expected += 1;
      try {
        await arm();
        return await write();
      } finally {
        expected -= 1;
        nudge();
      }
    },
    wake,
    nudge,
    async hasten(isAbout) {
      for (const { id, waitingFor } of await store.open()) {
        if (!waitingFor || !isAbout(waitingFor.code)) continue;
        await store.change(id, (post) => ({ post: { ...post, nextAt: clock.now() } }));
      }
      nudge();
    },
    attend() {
      const wasListening = isListening();
      attentionUntil = clock.now() + attention;
      if (!wasListening) nudge();
    },
  };
}

const keyOf = (post: Post, kind: WorkKind) =>
  jobKey({ postId: post.id, attempt: lastAttempt(post)?.number ?? 1, kind });

/** Rung when something changed while the loop was looking elsewhere. */
function ring() {
  let rang = false;
  let hear = () => {};
  const heard = new Promise<void>((resolve) => {
    hear = resolve;
  });
  return {
    heard,
    get rang() {
      return rang;
    },
    ring() {
      rang = true;
      hear();
    },
  };
}
