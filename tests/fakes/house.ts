import { IDBFactory } from 'fake-indexeddb';
import type { IDBPDatabase } from 'idb';
import * as z from 'zod/mini';
import { untouchedSettings } from '../../lib/drafts/draft';
import { type AppError, isAppError } from '../../lib/errors/app-error';
import { createStash, type Stash } from '../../lib/media/stash';
import { asStorageError } from '../../lib/media/storage-error';
import type { Work } from '../../lib/media/work';
import { FetchInput, type Keys, PrepareInput } from '../../lib/media/work-shapes';
import { openDatabase } from '../../lib/platform/database';
import { createDesk, type Desk, type Submission } from '../../lib/posts/desk';
import { createEngine, type Engine } from '../../lib/posts/engine';
import { createHands, type Hands } from '../../lib/posts/hands';
import { createJobs } from '../../lib/posts/jobs';
import { createPacing } from '../../lib/posts/pacing';
import type { EngineParts } from '../../lib/posts/parts';
import type { Post } from '../../lib/posts/post';
import { createPostStore, type PostStore } from '../../lib/posts/store';
import type { RelayResult } from '../../lib/routes/bucket/relay-photos';
import { createUploadWork } from '../../lib/routes/upload';
import { FakeClock } from './clock';
import { FakeFiles } from './files';
import { Life } from './life';
import { FakeLocks } from './locks';
import { FakeTikTok } from './tiktok';

/**
 * The engine and the hands, each in a context of its own that can die at any of its steps, over one database,
 * one disk and one TikTok that live on. Time moves only when nobody has anything left to do.
 */
export class House {
  /** True time, TikTok's. */
  readonly clock = new FakeClock();
  /** How wrong this computer's clock is. */
  skew = 0;
  readonly now = (): number => this.clock.now() + this.skew;
  readonly tiktok = new FakeTikTok(this.clock);
  readonly files = new FakeFiles();
  readonly announced: Post[] = [];
  readonly store: PostStore;
  readonly stash: Stash;
  worker = new Life();
  handsLife = new Life();
  verified = ['media.fern.example'];
  isOnline = true;
  /** How many steps either of them did in all its lives. */
  steps = { worker: 0, hands: 0 };
  tokenTrouble: AppError | undefined;

  private broken: { call: string; error: Error; after: boolean; skip: number }[] = [];
  private readonly locks = new FakeLocks();
  private readonly database: Promise<IDBPDatabase>;
  private alarm: number | undefined;
  private engine: Engine | undefined;
  private desk: Desk | undefined;
  private hands: Hands | undefined;

  constructor() {
    globalThis.indexedDB = new IDBFactory();
    this.database = openDatabase();
    this.store = createPostStore(this.database, this.now);
    this.stash = createStash({ database: this.database, root: this.files.root, now: this.now });
  }

  /** What a page sends to the background: it wakes the worker, and is lost when the worker dies of it. */
  async ask<T>(question: (desk: Desk) => Promise<T>): Promise<T | undefined> {
    const { desk, life } = this.awake();
    return Promise.race([question(desk), life.death.then(() => undefined)]);
  }

  async submitFile(
    caption: string,
    size = 30,
    change: Partial<Submission['content']> = {},
    scheduledAt?: number,
  ): Promise<Post> {
    const { key } = await this.stash.put(new File([new Uint8Array(size)], 'clip.mp4', { type: 'video/mp4' }));
    const source = { from: 'stash' as const, key, name: 'clip.mp4', size, type: 'video/mp4' };
    return this.submit(caption, source, change, scheduledAt);
  }

  submitUrl(caption: string, url = 'https://media.fern.example/clip.mp4'): Promise<Post> {
    return this.submit(caption, { from: 'url', urls: [url], status: 'direct' }, {});
  }

  private async submit(
    caption: string,
    source: Submission['content']['media'][number]['source'],
    change: Partial<Submission['content']>,
    scheduledAt?: number,
  ): Promise<Post> {
    const content: Submission['content'] = {
      kind: 'video',
      media: [{ id: 'm', kind: 'video', source, duration: 10 }],
      title: '',
      caption,
      mode: 'direct',
      settings: { ...untouchedSettings, privacy: 'PUBLIC_TO_EVERYONE' },
      ...change,
    };
    const made = await this.ask((desk) =>
      desk.submit([{ accountId: 'a', content, ...(scheduledAt === undefined ? {} : { scheduledAt }) }]),
    );
    const [post] = made ?? [];
    if (!post) throw new Error('the worker died of the submission');
    return post;
  }

