import * as z from 'zod/mini';

const Text = z.optional(z.string());
const Count = z.optional(z.number());

/** Who the account is, as far as TikTok was allowed to tell. */
export const Profile = z.object({
  displayName: z.string(),
  username: Text,
  avatarUrl: Text,
  bio: Text,
  profileUrl: Text,
  isVerified: z.optional(z.boolean()),
  followers: Count,
  following: Count,
  likes: Count,
  videos: Count,
});
export type Profile = z.infer<typeof Profile>;
