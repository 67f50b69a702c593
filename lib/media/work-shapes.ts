import * as z from 'zod/mini';
import { LookSource } from './look-source';

/** The work `fetch`: brings bytes into the stash. Result: `Keys`. */
export const FetchInput = z.object({
  media: z.array(z.object({ kind: z.enum(['video', 'photo']), source: LookSource })),
  pageUrl: z.optional(z.string()),
  /** Of the addresses: those Ferry may read whatever their server says. */
  granted: z.array(z.string()),
});
export type FetchInput = z.infer<typeof FetchInput>;

/** The work `prepare`: makes files what TikTok takes. Result: `Keys`, the same where nothing was to be done. */
export const PrepareInput = z.object({
  kind: z.enum(['video', 'photo']),
  mode: z.enum(['direct', 'inbox']),
  /** Stash keys, in order. */
  keys: z.array(z.string()),
  /** What the creator's account allows; absent where TikTok leaves it to its own app. */
  maxSeconds: z.optional(z.number()),
  /** The part of the video that is wanted. */
  trim: z.optional(z.object({ start: z.number(), end: z.number() })),
  /** The keys are photos, and become one video. */
  slideshow: z.optional(
    z.object({ secondsEach: z.number(), frame: z.enum(['fit', 'fill']), fade: z.number() }),
  ),
});
export type PrepareInput = z.infer<typeof PrepareInput>;

/** Stash keys, in the order of the media that went in. */
export const Keys = z.object({ keys: z.array(z.string()).check(z.minLength(1)) });
export type Keys = z.infer<typeof Keys>;
