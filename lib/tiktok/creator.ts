import * as z from 'zod/mini';
import { Count, Cut, List, Text } from '../platform/bounded';
import { judge } from './envelope';
import type { Reply } from './http';
import type { PostingHttp } from './once';

/** What creator_info says about an account right now. Asked anew whenever the posting screen opens. */
export const Creator = z.object({
  avatarUrl: z.optional(Text(4_096)),
  username: Text(300),
  nickname: Text(300),
  /** Exactly what TikTok returned, unknown values included: the screen renders whatever comes. */
  privacyOptions: List(Text(100), 100),
  commentDisabled: z.boolean(),
  duetDisabled: z.boolean(),
  stitchDisabled: z.boolean(),
  maxVideoSeconds: Count,
});
export type Creator = z.infer<typeof Creator>;

const Data = z.object({
  creator_avatar_url: z.catch(z.optional(z.nullable(Text(4_096))), undefined),
  creator_username: Cut(300),
  creator_nickname: Cut(300),
  privacy_level_options: List(Text(100), 100),
  comment_disabled: z.boolean(),
  duet_disabled: z.boolean(),
  stitch_disabled: z.boolean(),
  max_video_post_duration_sec: Count,
});

/** Refusals such as `spam_risk_too_many_posts` come with HTTP 200 here: the envelope decides. */
export async function fetchCreator(http: PostingHttp, token: string): Promise<Creator> {
  // Asked before each post, and harmless twice: by it we learn how the post itself may be sent.
  return readCreator(await http.sound('/v2/post/publish/creator_info/query/', { token }));
}

export function readCreator(reply: Reply): Creator {
  const data = judge(reply, Data);
  return {
    ...(data.creator_avatar_url ? { avatarUrl: data.creator_avatar_url } : {}),
    username: data.creator_username,
    nickname: data.creator_nickname,
    privacyOptions: data.privacy_level_options,
    commentDisabled: data.comment_disabled,
    duetDisabled: data.duet_disabled,
    stitchDisabled: data.stitch_disabled,
    maxVideoSeconds: data.max_video_post_duration_sec,
  };
}
