import * as z from 'zod/mini';
import { judge } from './envelope';
import type { Http, Reply } from './http';

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

const Data = z.object({
  creator_avatar_url: z.optional(z.nullable(z.string())),
  creator_username: z.string(),
  creator_nickname: z.string(),
  privacy_level_options: z.array(z.string()),
  comment_disabled: z.boolean(),
  duet_disabled: z.boolean(),
  stitch_disabled: z.boolean(),
  max_video_post_duration_sec: z.number(),
});

/** Refusals such as `spam_risk_too_many_posts` come with HTTP 200 here: the envelope decides. */
export async function fetchCreator(http: Http, token: string): Promise<Creator> {
  return readCreator(await http.post('/v2/post/publish/creator_info/query/', { token }));
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
