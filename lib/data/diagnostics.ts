import type { Account } from '../accounts/account';
import type { ErrorData } from '../errors/app-error';
import type { Reading } from '../insights/snapshot';
import type { Post, PostEvent } from '../posts/post';
import type { Scrub } from './scrub';
import type { StorageUse } from './shapes';

export interface DiagnosticFacts {
  now: number;
  ferry: string;
  /** The browser's name for itself. */
  browser: string;
  language: string;
  permissions: readonly string[];
  /** Sites the person has allowed: only how many, never which. */
  origins: readonly string[];
  accounts: readonly Account[];
  readings: readonly Reading[];
  posts: readonly Post[];
  /** Newest last. */
  events: readonly PostEvent[];
  storage: StorageUse;
}

const mostEvents = 60;
/** Where Ferry talks to TikTok: no secret about the person. */
const ownHost = /^https:\/\/(?:\*\.tiktokapis\.com|business-api\.tiktok\.com)\//;

/**
 * What somebody who helps needs to know, and nothing about the person: no name, no caption, no address, no id of
 * theirs. Built from what is named here; scrubbed once more all the same.
 */
export function diagnostics(facts: DiagnosticFacts, scrub: Scrub): string {
  const { accounts, posts, events, origins, storage, now } = facts;
  const names = new Map(posts.map(({ id }, at) => [id, `post ${at + 1}`]));
  const lines = [
    `Ferry ${facts.ferry}`,
    `Browser: ${facts.browser}`,
    `Language: ${facts.language}`,
    `Time: ${time(now)}`,
    `Permissions: ${[...facts.permissions].sort().join(', ')}`,
    `Hosts: ${origins.filter((origin) => ownHost.test(origin)).join(', ')}, and ${origins.filter((origin) => !ownHost.test(origin)).length} sites`,
    `Storage: ${storage.used ?? '?'} of ${storage.quota ?? '?'} bytes, ${storage.files.count} files of ${storage.files.bytes} bytes`,
    `Kept: ${storage.posts} posts, ${storage.drafts} drafts, ${storage.days} days, ${storage.videos} videos`,
    '',
    ...accounts.map((account, at) => accountLine(account, at, facts)),
    '',
    `Posts: ${countsByState(posts)}`,
    ...events.slice(-mostEvents).map((event) => eventLine(event, names.get(event.postId) ?? 'post')),
  ];
  return `${scrub(lines.join('\n'))}\n`;
}

function accountLine(account: Account, at: number, { now, readings }: DiagnosticFacts): string {
  const reading = readings.find(({ accountId }) => accountId === account.id);
  return [
    `Account ${at + 1}: ${account.scopes.filter((scope) => /^[a-z.]{3,40}$/.test(scope)).join(' ')}`,
    `token ${account.accessExpiresAt > now ? 'valid' : 'lapsed'} (${time(account.accessExpiresAt)})`,
    `refreshed ${time(account.refreshedAt)}`,
    ...(account.trouble ? [`trouble ${told(account.trouble)}`] : []),
    ...(reading ? [`read ${time(reading.triedAt)}${reading.error ? ` ${told(reading.error)}` : ''}`] : []),
  ].join('; ');
}

function eventLine({ at, what, attempt, error, logId }: PostEvent, post: string): string {
  // Ferry's own words for what happened; anything longer is not one of them.
  const word = /^[a-z][a-z _-]{0,40}$/i.test(what) ? what : 'event';
  return [
    time(at),
    post,
    attempt === undefined ? '' : `attempt ${attempt}`,
    word,
    error ? told(error) : '',
    id(logId),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The code and the numbers of an error; its texts may quote anything. */
function told({ code, facts, logId }: ErrorData): string {
  const numbers = Object.entries(facts)
    .filter(([, value]) => typeof value === 'number')
    .map(([name, value]) => `${name}=${value}`);
  return [code, ...numbers, id(logId)].filter(Boolean).join(' ');
}

const id = (logId: string | undefined) => (logId && /^[\w-]{4,80}$/.test(logId) ? `log_id=${logId}` : '');

const time = (at: number) => (Number.isNaN(new Date(at).getTime()) ? '?' : new Date(at).toISOString());

function countsByState(posts: readonly Post[]): string {
  const counts = new Map<string, number>();
  for (const { state } of posts) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts].map(([state, count]) => `${count} ${state}`).join(', ') || 'none';
}
