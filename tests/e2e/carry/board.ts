import type { CDPSession, Page } from 'playwright-core';
import type { Submission } from '../../../lib/posts/desk.ts';
import type { Post, PostEvent } from '../../../lib/posts/post.ts';
import { ALL_SCOPES, DEMO_KEY, DEMO_SECRET, decide } from '../../sandbox/client.ts';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import type { Publication } from '../../sandbox/tiktok/publish/publications.ts';
import { type Ferry, type LaunchOptions, launchFerry } from '../harness/ferry.ts';
import { clip, verifiedPrefix, videoFromFile } from './posts.ts';

/** A browser with Ferry, a TikTok beside it, and one of Ferry's own pages to ask from. */
export interface Board {
  readonly sandbox: Sandbox;
  ferry: Ferry;
  /** Connects a new account of this name; each has limits of its own. */
  connect(username: string, scopes?: string, app?: { key: string; secret: string }): Promise<string>;
  /** A creator of their own for a test, so that one's limits are not the other's. */
  someone(): Promise<{ account: string; name: string }>;
  /** What a creator of this name would find in TikTok. */
  publishedBy(username: string): Publication[];
  /** The demo shop's own addresses: one that TikTok may pull from, and one that Ferry may read. */
  allowShop(): Promise<void>;
  /** Nothing is broken or held up any more. */
  calm(): void;
  /** Grants a host as a person does, by a press. */
  grant(pattern: string): Promise<void>;
  ask<T>(name: string, body?: unknown): Promise<T>;
  submit(submissions: Submission[]): Promise<Post[]>;
  /** The same for one; its id. */
  submitOne(submission: Submission): Promise<string>;
  /** A picked file, of this caption. */
  submitFile(accountId: string, caption: string, path?: string): Promise<string>;
  read(id: string): Promise<{ post: Post; events: PostEvent[] }>;
  /** Waits until the post is in one of these states; asking wakes the worker, and keeps it looking. */
  until(id: string, states: Post['state'][], timeoutMs?: number): Promise<Post>;
  /** Waits for a state by reading the database, so that nobody is woken by it. */
  watch(id: string, state: Post['state'], timeoutMs?: number): Promise<void>;
  /** How much the extension may store; undefined is what the disk gives. */
  setQuota(bytes: number | undefined): Promise<void>;
  /** Puts a file where a picked one is put, and names it. */
  stash(path: string): Promise<{ key: string; size: number }>;
  /** As an update does it: everybody is ended at once, the alarms are gone, and nobody of ours is asked for. */
  update(): Promise<void>;
  /** The same profile in a new browser; one without names finds no host on the net. */
  restart(how: 'kill' | 'close', names?: 'no names'): Promise<void>;
  close(): Promise<void>;
}

