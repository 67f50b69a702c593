import type { IDBPDatabase } from 'idb';
import * as z from 'zod/mini';
import { ErrorData } from '../errors/app-error';
import { storing } from '../media/storage-error';
import { Count } from '../platform/bounded';

/** One for each state that takes long. */
export const WorkKind = z.enum(['fetch', 'prepare', 'relay', 'upload']);
export type WorkKind = z.infer<typeof WorkKind>;

export const Progress = z.object({ done: Count, total: Count, perSecond: z.optional(Count) });
export type Progress = z.infer<typeof Progress>;

/** One piece of long work of one attempt, as it is kept: whoever runs it may die, the job does not. */
export const Job = z.object({
  key: z.string(),
  postId: z.string(),
  attempt: z.number(),
  kind: WorkKind,
  state: z.enum(['open', 'done', 'failed']),
  input: z.unknown(),
  /** How far it came, in the words of its own kind. */
  mark: z.optional(z.unknown()),
  result: z.optional(z.unknown()),
  error: z.optional(ErrorData),
  progress: z.optional(Progress),
  /** How often it was begun: more than once means it was interrupted or tried again. */
  starts: z.number(),
  /** How far it came at best, as a part of the whole, and how often it was begun since without getting further. */
  furthest: z.optional(z.number()),
  fruitless: z.optional(z.number()),
  changedAt: z.number(),
});
export type Job = z.infer<typeof Job>;

/** Names a job: asking twice for the same work finds the first. */
export function jobKey({ postId, attempt, kind }: Pick<Job, 'postId' | 'attempt' | 'kind'>): string {
  return `${postId}/${attempt}/${kind}`;
}

/** The lock that says a job is being run at this moment, by anyone. */
export const jobLock = (key: string): string => `job:${key}`;

export interface Jobs {
  read(key: string): Promise<Job | undefined>;
  ofPost(postId: string): Promise<Job[]>;
  /** Adds the job unless it stands already; gives back what stands. */
  add(job: Pick<Job, 'postId' | 'attempt' | 'kind' | 'input'>): Promise<Job>;
  /** Changes what stands now, in one transaction; a job that is gone stays gone. */
  change(key: string, change: (job: Job) => Job): Promise<Job | undefined>;
  forgetPost(postId: string): Promise<void>;
  /** The posts that have jobs. */
  posts(): Promise<string[]>;
}

export function createJobs(database: Promise<IDBPDatabase>, now: () => number): Jobs {
  const rangeOf = (postId: string) => IDBKeyRange.bound(`${postId}/`, `${postId}/\uffff`);
  return {
    async read(key) {
      const found: unknown = await (await database).get('jobs', key);
      return found === undefined ? undefined : z.parse(Job, found);
    },
    async ofPost(postId) {
      return z.parse(z.array(Job), await (await database).getAll('jobs', rangeOf(postId)));
    },
    add: (asked) =>
      storing(async () => {
        const key = jobKey(asked);
        const { store, done } = (await database).transaction('jobs', 'readwrite');
        const standing: unknown = await store.get(key);
        const job: Job =
          standing === undefined
            ? { ...asked, key, state: 'open', starts: 0, changedAt: now() }
            : z.parse(Job, standing);
        if (standing === undefined) await store.add(job);
        await done;
        return job;
      }),
    change: (key, change) =>
      storing(async () => {
        const { store, done } = (await database).transaction('jobs', 'readwrite');
        const standing: unknown = await store.get(key);
        if (standing === undefined) return undefined;
        const changed = { ...change(z.parse(Job, standing)), changedAt: now() };
        await store.put(changed);
        await done;
        return changed;
      }),
    async forgetPost(postId) {
      await (await database).delete('jobs', rangeOf(postId));
    },
    async posts() {
      const keys = await (await database).getAllKeys('jobs');
      return [...new Set(keys.map((key) => String(key).split('/')[0] ?? ''))];
    },
  };
}
