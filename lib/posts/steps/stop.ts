import { asAppError, isAppError, toErrorData } from '../../errors/app-error';
import { UploadMark } from '../../routes/upload';
import { ask } from '../calls';
import { type Job, jobKey, jobLock } from '../jobs';
import { workKindOf } from '../next';
import type { EngineParts } from '../parts';
import { lastAttempt, type Post } from '../post';
import { doubt } from './doubt';
import { cancelled } from './outcome';
import { settleUpload, verdictOn } from './uploading';

/** The person wants it stopped: done wherever it can still mean something, and said where it cannot. */
export async function stop(parts: EngineParts, post: Post): Promise<void> {
  const attempt = lastAttempt(post);
  const job = await stopWork(parts, post);
  // The wish came while the answer was lost: now only the person can tell what there is to stop.
  if (post.state === 'unknown') return forgetWish(parts, post);
  const isBegun = post.state === 'initiating' && attempt?.initiatedAt !== undefined;
  if (isBegun) return doubt(parts, post);
  if (post.state === 'processing') return stopAtTikTok(parts, post);
  if (job && post.state === 'uploading' && mayBeWhole(job)) {
    // The last bytes may be there: TikTok's word decides whether there is anything left to stop.
    const { go } = await verdictOn(parts, post, job);
    if (go !== 'resume' && go !== 'anew') {
      await forgetWish(parts, post, go === 'later' ? 'cancel-failed' : 'cancel-too-late');
      return settleUpload(parts, post, job);
    }
  }
  await parts.store.change(post.id, (standing) =>
    standing.state === post.state ? cancelled(standing, parts.clock.now()) : undefined,
  );
}

/** Stops whoever works on it, and waits until nobody does: only then its record is the last word. */
async function stopWork({ jobs, hands, locks, clock }: EngineParts, post: Post): Promise<Job | undefined> {
  const kind = workKindOf(post.state);
  if (!kind) return undefined;
  const key = jobKey({ postId: post.id, attempt: lastAttempt(post)?.number ?? 1, kind });
  for (let tries = 0; tries < 50 && (await locks.isHeld(jobLock(key))); tries += 1) {
    await hands.stop(key);
    await clock.sleep(100);
  }
  return jobs.read(key);
}

function mayBeWhole({ mark }: Job): boolean {
  const read = UploadMark.safeParse(mark);
  return read.success && read.data.lastBegunAt !== undefined;
}

async function stopAtTikTok(parts: EngineParts, post: Post): Promise<void> {
  const attempt = lastAttempt(post);
  const publishId = attempt?.publishId;
  if (attempt?.route === 'upload' || !publishId) return forgetWish(parts, post);
  try {
    await ask(parts, post.accountId, 'status', (token) => parts.api.cancel(token, publishId));
    // TikTok confirms it as a failure called "publish_cancelled", which the next look brings.
    await forgetWish(parts, post, 'cancel-asked');
  } catch (thrown) {
    const error = asAppError(thrown);
    const isFinal = isAppError(error, 'publish_not_cancellable', 'invalid_publish_id');
    await forgetWish(parts, post, isFinal ? 'cancel-too-late' : 'cancel-failed');
    if (!isFinal) console.warn('TikTok was not asked to stop', toErrorData(error));
  }
}

async function forgetWish(
  { store, clock }: EngineParts,
  post: Post,
  what = 'cancel-too-late',
): Promise<void> {
  await store.change(post.id, ({ cancelAskedAt: _, ...standing }) => ({
    post: { ...standing, nextAt: clock.now() },
    notes: [{ what }],
  }));
}
