import { blobBytes } from '../bytes';
import type { VideoFacts } from '../facts';
import * as mp4 from './mp4/telling';
import type { Patchwork } from './patchwork';
import { quickCut } from './quick-cut';
import type { VideoPlan } from './video-plan';
import * as webm from './webm/telling';

/** The film as it is wanted, where that can be put together of stretches of itself; undefined where more has to be done. */
export async function patched(
  video: Blob,
  facts: VideoFacts,
  plan: VideoPlan,
): Promise<Patchwork | undefined> {
  if (plan.do !== 'clean') return quickCut(video, facts, plan);
  const { withoutTelling } = facts.container === 'webm' ? webm : mp4;
  return withoutTelling(blobBytes(video));
}