export async function board(options: Partial<LaunchOptions> = {}): Promise<Board> {
  const sandbox = await startSandbox();
  let ferry = await launchFerry({ sandbox, ...options });
  let page = await openDesk(ferry);
  let quota: CDPSession | undefined;
  let people = 0;

  const ask = async <T>(name: string, body?: unknown): Promise<T> => {
    // The worker may be stopped in the middle of answering: then the question is asked of the next one.
    for (let tries = 0; ; tries += 1) {
      const reply = await page
        .evaluate(sendQuestion, { name, body })
        .catch((error: unknown) => ({ lost: String(error) }));
      if (reply && 'lost' in reply) {
        if (tries >= 3) throw new Error(`${name}: ${reply.lost}`);
        continue;
      }
      if (!reply?.ok)
        throw Object.assign(new Error(`${name}: ${JSON.stringify(reply?.error)}`), reply?.error);
      return reply.answer as T;
    }
  };

  const read = (id: string) => ask<{ post: Post; events: PostEvent[] }>('posts.read', { id });

  const at: Board = {
    sandbox,
    get ferry() {
      return ferry;
    },
    ask,
    read,
    async connect(username, scopes = ALL_SCOPES, app = { key: DEMO_KEY, secret: DEMO_SECRET }) {
      const known = sandbox.control.users().some((user) => user.username === username);
      if (!known) sandbox.control.addUser({ username });
      await ask('accounts.changeApp', { clientKey: app.key, secret: app.secret });
      const { address } = await ask<{ address: string }>('accounts.begin');
      const callback = await decide(sandbox, address, { username, scopes: scopes.split(',') });
      const { accountId } = await ask<{ accountId: string }>('accounts.finish', { callback: callback.href });
      return accountId;
    },
    async someone() {
      people += 1;
      const name = `someone.${people}`;
      return { account: await at.connect(name), name };
    },
    publishedBy: (username) => sandbox.control.published.filter((one) => one.username === username),
    async allowShop() {
      await ask('settings.change', { verifiedPrefixes: [verifiedPrefix] });
      await at.grant('https://cdn.shop.example/*');
    },
    calm() {
      sandbox.control.clearFaults();
      sandbox.control.releaseAll();
    },
    async grant(pattern) {
      await ferry.allowHost(pattern);
      await page.evaluate((origin) => {
        const button = document.querySelector<HTMLElement>('#grant');
        if (button) button.onclick = () => void chrome.permissions.request({ origins: [origin] });
      }, pattern);
      await page.click('#grant');
      await page.waitForFunction((origin) => chrome.permissions.contains({ origins: [origin] }), pattern);
    },
    submit: (posts) => ask('posts.submit', { posts }),
    async submitOne(submission) {
      const [post] = await at.submit([submission]);
      if (!post) throw new Error('nothing was submitted');
      return post.id;
    },
    submitFile: async (accountId, caption, path = clip) =>
      at.submitOne(videoFromFile(accountId, caption, await at.stash(path))),
    async until(id, states, timeoutMs = 30_000) {
      const end = Date.now() + timeoutMs;
      for (;;) {
        await ask('posts.attend');
        const { post, events } = await read(id);
        if (states.includes(post.state)) return post;
        if (Date.now() > end) {
          const trail = events.map(
            ({ what, error, facts }) => `${what} ${error?.code ?? ''} ${JSON.stringify(facts ?? '')}`,
          );
          throw new Error(`still ${post.state} (${JSON.stringify(post.waitingFor)}):\n${trail.join('\n')}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    },
    async watch(id, state, timeoutMs = 15_000) {
      await page.evaluate(waitForState, { id, state, timeoutMs });
    },
    async setQuota(bytes) {
      // It holds as long as the session does.
      await quota?.detach();
      quota = undefined;
      if (bytes === undefined) return;
      quota = await ferry.context.newCDPSession(page);
      const origin = `chrome-extension://${ferry.id}`;
      await quota.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: bytes });
    },
    async stash(path) {
      await page.setInputFiles('#file', path);
      return page.evaluate(keepPickedFile);
    },
    async update() {
      await ferry.reload();
      page = await openDesk(ferry);
    },
    async restart(how, names) {
      const { profile } = ferry;
      if (how === 'kill') await ferry.kill();
      else await ferry.close({ keepProfile: true });
      const lost = { chromiumArgs: () => ['--host-resolver-rules=MAP * ~NOTFOUND'] };
      ferry = await launchFerry({ sandbox: names ? lost : sandbox, ...options, profile });
      page = await openDesk(ferry);
    },
    async close() {
      await ferry.close();
      await sandbox.close();
    },
  };
  return at;
}

/** A page of Ferry's that runs none of its code, so that nothing but the test asks anything. */
async function openDesk(ferry: Ferry): Promise<Page> {
  const page = await ferry.open('manifest.json');
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'file';
    const button = document.createElement('button');
    button.id = 'grant';
    button.textContent = 'grant';
    document.body.append(input, button);
  });
  return page;
}

type Reply = { ok: boolean; answer?: unknown; error?: object } | { lost: string } | undefined;

async function sendQuestion({ name, body }: { name: string; body: unknown }): Promise<Reply> {
  try {
    return await chrome.runtime.sendMessage({ ferry: 'ask', to: 'background', name, body });
  } catch (error) {
    return { lost: String(error) };
  }
}

/** As the stash does it: the File goes into the database as it is. */
async function keepPickedFile(): Promise<{ key: string; size: number }> {
  const file = document.querySelector<HTMLInputElement>('#file')?.files?.[0];
  if (!file) throw new Error('no file was picked');
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = indexedDB.open('ferry');
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
  });
  const key = crypto.randomUUID();
  const about = { form: 'kept', name: file.name, type: file.type, size: file.size, whole: true, parts: 0 };
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction('stash', 'readwrite');
    transaction.objectStore('stash').put({ key, ...about, createdAt: Date.now(), file });
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();
  return { key, size: file.size };
}

interface Wanted {
  id: string;
  state: string;
  timeoutMs: number;
}

async function waitForState({ id, state, timeoutMs }: Wanted): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = indexedDB.open('ferry');
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
  });
  const end = Date.now() + timeoutMs;
  for (;;) {
    const post = await new Promise<{ state: string } | undefined>((resolve) => {
      const get = database.transaction('posts').objectStore('posts').get(id);
      get.onsuccess = () => resolve(get.result);
    });
    const isOver = ['published', 'inbox', 'failed'].includes(post?.state ?? '');
    // A state may pass by between two looks; then it is killed at the next one.
    if (post?.state === state || isOver || Date.now() > end) break;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  database.close();
}
