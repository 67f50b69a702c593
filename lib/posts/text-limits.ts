import { captionLimits } from '../media/limits';

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
