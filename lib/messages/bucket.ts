import * as z from 'zod/mini';
import { BucketKeys, BucketPlace } from '../routes/bucket/bucket';
import { BucketView, Proof, TrialResult } from '../routes/bucket/shapes';

/** Keys come in and never go out. */
export const bucketQuestions = {
  'bucket.read': { body: z.void(), answer: BucketView },
  'bucket.save': {
    body: z.object({ place: BucketPlace, keys: z.optional(BucketKeys) }),
    answer: BucketView,
  },
  'bucket.try': { body: z.void(), answer: z.array(TrialResult) },
  'bucket.forget': { body: z.object({ leave: z.boolean() }), answer: BucketView },
  'bucket.putProof': { body: Proof, answer: z.string() },
  'routes.checkPrefix': { body: z.string().check(z.maxLength(2_000)), answer: z.string() },
};
