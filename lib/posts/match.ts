import type { Video } from '../tiktok/videos';
import { isPublic, lastAttempt, type Post } from './post';

/** TikTok keeps this much of a caption in its list. */
const kept = 150;
/** Its clock and ours may differ. */
const skew = 2 * 60_000;

/**
 * Which of the account's newest videos are this post? Only a sure answer counts: saying "it is there" of another video
 * would lose a post. Videos that belong to other posts are out. Several are copies: a request that was lost on the
 * line may have been sent twice by the browser. The oldest comes first.
 */
export function findPublished(
  post: Post,
  videos: readonly Video[],
  others: readonly Post[],
): [Video, ...Video[]] | undefined {
  const since = lastAttempt(post)?.initiatedAt;
  if (since === undefined || post.content.kind !== 'video') return undefined;
  if (others.some((other) => mayOwn(other, post, since - skew))) return undefined;
  const taken = new Set(others.flatMap(({ videoIds }) => videoIds));
  const { caption, media } = post.content;
  const seconds = media[0]?.duration;
  const [first, ...copies] = videos
    .filter(
      (video) =>
        !taken.has(video.id) &&
        video.createdAt >= since - skew &&
        sameText(video.description || video.title || '', caption) &&
        (seconds === undefined || video.duration === undefined || Math.abs(video.duration - seconds) <= 1.5),
    )
    .toSorted((one, other) => one.createdAt - other.createdAt);
  // Without a caption nothing but the length tells it from another, so there must be one, and only one that fits.
  if (!plain(caption) && (seconds === undefined || copies.length > 0)) return undefined;
  return first && [first, ...copies];
}

/** A post with the same words that is out, or may be, and whose own video nobody knows yet. */
function mayOwn(other: Post, { id, content }: Post, since: number): boolean {
  const { state, stateSince, videoIds } = other;
  if (other.id === id || videoIds.length > 0 || other.content.kind !== 'video' || !isPublic(other))
    return false;
  if (plain(other.content.caption) !== plain(content.caption)) return false;
  return state === 'processing' || state === 'unknown' || (state === 'published' && stateSince >= since);
}

function sameText(listed: string, written: string): boolean {
  return plain(listed.slice(0, kept)) === plain(written.slice(0, kept));
}

/** TikTok trims and folds white space on its way. */
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
