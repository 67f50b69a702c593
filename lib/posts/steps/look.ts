import { type AppError, asAppError } from '../../errors/app-error';
import type { PublishStatus } from '../../tiktok/status';
import { ask } from '../calls';
import type { EngineParts } from '../parts';
import { lastAttempt, type Post } from '../post';
import type { Change } from '../store';
import { judgeFailure } from '../verdict';
import { untilNextInboxLook, untilNextLinkLook, untilNextLook, type WatchFacts } from '../watching';
import { inDoubt } from './doubt';
import { afterStatus, onward, waitingFor, withLink } from './outcome';
import { recount } from './search';

/** Asks TikTok how far a post is. Only TikTok's own word ends it: failing to ask is never a failure of the post. */
export async function look(parts: EngineParts, post: Post, facts: WatchFacts): Promise<void> {
  const status = await statusOf(parts, post);
  const now = parts.clock.now();
  await parts.store.change(post.id, (standing) => {
    if ('code' in status) return unanswered(parts, standing, status, now);
    return afterStatus(standing, status, now) ?? stillAtWork(standing, status, now, facts);
  });
}

async function statusOf(parts: EngineParts, post: Post): Promise<PublishStatus | AppError> {
  const publishId = lastAttempt(post)?.publishId ?? '';
  try {
    return await ask(parts, post.accountId, 'status', (token) => parts.api.status(token, publishId));
  } catch (error) {
    return asAppError(error);
  }
}

function stillAtWork(post: Post, status: PublishStatus, now: number, facts: WatchFacts): Change {
  // Delivered in the future: the clock was set back since, and how long it has been nobody knows.
  const age = Math.max(0, now - (lastAttempt(post)?.deliveredAt ?? now));
  const news = status.word === post.statusWord ? [] : [{ what: 'status', facts: { status: status.word } }];
  return {
    post: { ...onward(post), statusWord: status.word, nextAt: now + untilNextLook(age, facts) },
    notes: news,
  };
}

/** TikTok does not know the id, or not for this account: it will never tell more. */
const notOurs: ReadonlySet<string> = new Set([
  'invalid_publish_id',
  'token_not_authorized_for_specified_publish_id',
]);

function unanswered({ random }: EngineParts, post: Post, error: AppError, now: number): Change {
  if (notOurs.has(error.code)) {
    return { post: inDoubt(post, now), notes: [{ what: 'status-unknown' }] };
  }
  const until = Number(error.facts.until ?? 0);
  if (until > now) return { post: { ...post, nextAt: until } };
  const verdict = judgeFailure(error, post.tries, now, random());
  const later = now + 10 * 60_000;
  return waitingFor(post, error, verdict.go === 'again' ? Math.min(verdict.at, later) : later);
}

/** It is out, and its address is asked for ever more rarely; after days it has none. */
export async function link(parts: EngineParts, post: Post): Promise<void> {
  if (lastAttempt(post)?.publishId === undefined) return recount(parts, post);
  const status = await statusOf(parts, post);
  const now = parts.clock.now();
  await parts.store.change(post.id, (standing): Change => {
    const age = now - standing.stateSince;
    const wait = standing.state === 'inbox' ? untilNextInboxLook(age) : untilNextLinkLook(age);
    const { nextAt: _, ...rest } = { ...standing, looks: standing.looks + 1 };
    const later = wait === undefined ? rest : { ...rest, nextAt: now + wait };
    if ('code' in status || status.postIds.length === 0) return { post: later };
    return {
      post: withLink(rest, status.postIds),
      notes: [{ what: 'link', facts: { ids: status.postIds.join(' ') } }],
    };
  });
}
