import { AppError, asAppError, isAppError } from '../../errors/app-error';
import { cargoOf } from '../../routes/cargo';
import { type Choice, chooseRoute, isVerified } from '../../routes/choose';
import type { Creator } from '../../tiktok/creator';
import { ask } from '../calls';
import { assertAllowed } from '../obey';
import type { EngineParts } from '../parts';
import { lastAttempt, type Post } from '../post';
import { isCap, judgeFailure } from '../verdict';
import { failed, onward, waitingFor } from './outcome';

/** The beginning of an attempt: may this creator post this now, and which way does it go? */
export async function start(parts: EngineParts, post: Post): Promise<void> {
  const found = await orPutOff(parts, post, async () => {
    await assertNotCapped(parts, post);
    const creator = await creatorOf(parts, post);
    if (creator) assertAllowed(post.content, creator);
    return { creator, choice: await choose(parts, post) };
  });
  if (!found) return;
  const { creator, choice } = found;
  const now = parts.clock.now();
  await parts.store.change(post.id, (standing) => {
    if (standing.state !== 'waiting') return undefined;
    return {
      post: {
        ...begun(standing, choice, now),
        ...(creator ? { creator: { ...creator, askedAt: now } } : {}),
      },
      notes: [{ what: 'attempt', facts: { route: choice.route, reason: choice.reason.key } }],
    };
  });
}

/** What comes before TikTok begins: where it fails, the post waits or fails by it. */
export async function orPutOff<T>(
  parts: EngineParts,
  post: Post,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (thrown) {
    // The browser's own storage failed: that says nothing of the post, and what stands is looked at again in a while.
    if (thrown instanceof DOMException) throw thrown;
    await putOffOrFail(parts, post, asAppError(thrown));
    return undefined;
  }
}

/** An error before TikTok began: nothing can have been published. */
export async function putOffOrFail(parts: EngineParts, { id, accountId, content }: Post, error: AppError) {
  const now = parts.clock.now();
  const until = Number(error.facts.until ?? 0);
  const change = await parts.store.change(id, (standing) => {
    const verdict = judgeFailure(error, standing.tries, now, parts.random());
    if (verdict.go === 'fail') return failed(standing, error, now);
    return waitingFor(standing, error, until > now ? until : verdict.at);
  });
  const at = change?.nextAt;
  if (isCap(error.code) && at && until <= now) await parts.pacing.cap(accountId, content.mode, error, at);
}

async function assertNotCapped({ pacing }: EngineParts, { accountId, content }: Post): Promise<void> {
  const cap = await pacing.capped(accountId, content.mode);
  if (cap) throw new AppError(cap.error.code, { facts: { ...cap.error.facts, until: cap.until } });
}

/** Asked before every post. An account that may only fill inboxes cannot be asked, and need not be. */
export async function creatorOf(
  parts: EngineParts,
  { accountId, content }: Post,
): Promise<Creator | undefined> {
  try {
    return await ask(parts, accountId, 'creator_info', parts.api.creator);
  } catch (error) {
    const aboutDirect = [
      'scope_not_authorized',
      'spam_risk_too_many_posts',
      'reached_active_user_cap',
    ] as const;
    if (content.mode === 'inbox' && isAppError(error, ...aboutDirect)) return undefined;
    throw error;
  }
}

async function choose({ ways }: EngineParts, post: Post): Promise<Choice> {
  const { kind, media, slideshow } = post.content;
  const verified = await ways.verifiedPrefixes();
  const cargo = media.map(cargoOf);
  const candidates = post.pullRefused
    ? []
    : cargo.flatMap(({ urls }) => urls).filter((url) => isVerified(url, verified));
  const answers = await Promise.all(
    candidates.map(async (url) => ((await ways.redirects(url)) ? [url] : [])),
  );
  return chooseRoute({
    kind,
    media: cargo,
    verified,
    redirecting: new Set(answers.flat()),
    hasBucket: await ways.hasBucket(),
    pullRefused: post.pullRefused === true,
    isMade: slideshow !== undefined || media.some(({ trim }) => trim !== undefined),
  });
}

/** The attempt, at the first thing that is left to do for it: what an earlier one fetched and made still stands. */
function begun(post: Post, { route, reason, urls }: Choice, now: number): Post {
  const number = (lastAttempt(post)?.number ?? 0) + 1;
  const plan = lastAttempt(post)?.plan ?? 0;
  const { error: _, progress: __, ...rest } = onward(post);
  const fetched = post.fetched ?? alreadyStashed(post);
  return {
    ...rest,
    ...(fetched ? { fetched } : {}),
    state: stateAfter(route, { ...post, ...(fetched ? { fetched } : {}) }),
    attempts: [...post.attempts, { number, route, reason, ...(urls ? { urls } : {}), startedAt: now, plan }],
    nextAt: now,
  };
}

function stateAfter(route: Choice['route'], { fetched, ready, relayed }: Post): Post['state'] {
  if (route === 'pull') return 'initiating';
  if (!ready) return fetched ? 'preparing' : 'fetching';
  return route === 'upload' || relayed ? 'initiating' : 'relaying';
}

function alreadyStashed({ content }: Post): string[] | undefined {
  const keys = content.media.flatMap(({ source }) => (source.from === 'stash' ? [source.key] : []));
  return keys.length === content.media.length ? keys : undefined;
}
