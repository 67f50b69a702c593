/** TikTok counts UTF-16 code units, which is what `.length` counts. */
export const textLimits = {
  videoCaption: 2_200,
  photoTitle: 90,
  photoDescription: 4_000,
} as const;

export const mostPhotos = 35;

export const captionLimit = (kind: 'video' | 'photo'): number =>
  kind === 'video' ? textLimits.videoCaption : textLimits.photoDescription;

/** Cuts to the limit without leaving half a character. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  const last = cut.charCodeAt(cut.length - 1);
  const halfPair = last >= 0xd800 && last <= 0xdbff;
  return halfPair ? cut.slice(0, -1) : cut;
}
