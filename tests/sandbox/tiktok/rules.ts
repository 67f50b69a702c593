/** Everything about TikTok's behaviour that its documents leave open or that differs between apps. Tests may change any. */
export interface Rules {
  tokens: {
    accessSeconds: number;
    refreshSeconds: number;
    /** A refresh gives a new refresh token, and the old one dies at once. */
    rotate: boolean;
    codeSeconds: number;
    invalidGrantStatus: number;
    revokeAnswer: '' | '{}';
  };
  perMinute: { creatorInfo: number; init: number; status: number; display: number };
  /** Direct posts of one creator within 24 h, through all apps. */
  dailyPosts: number;
  pendingShares: number;
  /** Creators who may post through an unaudited app within 24 h. */
  unauditedUsers: number;
  /** From the last byte to the outcome; a function is asked for each post anew. */
  processingMs: number | (() => number);
  /** From the outcome to the post id. */
  moderationMs: number | (() => number);
  maxVideoBytes: number;
  upload: {
    /** `file` keeps and inspects the bytes; `hash` and `count` let them go, for benchmarks. */
    keep: 'file' | 'hash' | 'count';
    /** How fast an upload host takes bytes; 0 is as fast as it can. */
    bytesPerSecond: number;
    /** What the number in `Content-Range: bytes 0-N/total` is: the last index or the count (undocumented). */
    progress: 'last' | 'count';
    lifeMs: number;
  };
  pull: { lifeMs: number };
}

/** The lifetimes TikTok documents since November 2026. */
export const rotatingTokens = { accessSeconds: 7_200, refreshSeconds: 15_552_000, rotate: true };
/** The lifetimes before that, still true for apps not moved over. */
export const lastingTokens = { accessSeconds: 86_400, refreshSeconds: 31_536_000, rotate: false };

export function defaultRules(): Rules {
  return {
    tokens: { ...rotatingTokens, codeSeconds: 300, invalidGrantStatus: 200, revokeAnswer: '' },
    perMinute: { creatorInfo: 20, init: 6, status: 30, display: 600 },
    dailyPosts: 15,
    pendingShares: 5,
    unauditedUsers: 5,
    processingMs: 1_500,
    moderationMs: 1_000,
    maxVideoBytes: 4_000_000_000,
    upload: { keep: 'file', bytesPerSecond: 0, progress: 'last', lifeMs: 3_600_000 },
    pull: { lifeMs: 3_600_000 },
  };
}
