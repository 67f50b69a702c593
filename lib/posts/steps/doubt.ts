import { type AppError, isAppError, toErrorData } from '../../errors/app-error';
import type { EngineParts } from '../parts';
import { lastAttempt, type Post, withAttempt } from '../post';
import type { Change } from '../store';
import { cancelled, withoutIntent } from './outcome';
import { putOffOrFail } from './start';

/**
 * TikTok was asked to begin, and what it answered never arrived.
 * An upload that nothing is sent to publishes nothing: ask again. A pull may be under way: do not.
 */
export async function doubt(parts: EngineParts, post: Post, error?: AppError): Promise<void> {
  const now = parts.clock.now();
  const isUpload = lastAttempt(post)?.route === 'upload';
  const notes = [{ what: 'init-unanswered', ...(error ? { error: toErrorData(error) } : {}) }];
  await parts.store.change(post.id, (standing): Change => {
    if (!isUpload) return { post: inDoubt(standing, now), notes };
    if (standing.cancelAskedAt !== undefined) return cancelled(withoutIntent(standing), now);
    return { post: { ...withoutIntent(standing), nextAt: now }, notes };
  });
  if (isUpload && error && !isAppError(error, 'unexpected')) await putOffOrFail(parts, post, error);
}

/** The person is told at once; Ferry goes on looking for it by itself meanwhile. */
export function inDoubt(post: Post, now: number): Post {
  const { cancelAskedAt: _, waitingFor: __, progress: ___, ...rest } = post;
  return {
    ...withAttempt(rest, { deliveredAt: now }),
    state: 'unknown',
    looks: 0,
    tries: 0,
    nextAt: now + 5_000,
  };
}
