import * as z from 'zod/mini';

/** What creator_info says about an account right now. Asked anew whenever the posting screen opens. */
export const Creator = z.object({
  avatarUrl: z.optional(z.string()),
  username: z.string(),
  nickname: z.string(),
  /** Exactly what TikTok returned, unknown values included: the screen renders whatever comes. */
  privacyOptions: z.array(z.string()),
  commentDisabled: z.boolean(),
  duetDisabled: z.boolean(),
  stitchDisabled: z.boolean(),
  maxVideoSeconds: z.number(),
});
export type Creator = z.infer<typeof Creator>;
