import type { Original } from './draft';
import { originalOf, type PageSeen } from './page-seen';

/**
 * The video that this page is about, where it cannot be taken. A page of pictures beside which one plays stays a
 * page of pictures; but a picture that is only the video's still does not stand in its place.
 */
export function originalFor(page: PageSeen): Original | undefined {
  const [best] = page.findings;
  const video = page.findings.find(({ kind }) => kind === 'video');
  if (!video) return undefined;
  const isStill = video.poster !== undefined && best?.urls.includes(video.poster) === true;
  return page.videoId !== undefined || best === video || isStill ? originalOf(video, page) : undefined;
}
