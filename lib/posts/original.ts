import type { Original } from './draft';
import { type Seen, whyNotCarried } from './draft-media';

interface PageSeen {
  findings: readonly Seen[];
  material: { title?: string | undefined };
  videoId?: string | undefined;
}

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

/** What the person's own file of this video is known by; undefined for what can be taken as it is. */
export function originalOf(seen: Seen, { material, videoId }: PageSeen): Original | undefined {
  const why = seen.kind === 'video' ? whyNotCarried(seen) : undefined;
  if (!why) return undefined;
  const title = seen.alt || material.title;
  return {
    why,
    ...(title ? { title } : {}),
    ...(seen.duration ? { duration: seen.duration } : {}),
    ...(videoId !== undefined && why === 'policy-refused' ? { videoId } : {}),
  };
}
