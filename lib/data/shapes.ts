import * as z from 'zod/mini';
import { Count, Id, List } from '../platform/bounded';
import { recordKinds } from './records';

/** One try at publishing, as it is told to whoever has to account for it. */
export const AuditRow = z.object({
  postId: z.string(),
  attempt: z.number(),
  accountId: z.string(),
  account: z.string(),
  kind: z.string(),
  mode: z.string(),
  privacy: z.optional(z.string()),
  route: z.string(),
  submittedAt: z.string(),
  sentAt: z.optional(z.string()),
  endedAt: z.optional(z.string()),
  outcome: z.string(),
  error: z.optional(z.string()),
  logId: z.optional(z.string()),
  publishId: z.optional(z.string()),
  videoIds: z.array(z.string()),
  link: z.optional(z.string()),
  page: z.optional(z.string()),
  caption: z.string(),
});
export type AuditRow = z.infer<typeof AuditRow>;

/**
 * Whether TikTok has audited the app, read from what happened: nothing in its API says so.
 * `unaudited`: it refused to let a public account post. `audited`: something became public.
 */
export const AuditHealth = z.object({
  verdict: z.enum(['audited', 'unaudited', 'unknown']),
  /** When the evidence was given. */
  at: z.optional(z.number()),
});
export type AuditHealth = z.infer<typeof AuditHealth>;

export const ExportKey = z.union([Id, List(Id, 10)]);

/** How far an export has come: the table, and the last key of it that was written. */
export const ExportPlace = z.object({ table: Count, after: z.optional(ExportKey) });
export type ExportPlace = z.infer<typeof ExportPlace>;

export const ExportPage = z.object({
  /** On the first page only. */
  header: z.optional(z.string()),
  lines: z.array(z.string()),
  next: z.optional(ExportPlace),
});
export type ExportPage = z.infer<typeof ExportPage>;

/** What an import brings, by kind: not here yet, newer than what is here, or nothing new. */
export const Tally = z.object({ added: z.number(), updated: z.number(), same: z.number() });

export const ImportTally = z.record(z.enum(recordKinds), Tally);
export type ImportTally = z.infer<typeof ImportTally>;

/** A public video of the account that Ferry brought there. */
export const CarriedVideo = z.object({ videoId: z.string(), postId: z.string(), at: z.number() });
export type CarriedVideo = z.infer<typeof CarriedVideo>;

export const StorageUse = z.object({
  /** Bytes in all, as the browser counts them; absent where it does not say. */
  used: z.optional(z.number()),
  quota: z.optional(z.number()),
  /** Pictures and videos that wait or are under way. */
  files: z.object({ count: z.number(), bytes: z.number() }),
  posts: z.number(),
  drafts: z.number(),
  days: z.number(),
  videos: z.number(),
});
export type StorageUse = z.infer<typeof StorageUse>;
