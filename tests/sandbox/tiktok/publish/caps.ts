import type { Caller } from '../bearer.ts';
import type { World } from '../world.ts';
import type { Publications } from './publications.ts';

const DAY = 86_400_000;

/** Why this creator cannot post directly through this app right now (tiktok-api.md §7); null when they can. */
export function postingBar(caller: Caller, world: World, publications: Publications): string | null {
  const { user, app } = caller;
  if (user.bannedFromPosting) return 'spam_risk_user_banned_from_posting';
  const since = world.clock.now() - DAY;
  const recent = publications
    .all()
    .filter((post) => post.mode === 'direct' && post.startedAt > since && counts(post));
  if (recent.filter((post) => post.openId === user.openId).length >= world.rules.dailyPosts) {
    return 'spam_risk_too_many_posts';
  }
  const cap = app.activeUserCap ?? (app.audited ? null : world.rules.unauditedUsers);
  if (cap !== null) {
    const creators = new Set(
      recent.filter((post) => post.clientKey === app.clientKey).map((post) => post.openId),
    );
    if (!creators.has(user.openId) && creators.size >= cap) return 'reached_active_user_cap';
  }
  return null;
}

/** Drafts sent within a day that the user has neither posted nor thrown away. */
export function pendingShares(caller: Caller, world: World, publications: Publications): number {
  const since = world.clock.now() - DAY;
  return publications
    .all()
    .filter(
      (post) =>
        post.mode === 'inbox' &&
        post.openId === caller.user.openId &&
        post.clientKey === caller.app.clientKey &&
        post.startedAt > since &&
        counts(post) &&
        !post.draftDone,
    ).length;
}

/** A post counts from the moment TikTok has, or fetches, its bytes. An init that nothing was sent to does not. */
function counts(post: { status: string; bytesAt: number | null; source: string }): boolean {
  return post.status !== 'FAILED' && (post.bytesAt !== null || post.source === 'PULL_FROM_URL');
}
