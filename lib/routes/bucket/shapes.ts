import * as z from 'zod/mini';
import { ErrorData } from '../../errors/app-error';
import { BucketPlace } from './bucket';

/** What a page may know of the web space: everything but the keys. */
export const BucketView = z.object({
  place: z.optional(BucketPlace),
  /** Photos that should be gone by now and are not. */
  leftovers: z.number(),
  /** Photos that lie in the web space at this moment: of posts under way, or still to be deleted. */
  inside: z.number(),
  /** Photos in web spaces that were left, whose keys are kept until they are deleted. */
  left: z.number(),
});
export type BucketView = z.infer<typeof BucketView>;

/** The file TikTok gives to prove an address: its name and its one line. */
export const Proof = z.object({
  name: z.string().check(z.regex(/^tiktok[\w-]{1,80}\.txt$/)),
  text: z.string().check(z.maxLength(2_000)),
});
export type Proof = z.infer<typeof Proof>;

/** What was tried and how it ended, in order; what could not be tried is not named. */
export const TrialResult = z.object({
  step: z.enum(['write', 'read', 'delete']),
  error: z.optional(ErrorData),
});
export type TrialResult = z.infer<typeof TrialResult>;
