import type { Post } from '../posts/post';
import type { AuditHealth, CapUse } from './shapes';

const day = 86_400_000;
/** About: TikTok sets it per creator and counts what other apps send too. */
const postsADay = 15;
const pendingADay = 5;

export function capUse(posts: readonly Post[], now: number): CapUse {
  const counted = (mode: Post['content']['mode'], limit: number) => {
    const times = posts
      .filter(({ content }) => content.mode === mode)
      .flatMap(({ attempts, state }) =>
        attempts.filter((attempt, at) => counts(attempt, at === attempts.length - 1, state)),
      )
      .map(({ initiatedAt }) => initiatedAt ?? 0)
      // A time ahead of the clock was written before the clock was set back: it counts.
      .filter((at) => at > now - day);
    return {
      used: times.length,
      limit,
      ...(times.length === 0 ? {} : { freesAt: Math.min(...times) + day }),
    };
  };
  return { posts: counted('direct', postsADay), pending: counted('inbox', pendingADay) };
}

/** TikTok took it: it gave an id, and did not say afterwards that it came to nothing. */
function counts(attempt: Post['attempts'][number], isLast: boolean, state: Post['state']): boolean {
  if (attempt.initiatedAt === undefined || attempt.publishId === undefined) return false;
  return !attempt.error && !(isLast && (state === 'failed' || state === 'cancelled'));
}

const refusal = 'unaudited_client_can_only_post_to_private_accounts';

/** The audit is the app's, not the account's: all posts speak. The latest evidence counts. */
export function auditHealth(posts: readonly Post[]): AuditHealth {
  const evidence = posts.flatMap(evidenceOf).sort((a, b) => b.at - a.at);
  return evidence[0] ?? { verdict: 'unknown' };
}

function evidenceOf(post: Post): { verdict: 'audited' | 'unaudited'; at: number }[] {
  const refusals = [
    ...post.attempts.map(({ error, endedAt }) => ({ error, at: endedAt })),
    { error: post.error, at: undefined },
  ]
    .filter(({ error }) => error?.code === refusal)
    .map(({ at }) => ({ verdict: 'unaudited' as const, at: at ?? post.stateSince }));
  const isSeen = post.state === 'published' && post.content.settings.privacy === 'PUBLIC_TO_EVERYONE';
  return isSeen && post.content.mode === 'direct'
    ? [...refusals, { verdict: 'audited' as const, at: post.stateSince }]
    : refusals;
}
