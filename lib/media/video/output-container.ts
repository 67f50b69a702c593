import type { VideoFacts } from '../facts';
import type { VideoPlan } from './video-plan';

/** What a video is packed into: as it came where TikTok takes that, else MP4 where its codec may stand in one. */
export function outputContainer(
  facts: Pick<VideoFacts, 'container' | 'codec'>,
  plan: VideoPlan,
): 'mp4' | 'webm' {
  if (plan.do === 'encode') return 'mp4';
  if (facts.container === 'webm') return 'webm';
  return facts.codec === 'vp8' ? 'webm' : 'mp4';
}
