import { AppError, toErrorData } from '../../errors/app-error';
import type { ErrorCode } from '../../errors/catalog';
import type { PublishStatus } from '../../tiktok/status';
import { isPublic, lastAttempt, type Post, withAttempt } from '../post';
import type { Change, Note } from '../store';
import { untilFirstLook, untilNextInboxLook, untilNextLinkLook } from '../watching';

/** What a status may name as its reason; anything else is quoted. */
const reasons: ReadonlySet<string> = new Set([
  'file_format_check_failed',
  'duration_check_failed',
  'frame_rate_check_failed',
  'picture_size_check_failed',
  'internal',
  'video_pull_failed',
  'photo_pull_failed',
  'publish_cancelled',
  'auth_removed',
  'spam_risk_too_many_posts',
  'spam_risk_user_banned_from_posting',
  'spam_risk_text',
  'spam_risk',
] satisfies ErrorCode[]);
const isReason = (word: string): word is ErrorCode => reasons.has(word);

/** The post as TikTok's last word leaves it; undefined while TikTok is still at work. */
export function afterStatus(post: Post, status: PublishStatus, now: number): Change | undefined {
  const notes: Note[] = [{ what: 'status', facts: { status: status.word }, ...logOf(status) }];
  // The wish came while TikTok was being asked, and TikTok was done.
  if (post.cancelAskedAt !== undefined && status.is !== 'failed') notes.push({ what: 'cancel-too-late' });
  switch (status.is) {
    case 'published':
      return { post: published(post, status.postIds, now), notes };
    case 'in-inbox':
      return { post: inInbox(post, now), notes };
    case 'failed':
      return failedBy(post, status, now);
    default:
      return undefined;
  }
}

export function published(post: Post, ids: readonly string[], now: number): Post {
  const linked = withLink(ended(post, now), ids);
  const { nextAt: _, ...rest } = linked;
  // What is not public never gets an address; and of photos TikTok tells only by the id it gave out.
  const isTold = lastAttempt(post)?.publishId !== undefined || post.content.kind === 'video';
  const wait = isPublic(post) && isTold && ids.length === 0 ? untilNextLinkLook(0) : undefined;
  return { ...rest, state: 'published', looks: 0, ...(wait === undefined ? {} : { nextAt: now + wait }) };
}

export function inInbox(post: Post, now: number): Post {
  const wait = untilNextInboxLook(0) ?? 0;
  return { ...ended(post, now), state: 'inbox', looks: 0, nextAt: now + wait };
}

function failedBy(post: Post, { failReason = '', ...status }: PublishStatus, now: number): Change {
  const code = isReason(failReason) ? failReason : 'failed_without_reason';
  const error = new AppError(code, { facts: { reason: failReason }, logId: status.logId });
  return code === 'publish_cancelled' ? cancelled(post, now) : failed(post, error, now);
}

export function failed(post: Post, error: AppError, now: number): Change {
  const data = toErrorData(error);
  const { nextAt: _, ...rest } = withAttempt(ended(post, now), { error: data });
  return { post: { ...rest, state: 'failed', error: data }, notes: [{ what: 'failed', error: data }] };
}

export function cancelled(post: Post, now: number): Change {
  const { nextAt: _, ...rest } = ended(post, now);
  return { post: { ...rest, state: 'cancelled' }, notes: [{ what: 'cancelled' }] };
}

/** Waits, and says what for; the attempt stands as it is. */
export function waitingFor(post: Post, error: AppError, at: number): Change {
  const data = toErrorData(new AppError(error.code, { ...error, facts: { ...error.facts, until: at } }));
  return {
    post: { ...post, waitingFor: data, nextAt: at, tries: post.tries + 1 },
    // Pacing by the minute is no news; what else went wrong is.
    notes: error.code === 'rate_limit_exceeded' ? [] : [{ what: 'put-off', error: data }],
  };
}

/** TikTok has all it needs. Asked at once it would only say that it is at work. */
export function delivered(post: Post, now: number): Post {
  const nextAt = now + untilFirstLook(lastAttempt(post)?.size);
  return { ...withAttempt(post, { deliveredAt: now }), state: 'processing', nextAt };
}

/** What every step that got somewhere leaves behind: nothing is waited for any more. */
export function onward(post: Post): Post {
  const { waitingFor: _, triedAt: __, ...rest } = post;
  return { ...rest, tries: 0 };
}

/** TikTok surely did not begin: it may be asked again. */
export function withoutIntent(post: Post): Post {
  const last = lastAttempt(post);
  if (!last) return post;
  const { initiatedAt: _, ...attempt } = last;
  return { ...post, attempts: [...post.attempts.slice(0, -1), attempt] };
}

function ended(post: Post, now: number): Post {
  const { progress: _, cancelAskedAt: __, ...rest } = onward(post);
  return withAttempt(rest, { endedAt: now });
}

/** Several ids: a draft that was posted more than once. The newest, largest one is linked. */
export function withLink(post: Post, ids: readonly string[]): Post {
  const id = ids.toSorted((one, other) => one.length - other.length || (one < other ? -1 : 1)).at(-1);
  const username = post.creator?.username;
  if (!id) return post;
  const link = username ? `https://www.tiktok.com/@${username}/${post.content.kind}/${id}` : undefined;
  return { ...post, videoIds: [...ids], ...(link ? { link } : {}) };
}

const logOf = ({ logId }: PublishStatus) => (logId ? { logId } : {});
