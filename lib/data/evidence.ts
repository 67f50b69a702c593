import type { Post } from '../posts/post';
import type { AuditHealth } from './shapes';

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
