import type { VideoFacts } from '../facts';
import { videoLimits } from '../limits';
import { fitSides, type Sides, sidesFit } from './fit-sides';

/** The part of a video the person wants to post, in seconds. */
export interface Trim {
  start: number;
  end: number;
}

/** What has to be done to the pictures themselves. */
export interface Reencode {
  sides?: Sides;
  fps?: number;
  codec?: true;
}

export type VideoPlan =
  /** Carried byte for byte. */
  | { do: 'nothing' }
  /** Carried as it is, but for what it tells of its making. */
  | { do: 'clean' }
  /** Repacked without touching a picture. */
  | { do: 'copy'; container: boolean; trim?: Trim }
  | { do: 'encode'; reencode: Reencode; trim?: Trim };

/** Containers round frame rates: 60.02 from a phone is 60. */
const fpsTolerance = 0.1;

/** How a video comes within TikTok's limits with the least harm to it. Whether that can be done is asked elsewhere. */
export function planVideo(facts: VideoFacts, trim?: Trim): VideoPlan {
  const cut = trim && (trim.start > 0 || trim.end < facts.duration) ? { trim } : {};
  const reencode: Reencode = {
    ...(sidesFit(facts) ? {} : { sides: fitSides(facts) }),
    ...fpsWithin(facts.fps),
    ...(isTaken(videoLimits.codecs, facts.codec) ? {} : { codec: true as const }),
  };
  if (Object.keys(reencode).length > 0) return { do: 'encode', reencode, ...cut };
  const container = !isTaken(videoLimits.containers, facts.container);
  if (container || cut.trim) return { do: 'copy', container, ...cut };
  return { do: facts.tells ? 'clean' : 'nothing' };
}

const isTaken = (taken: readonly string[], value: string | undefined) =>
  value !== undefined && taken.includes(value);

function fpsWithin(fps: number): { fps?: number } {
  if (fps > videoLimits.maxFps + fpsTolerance) return { fps: videoLimits.maxFps };
  // The next usual rate above the minimum: what was made for fewer pictures is shown twice, never blurred.
  if (fps < videoLimits.minFps - fpsTolerance) return { fps: 30 };
  return {};
}

/** The seconds that will be posted. */
export const postedSeconds = (facts: VideoFacts, trim?: Trim): number =>
  trim ? Math.max(0, Math.min(trim.end, facts.duration) - trim.start) : facts.duration;
