import * as z from 'zod/mini';
import { Cut, Text } from '../platform/bounded';
import { judge, logIdOf } from './envelope';
import type { Http, Reply } from './http';

export interface PublishStatus {
  is: 'in-progress' | 'in-inbox' | 'published' | 'failed';
  /** TikTok's own word, for the record. */
  word: string;
  failReason?: string;
  /** Ids of public posts; empty until moderation is over, and for ever when the post is not public. */
  postIds: string[];
  /** Bytes TikTok holds, where it says so. */
  uploadedBytes?: number;
  downloadedBytes?: number;
  logId?: string;
}

const Id = z.union([Text(100), z.number()]);
const Ids = z.optional(z.nullable(z.union([z.array(Id), Id])));
const Bytes = z.optional(z.nullable(z.union([z.number(), Text(100)])));
const Data = z.object({
  status: Cut(100),
  fail_reason: z.optional(z.nullable(Cut(1_000))),
  // TikTok's spelling; the right one is read too, should they ever mend it.
  publicaly_available_post_id: Ids,
  publicly_available_post_id: Ids,
  uploaded_bytes: Bytes,
  downloaded_bytes: Bytes,
});

export async function fetchStatus(http: Http, token: string, publishId: string): Promise<PublishStatus> {
  const body = { publish_id: publishId };
  return readStatus(await http.post('/v2/post/publish/status/fetch/', { token, body }));
}

export function readStatus(reply: Reply): PublishStatus {
  const data = judge(reply, Data);
  const ids = data.publicaly_available_post_id ?? data.publicly_available_post_id ?? [];
  const uploadedBytes = count(data.uploaded_bytes);
  const downloadedBytes = count(data.downloaded_bytes);
  const logId = logIdOf(reply);
  return {
    is: meaning(data.status),
    word: data.status,
    ...(data.fail_reason ? { failReason: data.fail_reason } : {}),
    postIds: (Array.isArray(ids) ? ids : [ids])
      .map(String)
      .filter((id) => /^[1-9]\d{0,29}$/.test(id))
      .slice(0, 100),
    ...(uploadedBytes === undefined ? {} : { uploadedBytes }),
    ...(downloadedBytes === undefined ? {} : { downloadedBytes }),
    ...(logId ? { logId } : {}),
  };
}

/** A word TikTok may add one day is no outcome: it is still at work. */
function meaning(word: string): PublishStatus['is'] {
  if (word === 'PUBLISH_COMPLETE') return 'published';
  if (word === 'SEND_TO_USER_INBOX') return 'in-inbox';
  return word === 'FAILED' ? 'failed' : 'in-progress';
}

function count(value: string | number | null | undefined): number | undefined {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : undefined;
}
