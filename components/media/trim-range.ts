import type { Trim } from '../../lib/media/video/video-plan';

/** The least that is worth posting. */
export const shortestCut = 1;

/** Fine for a clip, coarse enough that an arrow key gets through a film. */
export const stepOf = (duration: number): number => (duration > 300 ? 1 : duration > 60 ? 0.5 : 0.1);

/** The part after one end was moved: the other gives way only as far as it must. */
export function movedEnd(trim: Trim, which: 'start' | 'end', to: number, duration: number): Trim {
  const gap = Math.min(shortestCut, duration);
  if (which === 'start') {
    const start = Math.max(0, Math.min(to, duration - gap));
    return { start, end: Math.max(trim.end, start + gap) };
  }
  const end = Math.min(duration, Math.max(to, gap));
  return { start: Math.min(trim.start, end - gap), end };
}

/** From the beginning, as much as may be posted. */
export const firstPart = (duration: number, limit: number): Trim => ({
  start: 0,
  end: Math.min(duration, limit),
});

/** Undefined when nothing is cut away: then there is nothing to remember. */
export const asCut = (trim: Trim, duration: number): Trim | undefined =>
  trim.start <= 0.05 && trim.end >= duration - 0.05 ? undefined : trim;
