import { type AppError, isAppError, toErrorData } from '../../errors/app-error';
import { prefixOf } from '../../routes/choose';
import { chunkPlans } from '../../tiktok/chunk-plan';
import type { EngineParts } from '../parts';
import { lastAttempt, type Post, withAttempt } from '../post';
import type { Change } from '../store';
import { withoutIntent } from './outcome';
import { putOffOrFail } from './start';

/** TikTok would not begin. Two refusals have another way, which Ferry takes by itself; the rest is for the judge. */
export async function afterRefusal(parts: EngineParts, post: Post, error: AppError): Promise<void> {
  const now = parts.clock.now();
  const notes = [
    { what: 'init-refused', error: toErrorData(error), ...(error.logId ? { logId: error.logId } : {}) },
  ];
  if (isAppError(error, 'url_ownership_unverified') && lastAttempt(post)?.route === 'pull') {
    await forgetPrefixes(parts, post);
    await parts.store.change(post.id, (standing) => ({ post: otherRoute(standing, error, now), notes }));
    return;
  }
  const plan = await nextPlan(parts, post, error);
  const change = (standing: Post): Change => {
    const post = withoutIntent(standing);
    return { post: plan === undefined ? post : { ...withAttempt(post, { plan }), nextAt: now }, notes };
  };
  await parts.store.change(post.id, change);
  if (plan === undefined) await putOffOrFail(parts, post, error);
}

async function forgetPrefixes({ ways }: EngineParts, post: Post): Promise<void> {
  const verified = await ways.verifiedPrefixes();
  const urls = lastAttempt(post)?.urls ?? [];
  for (const mark of new Set(urls.map((url) => prefixOf(url, verified)))) {
    if (mark !== undefined) await ways.forgetPrefix(mark);
  }
}

/** The attempt is over; the next one chooses again, and will not ask TikTok to pull. */
function otherRoute(post: Post, error: AppError, now: number): Post {
  const ended = withAttempt(withoutIntent(post), { endedAt: now, error: toErrorData(error) });
  return { ...ended, state: 'waiting', pullRefused: true, nextAt: now };
}

/** The other way to cut the file, if it was the cut TikTok did not like and there is another. */
async function nextPlan({ stash }: EngineParts, post: Post, error: AppError): Promise<number | undefined> {
  const attempt = lastAttempt(post);
  if (attempt?.route !== 'upload' || !isAppError(error, 'invalid_params', 'invalid_file_upload'))
    return undefined;
  if (!/chunk/i.test(String(error.facts.message ?? 'chunk'))) return undefined;
  const entry = await stash.find(post.ready?.[0] ?? '');
  const next = attempt.plan + 1;
  return entry && next < chunkPlans(entry.size).length ? next : undefined;
}
