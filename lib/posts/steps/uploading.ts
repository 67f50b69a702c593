import { AppError, asAppError, fromErrorData, isAppError, toErrorData } from '../../errors/app-error';
import { UploadInput, UploadMark } from '../../routes/upload';
import { chunkAfter } from '../../tiktok/chunk-plan';
import type { PublishStatus } from '../../tiktok/status';
import { ask } from '../calls';
import type { Job } from '../jobs';
import type { EngineParts } from '../parts';
import { lastAttempt, type Post, withAttempt } from '../post';
import type { Change } from '../store';
import { judgeFailure } from '../verdict';
import { inDoubt } from './doubt';
import { afterStatus, delivered, failed, onward, waitingFor } from './outcome';
import { judgeUpload, type Standing, type UploadVerdict } from './upload-verdict';
import { reopen, work } from './work';

/** Addresses that lapsed in a row: a line this slow will not get there. */
const mostLapses = 4;

/**
 * An upload that was interrupted or failed. Before anything is sent again, or sent anew, TikTok is asked what it
 * holds: the answer to the very last chunk may be all that was lost.
 */
export async function settleUpload(parts: EngineParts, post: Post, job: Job): Promise<void> {
  const now = parts.clock.now();
  const error = job.error ? fromErrorData(job.error) : undefined;
  const verdict = await verdictOn(parts, post, job);
  switch (verdict.go) {
    case 'outcome': {
      await parts.store.change(post.id, (standing) =>
        afterStatus(withAttempt(standing, { deliveredAt: now }), verdict.status, now),
      );
      return;
    }
    case 'watch':
      return void (await parts.store.change(post.id, (standing) => afterUpload(standing, now)));
    case 'anew':
      return anew(parts, post, error ?? new AppError('upload_lapsed'));
    case 'doubt':
      return void (await parts.store.change(post.id, (standing) => ({
        post: inDoubt(standing, now),
        notes: [{ what: 'upload-unanswered' }],
      })));
    case 'later':
      return putOff(parts, post, verdict.error, job);
    case 'resume':
      return resume(parts, post, job, verdict.confirmed, error);
  }
}

/** Where an upload stands, by our record and TikTok's word. */
export async function verdictOn(parts: EngineParts, post: Post, job: Job): Promise<UploadVerdict> {
  const error = job.error ? fromErrorData(job.error) : undefined;
  const status = await statusOf(parts, post);
  const now = parts.clock.now();
  return judgeUpload(standingOf(job, error, now), status, now);
}

async function statusOf(parts: EngineParts, post: Post): Promise<PublishStatus | AppError> {
  const publishId = lastAttempt(post)?.publishId ?? '';
  try {
    return await ask(parts, post.accountId, 'status', (token) => parts.api.status(token, publishId));
  } catch (error) {
    return asAppError(error);
  }
}

function standingOf(job: Job, error: AppError | undefined, now: number): Standing {
  const input = UploadInput.safeParse(job.input);
  const mark = UploadMark.safeParse(job.mark);
  const isOver = !input.success || now > input.data.expiresAt;
  return {
    size: input.success ? input.data.plan.size : 0,
    lastBegunAt: mark.success ? mark.data.lastBegunAt : undefined,
    isClosed: isOver || isAppError(error, 'upload_lapsed'),
  };
}

function afterUpload(post: Post, now: number): Change {
  const { progress: _, ...rest } = onward(post);
  return { post: delivered(rest, now), notes: [{ what: 'upload-done' }] };
}

/** Nothing sent to that address will be published: another attempt, with another address. */
async function anew(parts: EngineParts, post: Post, error: AppError): Promise<void> {
  const now = parts.clock.now();
  const lapses = [...post.attempts].reverse().findIndex((attempt) => attempt.error?.code !== 'upload_lapsed');
  const inRow = lapses === -1 ? post.attempts.length : Math.max(0, lapses - 1) + 1;
  await parts.store.change(post.id, (standing): Change => {
    if (inRow >= mostLapses) return failed(standing, error, now);
    const data = toErrorData(error);
    const over = onward(withAttempt(standing, { endedAt: now, error: data }));
    return {
      post: { ...over, state: 'waiting', nextAt: now },
      notes: [{ what: 'upload-anew', error: data }],
    };
  });
}

async function putOff(parts: EngineParts, post: Post, error: AppError, job: Job): Promise<void> {
  const now = parts.clock.now();
  const verdict = judgeFailure(error, post.tries, now, parts.random());
  const until = Number(error.facts.until ?? 0);
  // Whatever is wrong with asking, the upload itself is not lost by it.
  const at = until > now ? until : verdict.go === 'again' ? verdict.at : now + 60_000;
  if (job.state === 'failed') await reopen(parts, job);
  await parts.store.change(post.id, (standing) => waitingFor(standing, error, at));
}

/** On from where the server is; after a failure not at once. */
async function resume(
  parts: EngineParts,
  post: Post,
  job: Job,
  confirmed: number | undefined,
  error: AppError | undefined,
): Promise<void> {
  const input = UploadInput.safeParse(job.input);
  const mark = UploadMark.safeParse(job.mark);
  const chunks =
    confirmed !== undefined && input.success
      ? chunkAfter(input.data.plan, confirmed)
      : (mark.data?.chunks ?? 0);
  const resumed = { ...(mark.success ? mark.data : {}), chunks };
  await reopen(parts, job, { mark: resumed });
  if (!error) return work(parts, post, 'upload');
  const now = parts.clock.now();
  const done = job.progress?.done ?? 0;
  const tries = done > (post.triedAt ?? 0) ? 0 : post.tries;
  const verdict = judgeFailure(error, tries, now, parts.random());
  await parts.store.change(post.id, (standing): Change => {
    if (verdict.go === 'fail') return failed(standing, error, now);
    return waitingFor({ ...standing, tries, triedAt: done }, error, verdict.at);
  });
}
