const minute = 60_000;

/** Calls a minute TikTok allows one token, by endpoint (tiktok documents these; it sends no headers about them). */
export const perMinute = {
  creator_info: 20,
  video_init: 6,
  inbox_init: 6,
  photo_init: 6,
  status: 30,
  videos: 600,
} as const;
export type Limited = keyof typeof perMinute;

/** An upload address takes bytes for an hour; the last minutes are not worth starting a chunk in. */
export const uploadUrlLife = 60 * minute;
export const uploadUrlMargin = minute;

/** 4 GB, read the smaller way. */
export const largestVideo = 4_000_000_000;
export const mostPhotos = 35;
