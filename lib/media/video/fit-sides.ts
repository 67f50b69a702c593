import { videoLimits } from '../limits';

export interface Sides {
  width: number;
  height: number;
}

const even = (value: number) => Math.max(2, 2 * Math.round(value / 2));

/** Whether TikTok takes a picture of these sides. */
export function sidesFit({ width, height }: Sides): boolean {
  const { minSide, maxSide } = videoLimits;
  return Math.min(width, height) >= minSide && Math.max(width, height) <= maxSide;
}

/**
 * The sides a re-encoded video gets: its own where they fit, else scaled as little as is needed, even as H.264
 * wants them. A larger re-encode than 1080p would take ages and TikTok shows no more, so that is the ceiling
 * once a picture has to be scaled down anyway.
 */
export function fitSides({ width, height }: Sides): Sides {
  const { minSide, maxSide } = videoLimits;
  const short = Math.min(width, height);
  const long = Math.max(width, height);
  let scale = 1;
  if (long > maxSide) scale = Math.min(1_080 / short, 1_920 / long);
  if (short * scale < minSide) scale = minSide / short;
  if (long * scale > maxSide) scale = maxSide / long;
  return { width: even(width * scale), height: even(height * scale) };
}