  /** The next such call fails: before TikTok heard of it, or after it did what was asked. */
  breakNext(call: string, error: Error, after: boolean): void {
    this.broken.push({ call, error, after, skip: 0 });
  }

  /** So does the write of this number from now on, for want of room. */
  fillAt(call: string, number: number): void {
    const raw = new DOMException('full', 'QuotaExceededError');
    // Where posts and work are kept it is said in Ferry's own words, where calls are counted it is not.
    const error = call === 'change' || call === 'add' ? asStorageError(raw) : raw;
    this.broken.push({ call, error, after: false, skip: number - 1 });
  }

  /** Nothing is broken any more. */
  mend(): void {
    this.broken = [];
  }

  /** Wakes the worker, as the browser does for an alarm or a message. */
  wake(): void {
    void this.awake().engine.wake();
  }

  async read(id: string): Promise<Post> {
    const post = await this.store.read(id);
    if (!post) throw new Error(`no post ${id}`);
    return post;
  }

  /** Lets everyone work, and time pass, until the condition holds or this much time has passed. */
  async until(holds: () => Promise<boolean> | boolean, most = 7 * 86_400_000): Promise<boolean> {
    const end = this.clock.now() + most;
    for (;;) {
      await this.settle();
      if (await holds()) return true;
      const alarm = this.alarm === undefined ? Infinity : this.alarm - this.skew;
      const next = Math.min(alarm, this.clock.next ?? Infinity);
      if (!(next <= end)) return false;
      this.clock.pass(Math.max(1, next - this.clock.now()));
      if (this.alarm !== undefined && this.alarm <= this.now()) {
        this.alarm = this.now() + 30_000;
        this.wake();
      }
    }
  }

  get hasAlarm(): boolean {
    return this.alarm !== undefined;
  }

  killWorker(): void {
    this.worker.die();
  }

  killHands(): void {
    this.handsLife.die();
  }

  /** All that is kept of a post goes, whoever is at work on it. */
  async erase(id: string): Promise<void> {
    const transaction = (await this.database).transaction(['posts', 'events', 'jobs'], 'readwrite');
    await transaction.objectStore('posts').delete(id);
    for (const event of await transaction.objectStore('events').index('post').getAllKeys(id))
      await transaction.objectStore('events').delete(event);
    await transaction.objectStore('jobs').delete(IDBKeyRange.bound(`${id}/`, `${id}/\uffff`));
    await transaction.done;
  }

  /** The browser is closed for a while, or Ferry is updated: everybody is dead, and the alarm is gone too. */
  closeFor(ms: number): void {
    this.killWorker();
    this.killHands();
    this.alarm = undefined;
    this.clock.pass(ms);
    this.wake();
  }

  /** Until neither anybody's step nor the database's own work is left. */
  private async settle(): Promise<void> {
    for (let quiet = 0; quiet < 8; quiet += 1) {
      const before = this.worker.count + this.handsLife.count;
      await new Promise((resolve) => setImmediate(resolve));
      if (this.worker.count + this.handsLife.count !== before) quiet = 0;
    }
  }

  private awake(): { engine: Engine; desk: Desk; life: Life } {
    if (!this.engine || !this.desk || this.worker.isDead) this.boot();
    if (!this.engine || !this.desk) throw new Error('not booted');
    return { engine: this.engine, desk: this.desk, life: this.worker };
  }

