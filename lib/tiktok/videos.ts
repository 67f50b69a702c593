import * as z from 'zod/mini';
import { Count as Amount, Moment, Text } from '../platform/bounded';
import { judge } from './envelope';
import type { Http, Reply } from './http';
import { count, HttpsAddress, httpsAddress, text } from './loose-fields';

const Count = z.optional(Amount);

/** One public video of the account, as TikTok tells it. A number that is absent is unknown, not zero. */
export const Video = z.object({
  /** A string: it does not fit a number. */
  id: z.string().check(z.regex(/^\d{1,30}$/)),
  /** Unix ms. */
  createdAt: Moment,
  title: z.optional(Text(500)),
  description: z.optional(Text(5_000)),
  /** Lapses after about six hours; `queryVideos` brings a fresh one. */
  coverUrl: HttpsAddress,
  shareUrl: HttpsAddress,
  /** Seconds. */
  duration: Count,
  views: Count,
  likes: Count,
  comments: Count,
  shares: Count,
});
export type Video = z.infer<typeof Video>;

export interface VideoPage {
  /** Newest first. */
  videos: Video[];
  /** Where the next page begins; absent on the last. */
  next?: number;
}

/** What TikTok allows in one call, of list and query alike. */
export const videosPerCall = 20;

const fields = [
  'id',
  'create_time',
  'title',
  'video_description',
  'cover_image_url',
  'share_url',
  'duration',
  'view_count',
  'like_count',
  'comment_count',
  'share_count',
].join(',');

interface Asked {
  token: string;
  signal?: AbortSignal;
}

export async function listVideos(http: Http, asked: Asked & { cursor?: number }): Promise<VideoPage> {
  const { cursor, ...call } = asked;
  const body = { max_count: videosPerCall, ...(cursor === undefined ? {} : { cursor }) };
  return readVideoPage(await http.post('/v2/video/list/', { ...call, query: { fields }, body }), cursor);
}

/** These videos as they are now; one that is gone, private or not the account's own is left out. */
export async function queryVideos(http: Http, asked: Asked & { ids: readonly string[] }): Promise<Video[]> {
  const { ids, ...call } = asked;
  const body = { filters: { video_ids: ids.slice(0, videosPerCall) } };
  return readVideos(await http.post('/v2/video/query/', { ...call, query: { fields }, body }));
}

const Data = z.object({
  videos: z.optional(z.nullable(z.array(z.unknown()))),
  cursor: z.optional(z.unknown()),
  has_more: z.optional(z.unknown()),
});

export function readVideoPage(reply: Reply, askedCursor?: number): VideoPage {
  const data = judge(reply, Data);
  const videos = readAll(data.videos);
  const next = count(data.cursor);
  // A page that points at itself would be asked for ever.
  const goesOn = data.has_more === true && next !== undefined && next > 0 && next !== askedCursor;
  return goesOn ? { videos, next } : { videos };
}

export const readVideos = (reply: Reply): Video[] => readAll(judge(reply, Data).videos);

function readAll(videos: readonly unknown[] | null | undefined): Video[] {
  return (videos ?? []).flatMap((value) => readVideo(value) ?? []);
}

const Wire = z.record(z.string(), z.unknown());

/** Without an id or a date nothing can be said about it; everything else may be missing. */
function readVideo(value: unknown): Video | undefined {
  const wire = Wire.safeParse(value);
  if (!wire.success) return undefined;
  const found = wire.data;
  const seconds = count(found.create_time);
  const read = {
    id: typeof found.id === 'number' ? String(found.id) : found.id,
    createdAt: seconds === undefined ? undefined : Math.min(seconds * 1_000, latestDate),
    title: text(found.title, 500),
    description: text(found.video_description, 5_000),
    coverUrl: httpsAddress(found.cover_image_url),
    shareUrl: httpsAddress(found.share_url),
    duration: count(found.duration),
    views: count(found.view_count),
    likes: count(found.like_count),
    comments: count(found.comment_count),
    shares: count(found.share_count),
  };
  return Video.safeParse(Object.fromEntries(Object.entries(read).filter(([, part]) => part !== undefined)))
    .data;
}

/** The last moment a Date can hold. */
const latestDate = 8.64e15;
