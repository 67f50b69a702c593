import { blobBytes } from '../bytes';
import type { VideoFacts } from '../facts';
import type { Patchwork } from './mp4/patchwork';
import { withoutTelling } from './mp4/telling';
import { quickCut } from './quick-cut';
import type { VideoPlan } from './video-plan';

/** The film as it is wanted, where that can be put together of stretches of itself; undefined where more has to be done. */
export async function patched(
  video: Blob,
  facts: VideoFacts,
  plan: VideoPlan,
): Promise<Patchwork | undefined> {
  return plan.do === 'clean' ? withoutTelling(blobBytes(video)) : quickCut(video, facts, plan);
}
