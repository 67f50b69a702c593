import type { Video } from '../tiktok/videos';
import { lastAttempt, type Post } from './post';

/** TikTok keeps this much of a caption in its list. */
const kept = 150;
/** Its clock and ours may differ. */
const skew = 2 * 60_000;

/**
 * Is one of the account's newest videos this post? Only a sure answer counts: saying "it is there" of another video
 * would lose a post. Videos that belong to other posts are out.
 */
export function findPublished(
  post: Post,
  videos: readonly Video[],
  taken: ReadonlySet<string>,
): Video | undefined {
  const since = lastAttempt(post)?.initiatedAt;
  if (since === undefined || post.content.kind !== 'video') return undefined;
  const { caption, media } = post.content;
  const seconds = media[0]?.duration;
  const ours = videos.filter(
    (video) =>
      !taken.has(video.id) &&
      video.createdAt >= since - skew &&
      sameText(video.description || video.title || '', caption) &&
      (seconds === undefined || video.duration === undefined || Math.abs(video.duration - seconds) <= 1.5),
  );
  // Without a caption nothing but the length tells it from another, so there must be one, and only one that fits.
  if (!plain(caption) && (seconds === undefined || ours.length !== 1)) return undefined;
  return ours.toSorted((one, other) => one.createdAt - other.createdAt)[0];
}

function sameText(listed: string, written: string): boolean {
  return plain(listed.slice(0, kept)) === plain(written.slice(0, kept));
}

/** TikTok trims and folds white space on its way. */
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
