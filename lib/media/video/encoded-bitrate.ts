import type { Sides } from './fit-sides';

/** Bits a pixel and image need to look untouched to most eyes; twice the images need only half as much more. */
const bitsPerPixel = 0.13;
const usualFps = 30;

/** A generous rate for H.264 made by a browser, which has no second pass to spend it well. */
export function encodedBitrate({ width, height }: Sides, fps: number): number {
  const rate = width * height * bitsPerPixel * usualFps * Math.sqrt(Math.max(fps, usualFps) / usualFps);
  return Math.round(Math.min(40_000_000, Math.max(1_500_000, rate)));
}
