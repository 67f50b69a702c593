import * as z from 'zod/mini';
import { AppError } from '../errors/app-error';
import type { ErrorCode } from '../errors/catalog';
import { Text } from '../platform/bounded';
import type { ChunkPlan } from './chunk-plan';
import { judge, logIdOf } from './envelope';
import type { ApiPath, Reply } from './http';
import type { PostingHttp } from './once';

/** What a person chose for a direct post, in TikTok's terms. The switches are always sent: absent means yes to some. */
export interface DirectInfo {
  privacyLevel: string;
  disableComment: boolean;
  brandContent: boolean;
  brandOrganic: boolean;
  aiGenerated: boolean;
}

export interface VideoInfo extends DirectInfo {
  title: string;
  disableDuet: boolean;
  disableStitch: boolean;
  coverMs?: number | undefined;
}

export type VideoSource = { from: 'file'; plan: ChunkPlan } | { from: 'url'; url: string };

export interface PhotoPost {
  title: string;
  description: string;
  urls: readonly string[];
  coverIndex: number;
  /** Absent: it goes to the inbox, and the rest is chosen in TikTok. */
  direct?: (DirectInfo & { autoMusic: boolean }) | undefined;
}

/** TikTok has begun a post. From here on it is known by this id. */
export interface Begun {
  publishId: string;
  /** For bytes we send; valid for an hour. */
  uploadUrl?: string;
  logId?: string;
}

interface Call {
  path: ApiPath;
  body: object;
}

/** Without `info` the video goes to the inbox, and the person finishes it in TikTok. */
export function videoInit(source: VideoSource, info?: VideoInfo): Call {
  const source_info = sourceInfo(source);
  if (!info) return { path: '/v2/post/publish/inbox/video/init/', body: { source_info } };
  const post_info = {
    title: info.title,
    ...directInfo(info),
    disable_duet: info.disableDuet,
    disable_stitch: info.disableStitch,
    is_aigc: info.aiGenerated,
    ...(info.coverMs === undefined ? {} : { video_cover_timestamp_ms: Math.round(info.coverMs) }),
  };
  return { path: '/v2/post/publish/video/init/', body: { post_info, source_info } };
}

export function photoInit({ title, description, urls, coverIndex, direct }: PhotoPost): Call {
  return {
    path: '/v2/post/publish/content/init/',
    body: {
      media_type: 'PHOTO',
      post_mode: direct ? 'DIRECT_POST' : 'MEDIA_UPLOAD',
      // At the top for photos, inside post_info for videos: so TikTok documents it.
      ...(direct ? { is_aigc: direct.aiGenerated } : {}),
      post_info: {
        title,
        description,
        ...(direct ? { ...directInfo(direct), auto_add_music: direct.autoMusic } : {}),
      },
      source_info: { source: 'PULL_FROM_URL', photo_images: urls, photo_cover_index: coverIndex },
    },
  };
}

const directInfo = (info: DirectInfo) => ({
  privacy_level: info.privacyLevel,
  disable_comment: info.disableComment,
  brand_content_toggle: info.brandContent,
  brand_organic_toggle: info.brandOrganic,
});

function sourceInfo(source: VideoSource): object {
  if (source.from === 'url') return { source: 'PULL_FROM_URL', video_url: source.url };
  const { size, chunkSize, count } = source.plan;
  return { source: 'FILE_UPLOAD', video_size: size, chunk_size: chunkSize, total_chunk_count: count };
}

export async function begin(http: PostingHttp, token: string, { path, body }: Call): Promise<Begun> {
  return readBegun(await http.postOnce(path, { token, body }));
}

const Data = z.object({
  publish_id: Text(1_000).check(z.minLength(1)),
  upload_url: z.optional(z.nullable(Text(8_192))),
});

export function readBegun(reply: Reply): Begun {
  const data = judge(reply, Data);
  const logId = logIdOf(reply);
  const uploadUrl = data.upload_url ?? undefined;
  // The bytes of a private video go there: nothing but https will do.
  if (uploadUrl && !uploadUrl.startsWith('https://')) {
    throw new AppError('unexpected_response', { facts: { field: 'upload_url' }, logId });
  }
  return {
    publishId: data.publish_id,
    ...(uploadUrl ? { uploadUrl } : {}),
    ...(logId ? { logId } : {}),
  };
}

/**
 * These are TikTok's own word that it did not begin. After any other error of an init, our own included, it may have.
 */
export function surelyNotBegun({ code, facts }: AppError): boolean {
  if (code === 'http_error') return Number(facts.status) >= 400 && Number(facts.status) < 500;
  return refusals.has(code);
}

const refusals: ReadonlySet<string> = new Set([
  'access_token_invalid',
  'scope_not_authorized',
  'scope_permission_missed',
  'invalid_params',
  'invalid_file_upload',
  'app_version_check_failed',
  'spam_risk_too_many_posts',
  'spam_risk_user_banned_from_posting',
  'reached_active_user_cap',
  'spam_risk_too_many_pending_share',
  'unaudited_client_can_only_post_to_private_accounts',
  'url_ownership_unverified',
  'privacy_level_option_mismatch',
  'rate_limit_exceeded',
  'unknown_tiktok_error',
] satisfies ErrorCode[]);
