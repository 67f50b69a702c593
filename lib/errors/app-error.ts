import * as z from 'zod/mini';
import { type ErrorCode, isErrorCode } from './catalog';

/** Facts that fill the sentence of an error: a host, a limit, a time. Never a secret, never a token. */
export type ErrorFacts = Readonly<Record<string, string | number>>;

export interface ErrorOptions {
  facts?: ErrorFacts;
  /** TikTok's own trace of the call, worth quoting to their support. */
  logId?: string | undefined;
  cause?: unknown;
}

/** The one error of the house: a code from the catalog, the facts that fill its sentence, and what caused it. */
export class AppError extends Error {
  override readonly name = 'AppError' as const;
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;
  readonly logId: string | undefined;

  constructor(code: ErrorCode, { facts = {}, logId, cause }: ErrorOptions = {}) {
    super(code, cause === undefined ? undefined : { cause });
    this.code = code;
    this.facts = facts;
    this.logId = logId;
  }
}

/** A fact is a few words; a server's endless answer that ended up in one is cut wherever it is sent, kept or read. */
const longestFact = 1_000;
const cut = (words: string) => words.slice(0, longestFact);
const Words = z.pipe(z.string(), z.transform(cut));
/** Facts may be times: a Date has to be able to hold them. */
const furthest = 8.64e15;
const Amount = z.pipe(
  z.number(),
  z.transform((amount) => Math.min(Math.max(amount, -furthest), furthest)),
);
const mostFacts = 50;

/** An error as data: what crosses contexts, and what is kept with a post. */
export const ErrorData = z.object({
  code: z.pipe(
    z.string(),
    z.transform((code): ErrorCode => (isErrorCode(code) ? code : 'unexpected')),
  ),
  facts: z
    .record(z.string().check(z.maxLength(100)), z.union([Words, Amount]))
    .check(z.refine((facts) => Object.keys(facts).length <= mostFacts, { params: { most: mostFacts } })),
  logId: z.optional(Words),
});
export type ErrorData = z.infer<typeof ErrorData>;

export function toErrorData(error: unknown): ErrorData {
  const known = asAppError(error);
  return {
    code: known.code,
    facts: Object.fromEntries(
      Object.entries(known.facts).map(([name, fact]) => [name, typeof fact === 'string' ? cut(fact) : fact]),
    ),
    ...(known.logId === undefined ? {} : { logId: cut(known.logId) }),
  };
}

export function fromErrorData({ code, facts, logId }: ErrorData): AppError {
  return new AppError(code, { facts, logId });
}

export function isAppError(error: unknown, ...codes: ErrorCode[]): error is AppError {
  return error instanceof AppError && (codes.length === 0 || codes.includes(error.code));
}

/** Anything thrown, as an AppError. What nobody foresaw keeps its cause for the log and says so plainly. */
export function asAppError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError('unexpected', { cause: error });
}
