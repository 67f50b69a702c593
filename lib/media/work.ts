import type * as z from 'zod/mini';

/**
 * Something long that is done to media: fetching, converting, relaying, uploading.
 *
 * It runs where nothing ends it after 30 seconds (see lib/posts/hands.ts), and may still be killed at any await:
 * it is then run again with the same input and the last mark it kept. Input, mark and result are JSON, so bytes
 * travel as keys into the stash.
 */
export interface Work<Input, Mark, Result> {
  input: z.ZodMiniType<Input>;
  mark: z.ZodMiniType<Mark>;
  /** Throws an AppError whose row in the catalog says whether it is tried again. */
  run(input: Input, tools: WorkTools<Mark>): Promise<Result>;
}

export interface WorkTools<Mark> {
  /** How far an earlier run came; undefined on the first. */
  readonly mark: Mark | undefined;
  /** Persists how far this run came. Awaited before anything that relies on it. */
  keep(mark: Mark): Promise<void>;
  /** Bytes where there are any, else any unit. Call it as often as you like, it is throttled. */
  progress(done: number, total: number): void;
  /** Aborted when the person cancels. */
  readonly signal: AbortSignal;
}
