import * as z from 'zod/mini';

export const SlideshowLook = z.object({
  secondsEach: z.number(),
  frame: z.enum(['fit', 'fill']),
  /** Seconds one photo takes to fade into the next. */
  fade: z.number(),
});
export type SlideshowLook = z.infer<typeof SlideshowLook>;

/**
 * Upright as TikTok shows it, at a rate that every phone plays. Hardly anything moves in it: it is as low as leaves
 * TikTok's minimum well behind, since every image costs its time.
 */
export const slideshowVideo = { width: 1_080, height: 1_920, fps: 25 } as const;

/** What one image of the film shows: a photo, and the next one over it as far as it has faded in. */
export interface Shot {
  photo: number;
  /** 0…1; how much of the following photo is to be seen. */
  next: number;
}

export function frameCount(photos: number, { secondsEach }: SlideshowLook): number {
  return Math.max(1, Math.round(photos * secondsEach * slideshowVideo.fps));
}

/** Every photo has its time; the fade to the next takes the end of it, and never more than half. */
export function shotAt(frame: number, photos: number, { secondsEach, fade }: SlideshowLook): Shot {
  const at = frame / slideshowVideo.fps;
  const photo = Math.min(photos - 1, Math.floor(at / secondsEach + 1e-9));
  const left = (photo + 1) * secondsEach - at;
  const takes = Math.min(fade, secondsEach / 2);
  if (photo === photos - 1 || takes <= 0 || left >= takes) return { photo, next: 0 };
  return { photo, next: eased(1 - left / takes) };
}

/** Starts and ends gently, as an eye expects. */
const eased = (part: number) => part * part * (3 - 2 * part);

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where a photo stands in the picture: whole with room beside it, or filling it with its edges cut. */
export function place(photo: { width: number; height: number }, frame: SlideshowLook['frame']): Box {
  const { width: w, height: h } = slideshowVideo;
  const scales = [w / photo.width, h / photo.height];
  const scale = frame === 'fill' ? Math.max(...scales) : Math.min(...scales);
  const [width, height] = [Math.round(photo.width * scale), Math.round(photo.height * scale)];
  return { x: Math.round((w - width) / 2), y: Math.round((h - height) / 2), width, height };
}

/** The sides a photo is decoded in: no more of it than is seen, no less than is there. */
export function decodedSides(photo: { width: number; height: number }, frame: SlideshowLook['frame']) {
  const { width } = place(photo, frame);
  const scale = Math.min(1, width / photo.width);
  return {
    width: Math.max(1, Math.round(photo.width * scale)),
    height: Math.max(1, Math.round(photo.height * scale)),
  };
}
