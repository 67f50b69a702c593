import * as z from 'zod/mini';

export const PhotoFormat = z.enum([
  'jpeg',
  'webp',
  'png',
  'gif',
  'avif',
  'heic',
  'bmp',
  'svg',
  'tiff',
  'jxl',
]);
export type PhotoFormat = z.infer<typeof PhotoFormat>;

/** What a photo is, read from its first bytes. Sides are as shown: a turned photo's are already swapped. */
export const PhotoFacts = z.object({
  kind: z.literal('photo'),
  format: PhotoFormat,
  /** Absent where the server does not say. */
  size: z.optional(z.number()),
  width: z.number(),
  height: z.number(),
  /** EXIF's 1…8; 1 is upright. */
  orientation: z.number(),
  animated: z.boolean(),
  transparent: z.boolean(),
  /** Four inks instead of three colours: many viewers show it wrongly. */
  cmyk: z.boolean(),
  /** It tells where it was taken. */
  hasLocation: z.boolean(),
  /** It carries anything about the camera, the place, the person or the software. */
  hasMetadata: z.boolean(),
});
export type PhotoFacts = z.infer<typeof PhotoFacts>;

export const VideoFacts = z.object({
  kind: z.literal('video'),
  container: z.enum(['mp4', 'mov', 'webm', 'mkv', 'ts']),
  size: z.optional(z.number()),
  /** Seconds. */
  duration: z.number(),
  /** As shown, turned and with square pixels. */
  width: z.number(),
  height: z.number(),
  /** mediabunny's short name, such as `avc`, or the file's own for one it does not know. */
  codec: z.optional(z.string()),
  /** Frames a second on average; 0 for a single frame. */
  fps: z.number(),
  fpsVaries: z.boolean(),
  audio: z.optional(z.object({ codec: z.optional(z.string()) })),
  /** Brighter and with more colours than most screens show. */
  hdr: z.optional(z.literal(true)),
  /** Besides pictures and sound: where it was made, or anything else about its making; absent for neither. */
  tells: z.optional(z.enum(['place', 'details'])),
  /** Whether this browser could re-encode it: read its pictures, and write H.264 of a size TikTok takes. */
  canConvert: z.boolean(),
});
export type VideoFacts = z.infer<typeof VideoFacts>;

export const MediaFacts = z.discriminatedUnion('kind', [PhotoFacts, VideoFacts]);
export type MediaFacts = z.infer<typeof MediaFacts>;
