import { AppError } from '../../errors/app-error';
import type { PublishStatus } from '../../tiktok/status';

/** Where an interrupted upload stands, by our own record. */
export interface Standing {
  size: number;
  /** When the last chunk was first sent; undefined: TikTok cannot have the whole. */
  lastBegunAt: number | undefined;
  /** Nothing more can be sent to its address. */
  isClosed: boolean;
}

export type UploadVerdict =
  | { go: 'outcome'; status: PublishStatus }
  /** TikTok has all of it. */
  | { go: 'watch' }
  | { go: 'resume'; confirmed: number | undefined }
  /** It can never be complete: a new init is safe. */
  | { go: 'anew' }
  | { go: 'doubt' }
  | { go: 'later'; error: AppError };

/** The count of received bytes may lag behind the bytes; after this long it no longer does. */
const settling = 2 * 60_000;

/** What to do with an upload that stopped. Pure; the one place that decides whether an init may be repeated. */
export function judgeUpload(
  { size, lastBegunAt, isClosed }: Standing,
  status: PublishStatus | AppError,
  now: number,
): UploadVerdict {
  const mayBeWhole = lastBegunAt !== undefined;
  if (status instanceof AppError) {
    if (status.code === 'invalid_publish_id') return { go: mayBeWhole ? 'doubt' : 'anew' };
    // Not being told is no reason to stop sending; an end may only be declared by TikTok itself.
    if (isClosed || mayBeWhole)
      return isClosed && !mayBeWhole ? { go: 'anew' } : { go: 'later', error: status };
    return { go: 'resume', confirmed: undefined };
  }
  if (status.is !== 'in-progress') return judgeEnd(status, mayBeWhole);
  const { uploadedBytes } = status;
  if (uploadedBytes !== undefined && uploadedBytes >= size) return { go: 'watch' };
  if (!isClosed) return { go: 'resume', confirmed: uploadedBytes };
  if (!mayBeWhole) return { go: 'anew' };
  // The address is dead and the last chunk was on its way: the answer may be all that is missing.
  if (uploadedBytes === undefined) return { go: 'watch' };
  const isSettled = now - lastBegunAt > settling || now < lastBegunAt;
  return isSettled ? { go: 'anew' } : { go: 'later', error: new AppError('upload_lapsed') };
}

/** An address that lapsed makes TikTok call the post failed; if we never sent the end, that is not the post's fault. */
function judgeEnd(status: PublishStatus, mayBeWhole: boolean): UploadVerdict {
  if (status.is === 'failed' && !mayBeWhole && status.failReason === 'internal') return { go: 'anew' };
  return { go: 'outcome', status };
}
