import type { ErrorData } from '../errors/app-error';
import type { WordKey } from '../words';
import type { MediaFacts } from './facts';
import { captionLimits, dayLimits } from './limits';
import { photoLines } from './photo/photo-lines';
import { errorKey, type PreflightLine } from './preflight-line';
import { videoLines } from './video/video-lines';
import type { Trim } from './video/video-plan';

/** What is known of one picture or video: nothing yet, what it is, or why it cannot be read. */
export type Look = { facts?: MediaFacts; error?: ErrorData };

export interface Preflight {
  kind: 'video' | 'photo';
  mode: 'direct' | 'inbox';
  /** One for each of the post's media, in order. */
  looks: readonly Look[];
  /** The part of a video that is wanted. */
  trim?: Trim | undefined;
  /** The photos become one video on the device. */
  slideshow?: { seconds: number } | undefined;
  /** Whether this browser can make that video; absent while it was not asked. */
  canMakeFilm?: boolean | undefined;
  /** From creator_info; absent while it is not known. */
  maxVideoSeconds?: number | undefined;
  /** Photos: a bucket is set up, or all of them stand on a verified prefix. */
  photosHaveWay: boolean;
  /** TikTok fetches it where it lies: Ferry changes nothing of it. */
  pulled?: boolean | undefined;
  /** Lengths in UTF-16 units. */
  titleLength: number;
  captionLength: number;
  /** Why the account cannot be used, as kept with it. */
  accountTrouble?: ErrorData | undefined;
  /** Counted by Ferry over the last 24 hours; other apps' posts are not known. */
  postsToday?: number | undefined;
  pendingDrafts?: number | undefined;
  /** When the oldest of them no longer counts, as the person writes a time. */
  roomAt?: string | undefined;
}

/** Everything that would go wrong, or be changed, if this were posted now. Pure: what is posted is decided by the same plans. */
export function preflight(post: Preflight): PreflightLine[] {
  return [...accountLines(post), ...mediaLines(post), ...captionLines(post)];
}

export const canPost = (lines: readonly PreflightLine[]) =>
  lines.every(({ severity }) => severity !== 'blocks');

function mediaLines(post: Preflight): PreflightLine[] {
  if (post.looks.length === 0) return [{ code: 'nothing', severity: 'blocks', key: 'media_check_nothing' }];
  return post.kind === 'photo' || post.slideshow ? photoLines(post) : videoLines(post);
}

function accountLines(post: Preflight): PreflightLine[] {
  const lines: PreflightLine[] = [];
  if (post.accountTrouble) {
    const { code, facts } = post.accountTrouble;
    lines.push({ code, severity: 'blocks', key: errorKey(code), values: facts, remedies: ['reconnect'] });
  }
  const used = (post.mode === 'direct' ? post.postsToday : post.pendingDrafts) ?? 0;
  const limit = post.mode === 'direct' ? dayLimits.posts : dayLimits.pendingDrafts;
  if (used < limit) return lines;
  const full =
    post.mode === 'direct'
      ? ({ code: 'many-today', key: 'media_check_many_today' } as const)
      : ({ code: 'many-pending', key: 'media_check_many_pending', remedies: ['open-tiktok'] } as const);
  lines.push({ ...full, severity: 'warns', values: { number: used + 1, limit, at: post.roomAt ?? '' } });
  return lines;
}

function captionLines({ kind, mode, titleLength, captionLength }: Preflight): PreflightLine[] {
  // In the inbox a video's caption is written in TikTok: only its own app decides about that.
  if (kind === 'video' && mode === 'inbox') return [];
  const limit = kind === 'video' ? captionLimits.video : captionLimits.photoDescription;
  const lines: PreflightLine[] = [];
  if (captionLength > limit) lines.push(tooLong('caption-long', 'media_check_caption', captionLength, limit));
  if (kind === 'photo' && titleLength > captionLimits.photoTitle)
    lines.push(tooLong('title-long', 'media_check_title', titleLength, captionLimits.photoTitle));
  return lines;
}

const tooLong = (code: string, key: WordKey, length: number, limit: number): PreflightLine => ({
  code,
  severity: 'blocks',
  key,
  values: { over: length - limit, limit },
  remedies: ['edit-caption'],
});
