import * as z from 'zod/mini';
import { AppError, fromErrorData } from '../../errors/app-error';
import { type FetchInput, Keys, type PrepareInput } from '../../media/work-shapes';
import { RelayResult } from '../../routes/bucket/relay-photos';
import type { UploadInput } from '../../routes/upload';
import { chunkPlans } from '../../tiktok/chunk-plan';
import { type Job, jobKey, type WorkKind } from '../jobs';
import type { EngineParts } from '../parts';
import { lastAttempt, type Post } from '../post';
import type { Change } from '../store';
import { judgeFailure } from '../verdict';
import { delivered, failed, onward, waitingFor } from './outcome';

/** Begins long work, or begins it again after whoever did it died. */
export async function work(parts: EngineParts, post: Post, kind: WorkKind): Promise<void> {
  const attempt = lastAttempt(post)?.number ?? 1;
  const named = { postId: post.id, attempt, kind };
  const standing = await parts.jobs.read(jobKey(named));
  const { key } = standing ?? (await parts.jobs.add({ ...named, input: await inputOf(parts, post, kind) }));
  if (post.waitingFor) await parts.store.change(post.id, (post) => ({ post: withoutWait(post) }));
  await parts.hands.start(key);
}

const withoutWait = ({ waitingFor: _, ...post }: Post): Post => post;

async function inputOf(parts: EngineParts, post: Post, kind: WorkKind): Promise<unknown> {
  const inputs = {
    fetch: () => fetchInput(parts, post),
    prepare: () => prepareInput(post),
    relay: () => ({ postId: post.id, keys: post.ready ?? [] }),
    upload: () => uploadInput(parts, post),
  };
  return inputs[kind]();
}

async function fetchInput({ ways }: EngineParts, { content, pageUrl }: Post): Promise<FetchInput> {
  const urls = content.media.flatMap(({ source }) => (source.from === 'url' ? source.urls : []));
  return {
    media: content.media.map(({ kind, source }) => ({
      kind,
      source: source.from === 'stash' ? { key: source.key } : { urls: source.urls, status: source.status },
    })),
    ...(pageUrl === undefined ? {} : { pageUrl }),
    granted: await ways.granted(urls),
  };
}

function prepareInput({ content, creator, fetched = [] }: Post): PrepareInput {
  const { kind, mode, slideshow, media } = content;
  const trim = media[0]?.trim;
  const limit = mode === 'direct' && creator ? { maxSeconds: creator.maxVideoSeconds } : {};
  return {
    kind,
    mode,
    keys: fetched,
    ...limit,
    ...(trim ? { trim } : {}),
    ...(slideshow ? { slideshow } : {}),
  };
}

async function uploadInput({ stash }: EngineParts, post: Post): Promise<UploadInput> {
  const { uploadUrl, uploadUrlExpiresAt, plan = 0 } = lastAttempt(post) ?? {};
  const key = post.ready?.[0] ?? '';
  const entry = await stash.find(key);
  if (!uploadUrl || uploadUrlExpiresAt === undefined || !entry) throw new AppError('file_gone');
  const plans = chunkPlans(entry.size);
  return { url: uploadUrl, expiresAt: uploadUrlExpiresAt, key, plan: plans[plan] ?? plans[0] };
}

/** The work is done: its result becomes the post's, and the post goes on. */
export async function take(
  { store, clock }: EngineParts,
  post: Post,
  kind: WorkKind,
  job: Job,
): Promise<void> {
  const now = clock.now();
  await store.change(post.id, (standing) => ({
    post: { nextAt: now, ...onward(afterWork(standing, kind, job.result, now)) },
    notes: [{ what: `${kind}-done` }],
  }));
}

function afterWork(post: Post, kind: WorkKind, result: unknown, now: number): Post {
  const { progress: _, nextAt: __, ...rest } = post;
  const isRelay = lastAttempt(post)?.route === 'relay';
  switch (kind) {
    case 'fetch':
      return { ...rest, fetched: z.parse(Keys, result).keys, state: 'preparing' };
    case 'prepare':
      return { ...rest, ready: z.parse(Keys, result).keys, state: isRelay ? 'relaying' : 'initiating' };
    case 'relay':
      return { ...rest, relayed: z.parse(RelayResult, result).urls, state: 'initiating' };
    case 'upload':
      return delivered(rest, now);
  }
}

/** The work failed before TikTok had anything to do with it: try again later, or fail. */
export async function mend(parts: EngineParts, post: Post, kind: WorkKind, job: Job): Promise<void> {
  const now = parts.clock.now();
  const error = fromErrorData(job.error ?? { code: 'unexpected', facts: {} });
  const done = job.progress?.done ?? 0;
  const tries = done > (post.triedAt ?? 0) ? 0 : post.tries;
  const verdict = judgeFailure(error, tries, now, parts.random());
  if (verdict.go === 'again') await reopen(parts, job, verdictInput(await inputOf(parts, post, kind)));
  await parts.store.change(post.id, (standing): Change => {
    if (verdict.go === 'fail') return failed(standing, error, now);
    return waitingFor({ ...standing, tries, triedAt: done }, error, verdict.at);
  });
}

const verdictInput = (input: unknown) => ({ input });

/** The mark stays: the work goes on where it was. */
export async function reopen({ jobs }: EngineParts, job: Job, change: Partial<Job> = {}): Promise<void> {
  await jobs.change(job.key, ({ error: _, ...standing }) => ({ ...standing, state: 'open', ...change }));
}
