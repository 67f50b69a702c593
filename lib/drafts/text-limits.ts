import { captionLimits } from '../media/limits';

/** What a field takes at all: far over TikTok's limits, so that what is pasted can be cut by the person. */
export const longestWritten = 100_000;

export const captionLimit = (kind: 'video' | 'photo'): number =>
  kind === 'video' ? captionLimits.video : captionLimits.photoDescription;

/** Cuts to the limit without leaving half a character. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  const last = cut.charCodeAt(cut.length - 1);
  const halfPair = last >= 0xd800 && last <= 0xdbff;
  return halfPair ? cut.slice(0, -1) : cut;
}
