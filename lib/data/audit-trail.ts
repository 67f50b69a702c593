import type { Account } from '../accounts/account';
import type { Post } from '../posts/post';
import { csv } from './csv';
import { AuditRow } from './shapes';

/** Newest first, and within a post the attempts in their order. */
export function auditTrail(posts: readonly Post[], accounts: readonly Account[]): AuditRow[] {
  const names = new Map(
    accounts.map(({ id, displayName, username }) => [id, username ? `@${username}` : displayName]),
  );
  return posts
    .toSorted((a, b) => b.createdAt - a.createdAt)
    .flatMap((post) => post.attempts.map((attempt, at) => rowOf(post, attempt, at, names)));
}

function rowOf(
  post: Post,
  attempt: Post['attempts'][number],
  at: number,
  names: ReadonlyMap<string, string>,
): AuditRow {
  const isLast = at === post.attempts.length - 1;
  const error = attempt.error ?? (isLast ? post.error : undefined);
  const row: { [Field in keyof AuditRow]: AuditRow[Field] | undefined } = {
    postId: post.id,
    attempt: attempt.number,
    accountId: post.accountId,
    account: names.get(post.accountId) ?? '',
    kind: post.content.kind,
    mode: post.content.mode,
    privacy: post.content.settings.privacy,
    route: attempt.route,
    submittedAt: time(post.createdAt) ?? '',
    sentAt: time(attempt.initiatedAt),
    endedAt: time(attempt.endedAt),
    // Only the last attempt can have brought the post to where it is.
    outcome: isLast ? post.state : error ? 'failed' : 'given up',
    error: error?.code,
    logId: error?.logId,
    publishId: attempt.publishId,
    videoIds: isLast ? post.videoIds : [],
    link: isLast ? post.link : undefined,
    page: post.pageUrl,
    caption: [post.content.title, post.content.caption].filter(Boolean).join('\n'),
  };
  return AuditRow.parse(Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)));
}

/** A clock that was wrong must not make the whole trail unreadable. */
const time = (at: number | undefined): string | undefined =>
  at === undefined || Number.isNaN(new Date(at).getTime()) ? undefined : new Date(at).toISOString();

const columns = [
  ['post_id', 'postId'],
  ['attempt', 'attempt'],
  ['publish_id', 'publishId'],
  ['video_ids', 'videoIds'],
  ['submitted_at', 'submittedAt'],
  ['sent_at', 'sentAt'],
  ['ended_at', 'endedAt'],
  ['account', 'account'],
  ['account_id', 'accountId'],
  ['kind', 'kind'],
  ['mode', 'mode'],
  ['privacy', 'privacy'],
  ['route', 'route'],
  ['outcome', 'outcome'],
  ['error', 'error'],
  ['tiktok_log_id', 'logId'],
  ['link', 'link'],
  ['page', 'page'],
  ['caption', 'caption'],
] as const satisfies readonly (readonly [string, keyof AuditRow])[];

export function auditCsv(rows: readonly AuditRow[]): string {
  const cells = rows.map((row) =>
    columns.map(([, field]) => {
      const value = row[field];
      return Array.isArray(value) ? value.join(' ') : value;
    }),
  );
  return csv([columns.map(([name]) => name), ...cells]);
}

export const auditJson = (rows: readonly AuditRow[]): string => `${JSON.stringify(rows, null, 2)}\n`;
