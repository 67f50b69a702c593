import type { Bucket } from '../bucket/bucket.ts';
import type { SandboxClock } from '../clock.ts';
import type { App } from '../tiktok/apps.ts';
import type { Business } from '../tiktok/business/advertisers.ts';
import { giveHistory, type History, type HistoryOptions } from '../tiktok/insight/history.ts';
import type { Limiter } from '../tiktok/limits.ts';
import type { Publication, Publications } from '../tiktok/publish/publications.ts';
import type { Rules } from '../tiktok/rules.ts';
import type { Storage } from '../tiktok/storage.ts';
import type { Uploads } from '../tiktok/upload.ts';
import { makeUser, type User } from '../tiktok/users.ts';
import type { World } from '../tiktok/world.ts';
import type { createFaults, Fault, PlacedFault } from './faults.ts';
import type { createFiles } from './files.ts';
import type { createHolds, Hold, HoldOptions } from './holds.ts';
import type { RequestLog } from './log.ts';

interface Parts {
  world: World;
  clock: SandboxClock;
  log: RequestLog;
  faults: ReturnType<typeof createFaults>;
  holds: ReturnType<typeof createHolds>;
  files: ReturnType<typeof createFiles>;
  latency: Map<string, number>;
  limiter: Limiter;
  publications: Publications;
  uploads: Uploads;
  storage: Storage;
  bucket: Bucket;
}

/** Everything a test, or a person at the control page, may see and change. */
export interface Control {
  readonly clock: SandboxClock;
  readonly log: RequestLog;
  readonly files: Parts['files'];
  /** The creator's bucket: its settings, and what is in it. */
  readonly bucket: Bucket;
  /** TikTok's rules; change them in place. */
  readonly rules: Rules;
  /** What was posted or delivered to an inbox. The ground truth for "exactly once". */
  readonly published: readonly Publication[];
  /** Every init, whatever became of it. */
  readonly publications: Publications;
  users(): User[];
  user(username: string): User;
  addUser(user: Partial<User> & Pick<User, 'username'>): User;
  /** Gives a user many videos over many days; what TikTok would have said on each of them comes back. */
  giveHistory(username: string, options?: HistoryOptions): History;
  /** The Business API's apps, advertisers and tokens. */
  readonly business: Business;
  apps(): App[];
  app(clientKey: string): App;
  addApp(app: Partial<App> & Pick<App, 'clientKey'>): App;
  /** The user the browser is logged in as at TikTok: with `disable_auto_auth=0` consent is skipped. */
  remember(username: string | null): void;
  /** The user removes an app in TikTok's settings: its tokens die. */
  removeAccess(username: string, clientKey?: string): void;
  addFault(fault: Fault): PlacedFault;
  clearFaults(): void;
  faults(): readonly Fault[];
  hold(options: HoldOptions): Hold;
  releaseAll(): void;
  /** Waits this long before an endpoint's requests are looked at; `*` is all of them. */
  setLatency(endpoint: string, milliseconds: number): void;
  /** Waits until this many publications are there, and returns them. */
  waitForPublished(count: number, timeoutMs?: number): Promise<readonly Publication[]>;
  /** Everything as it was at the start. */
  reset(): void;
}

export function createControl(parts: Parts): Control {
  const { world, clock, log, faults, holds, files, latency, limiter, publications, uploads, storage } = parts;

  function user(username: string): User {
    const found = [...world.users.values()].find((candidate) => candidate.username === username);
    if (!found) throw new Error(`No user @${username} in the sandbox`);
    return found;
  }

  function app(clientKey: string): App {
    const found = world.apps.get(clientKey);
    if (!found) throw new Error(`No app ${clientKey} in the sandbox`);
    return found;
  }

  return {
    clock,
    log,
    files,
    bucket: parts.bucket,
    publications,
    get rules() {
      return world.rules;
    },
    get published() {
      return publications.published();
    },
    users: () => [...world.users.values()],
    user,
    addUser(from) {
      const made = makeUser(from);
      world.users.set(made.openId, made);
      return made;
    },
    giveHistory: (username, options) => giveHistory(user(username), clock.now(), options),
    get business() {
      return world.business;
    },
    apps: () => [...world.apps.values()],
    app,
    addApp(from) {
      const model = app('sbawferrydemo0001');
      const made: App = { ...structuredClone(model), clientSecret: 'secret', name: from.clientKey, ...from };
      world.addApp(made);
      return made;
    },
    remember(username) {
      world.session = username === null ? null : user(username).openId;
    },
    removeAccess(username, clientKey) {
      const { openId } = user(username);
      for (const grant of world.grants) {
        if (grant.openId === openId && (!clientKey || grant.clientKey === clientKey)) grant.removed = true;
      }
    },
    addFault: faults.add,
    clearFaults: faults.clear,
    faults: faults.list,
    hold: holds.add,
    releaseAll: holds.releaseAll,
    setLatency(endpoint, milliseconds) {
      latency.set(endpoint, milliseconds);
    },
    async waitForPublished(count, timeoutMs = 15_000) {
      const end = Date.now() + timeoutMs;
      while (publications.published().length < count) {
        if (Date.now() > end) {
          const states = publications
            .all()
            .map((post) => `${post.publishId} ${post.status} ${post.failReason ?? ''}`);
          throw new Error(
            `Wanted ${count} publications within ${timeoutMs} ms. There are: ${states.join('; ')}`,
          );
        }
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      return publications.published();
    },
    reset() {
      holds.releaseAll();
      faults.clear();
      files.clear();
      latency.clear();
      limiter.reset();
      publications.reset();
      uploads.reset();
      storage.clear();
      parts.bucket.reset();
      log.clear();
      clock.reset();
      world.reset();
    },
  };
}
