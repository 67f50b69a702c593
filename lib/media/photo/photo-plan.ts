import type { PhotoFacts } from '../facts';
import { photoLimits } from '../limits';

export interface PhotoPlan {
  /** `nothing`: as it is. `strip`: the same picture without what tells about its maker. `convert`: a new JPEG. */
  do: 'nothing' | 'strip' | 'convert';
  width: number;
  height: number;
  /** Why it has to be made anew. */
  reasons: ReadonlyArray<'format' | 'sides' | 'bytes' | 'turned' | 'moving' | 'transparent' | 'inks'>;
}

/** How a photo comes within TikTok's limits with the least harm to it. */
export function planPhoto(facts: PhotoFacts): PhotoPlan {
  const sides = photoSides(facts);
  const reasons: Array<PhotoPlan['reasons'][number]> = [];
  if (!(photoLimits.formats as readonly string[]).includes(facts.format)) reasons.push('format');
  if (sides.width !== facts.width || sides.height !== facts.height) reasons.push('sides');
  if ((facts.size ?? 0) > photoLimits.maxBytes) reasons.push('bytes');
  if (facts.orientation !== 1) reasons.push('turned');
  if (facts.animated) reasons.push('moving');
  if (facts.transparent) reasons.push('transparent');
  if (facts.cmyk) reasons.push('inks');
  if (reasons.length > 0) return { do: 'convert', ...sides, reasons };
  return { do: facts.hasMetadata ? 'strip' : 'nothing', ...sides, reasons };
}

/** The largest sides of the same shape that TikTok takes; never larger than they are. */
export function photoSides({ width, height }: { width: number; height: number }) {
  const { maxShortSide, maxLongSide } = photoLimits;
  const scale = Math.min(1, maxShortSide / Math.min(width, height), maxLongSide / Math.max(width, height));
  return { width: side(width * scale), height: side(height * scale) };
}

const side = (value: number) => Math.max(1, Math.round(value));
