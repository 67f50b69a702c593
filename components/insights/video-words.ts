import type { Video } from '../../lib/tiktok/videos';
import type { Words } from '../../lib/words';

/** What a video is called: TikTok's titles are often empty. */
export function titleOf(video: Pick<Video, 'title' | 'description'>, t: Words['t']): string {
  return video.title || video.description || t('insight_untitled');
}