  private boot(): void {
    if (this.worker.isDead) this.worker = this.worker.next();
    const life = this.worker;
    const locks = this.locks.context();
    void life.death.then(() => locks.die());
    const parts: EngineParts = {
      store: life.mortal(this.fragile(createPostStore(this.database, this.now))),
      jobs: life.mortal(this.fragile(createJobs(this.database, this.now))),
      hands: life.mortal({
        start: async (key: string) => this.handsAwake().start(key),
        stop: async (key: string) => this.handsAwake().stop(key),
      }),
      stash: life.mortal(this.stash),
      pacing: life.mortal(
        this.fragile(createPacing({ database: this.database, now: this.now, random: () => 0.5 })),
      ),
      api: life.mortal(this.fragile(this.tiktok.api())),
      tokens: life.mortal({
        getAccessToken: async () => {
          if (this.tokenTrouble) throw this.tokenTrouble;
          return 'act.1';
        },
        tokenRejected: async () => this.tiktok.token,
      }),
      ways: life.mortal({
        verifiedPrefixes: async () => this.verified,
        hasBucket: async () => false,
        forgetPrefix: async (prefix: string) => {
          this.verified = this.verified.filter((mark) => mark !== prefix);
        },
        redirects: async () => false,
        granted: async (urls: readonly string[]) => [...urls],
      }),
      clock: { now: this.now, sleep: (ms, signal) => life.mortal(this.clock).sleep(ms, signal) },
      alarms: life.mortal({
        set: async () => {},
        keep: async (_name: string, at: number) => {
          this.alarm = at;
        },
        clear: async () => {
          this.alarm = undefined;
        },
        at: async () => this.alarm,
      }),
      locks,
      random: () => 0.5,
      isOnline: () => this.isOnline,
      changed: () => {},
      announce: (post) => this.announced.push(post),
    };
    this.engine = createEngine(parts);
    this.desk = createDesk({ ...parts, engine: this.engine });
    void this.engine.wake();
  }

  private handsAwake(): Hands {
    if (this.hands && !this.handsLife.isDead) return this.hands;
    if (this.handsLife.isDead) this.handsLife = this.handsLife.next();
    const life = this.handsLife;
    const locks = this.locks.context();
    void life.death.then(() => locks.die());
    const upload = createUploadWork({
      put: (request) => life.mortal(this.fragile({ put: this.tiktok.put })).put(request),
      stash: life.mortal(this.stash),
      clock: { now: this.now, sleep: (ms, signal) => life.mortal(this.clock).sleep(ms, signal) },
      random: () => 0.5,
    });
    this.hands = createHands({
      jobs: life.mortal(this.fragile(createJobs(this.database, this.now))),
      works: { fetch: this.fetchWork(), prepare: prepareWork, relay: relayWork, upload },
      breadth: { fetch: 2, prepare: 2, relay: 2, upload: 2 },
      locks,
      clock: { now: this.now, sleep: this.clock.sleep },
      report: () => {
        if (!life.isDead) this.wake();
      },
      tell: () => {},
    });
    return this.hands;
  }

  private fragile<T extends object>(whole: T): T {
    return new Proxy(whole, {
      get: (target, name) => {
        const found: unknown = Reflect.get(target, name);
        if (typeof found !== 'function') return found;
        return async (...args: unknown[]) => {
          const index = this.broken.findIndex((one) => one.call === name && one.skip-- <= 0);
          const [fault] = index < 0 ? [] : this.broken.splice(index, 1);
          if (fault && !fault.after) throw fault.error;
          const answer: unknown = await Reflect.apply(found, target, args);
          // TikTok's own refusals are never the answer to something it did.
          if (fault && !isRefusal(fault.error)) throw fault.error;
          return answer;
        };
      },
    });
  }

  private fetchWork(): Work<FetchInput, { key: string }, Keys> {
    return {
      input: FetchInput,
      mark: z.object({ key: z.string() }),
      run: async () => {
        const { key } = await this.stash.put(new File([new Uint8Array(30)], 'f.mp4', { type: 'video/mp4' }));
        return { keys: [key] };
      },
    };
  }
}

const isRefusal = (error: Error) => isAppError(error, 'rate_limit_exceeded', 'access_token_invalid');

const prepareWork: Work<PrepareInput, object, Keys> = {
  input: PrepareInput,
  mark: z.object({}),
  run: async ({ keys }) => ({ keys }),
};

const relayWork: Work<{ keys: string[] }, object, RelayResult> = {
  input: z.object({ keys: z.array(z.string()) }),
  mark: z.object({}),
  run: async ({ keys }) => ({ urls: keys.map((key) => `https://media.fern.example/${key}.jpg`) }),
};
