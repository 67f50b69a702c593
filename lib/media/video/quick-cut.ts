import { BlobSource, Input } from 'mediabunny';
import { blobBytes } from '../bytes';
import type { VideoFacts } from '../facts';
import { cutOf } from './cut';
import { cutMp4 } from './mp4/cut-mp4';
import type { Patchwork } from './patchwork';
import { videoFormats } from './video-facts';
import type { VideoPlan } from './video-plan';

/**
 * Cuts without copying, where only the film's index has to be written anew. Undefined where more has to be done, or
 * where the film is damaged: whoever repacks it then says so.
 */
export async function quickCut(
  video: Blob,
  facts: VideoFacts,
  plan: VideoPlan,
): Promise<Patchwork | undefined> {
  if (plan.do !== 'copy' || plan.container || !plan.trim) return undefined;
  if (facts.container !== 'mp4' && facts.container !== 'mov') return undefined;
  using input = new Input({ source: new BlobSource(video), formats: videoFormats });
  try {
    const cut = await cutOf(input, plan.trim, facts.canConvert);
    const pictures = await input.getPrimaryVideoTrack();
    if (cut.exact || !pictures) return undefined;
    const sound = await input.getPrimaryAudioTrack();
    return await cutMp4(blobBytes(video), { video: pictures.id, audio: sound?.id }, cut);
  } catch {
    return undefined;
  }
}
