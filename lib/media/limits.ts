/** What TikTok takes. Where its pages leave a number open, the narrower reading is used. */
export const videoLimits = {
  containers: ['mp4', 'mov', 'webm'],
  codecs: ['avc', 'hevc', 'vp8', 'vp9'],
  minSide: 360,
  maxSide: 4_096,
  minFps: 23,
  maxFps: 60,
  /** "4 GB" as the smaller of its two meanings. */
  maxBytes: 4_000_000_000,
  /** What every creator may post through the API; a creator's own limit may be lower or higher. */
  maxSeconds: 600,
} as const;

export const photoLimits = {
  formats: ['jpeg', 'webp'],
  maxCount: 35,
  /** "1080p" read safely: neither side may exceed what 1080p has in that direction. */
  maxShortSide: 1_080,
  maxLongSide: 1_920,
  maxBytes: 20_000_000,
} as const;

/** In UTF-16 units, as JavaScript counts a string's length. */
export const captionLimits = { video: 2_200, photoTitle: 90, photoDescription: 4_000 } as const;

/** Per creator and day, shared by all apps: TikTok's usual figures, it may answer otherwise. */
export const dayLimits = { posts: 15, pendingDrafts: 5 } as const;
