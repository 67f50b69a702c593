import { AppError } from '../../errors/app-error';
import { blobBytes } from '../bytes';
import type { PhotoFacts, PhotoFormat } from '../facts';
import { formatOf } from '../format';
import { joined } from '../joined';
import { photoLimits } from '../limits';
import { stripJpeg } from './jpeg';
import { readPhotoFacts } from './photo-facts';
import { type PhotoPlan, planPhoto } from './photo-plan';
import { stripWebp } from './webp';

/** A photo as it will be posted. */
export interface FitPhoto {
  blob: Blob;
  type: 'image/jpeg' | 'image/webp';
  width: number;
  height: number;
  did: PhotoPlan['do'];
}

/** A canvas that holds a photo, upright and over white, in the sides it was asked for. */
export interface PaintedPhoto {
  toJpeg(quality: number): Promise<Blob>;
  close(): void;
}

export interface PaintOrder {
  width: number;
  height: number;
  /** EXIF's turn still to be made; 1 where the decoder makes it. */
  orientation: number;
  /** Pixels of the original: an enormous one is decoded in another way. */
  pixels: number;
}

/** Decodes and scales. Rejects with anything when the picture cannot be decoded. */
export type PaintPhoto<Painted extends PaintedPhoto = PaintedPhoto> = (
  blob: Blob,
  order: PaintOrder,
) => Promise<Painted>;

/** Looks untouched; lowered only while the file is larger than TikTok takes. */
const qualities = [0.92, 0.85, 0.75, 0.6];

/** Makes a photo fit, changing as little as it can, and takes away what tells about its maker. */
export async function fitPhoto(blob: Blob, paint: PaintPhoto): Promise<FitPhoto> {
  const facts = await factsOf(blob);
  const plan = planPhoto(facts);
  const { width, height } = plan;
  if (plan.do === 'convert')
    return { ...(await convert(blob, facts, plan, paint)), width, height, did: 'convert' };
  const type = facts.format === 'webp' ? 'image/webp' : 'image/jpeg';
  // Stripped even when the first look saw nothing to strip: what tells may stand behind the picture.
  const parts = strip(new Uint8Array(await blob.arrayBuffer()), facts.format);
  if (!parts) throw damaged(facts);
  const bare = inOne(parts, type);
  return { blob: bare, type, width, height, did: bare.size === blob.size ? 'nothing' : 'strip' };
}

async function factsOf(blob: Blob): Promise<PhotoFacts> {
  const bytes = blobBytes(blob);
  const found = formatOf(await bytes.read(0, 1_024));
  if (blob.size === 0) throw new AppError('media_empty');
  if (found.kind === 'photo') return readPhotoFacts(bytes, found.format);
  const format = found.kind === 'other' ? found.format : found.kind;
  throw new AppError(format === 'html' ? 'media_is_page' : 'media_unsupported', { facts: { format } });
}

async function convert(
  blob: Blob,
  facts: PhotoFacts,
  sides: PhotoPlan,
  paint: PaintPhoto,
): Promise<Pick<FitPhoto, 'blob' | 'type'>> {
  const painted = await paintUpright(blob, facts, sides, paint);
  try {
    for (const quality of qualities) {
      const jpeg = await painted.toJpeg(quality);
      if (jpeg.size <= photoLimits.maxBytes) return { blob: jpeg, type: 'image/jpeg' };
    }
    throw new AppError('unexpected', { cause: 'a photo within the limits is still too large' });
  } finally {
    painted.close();
  }
}

interface Sides {
  width: number;
  height: number;
}

/** A photo of any kind on a canvas, upright and over white, in the sides that are wanted of it. */
export async function openPhoto<Painted extends PaintedPhoto>(
  blob: Blob,
  sidesOf: (photo: Sides) => Sides,
  paint: PaintPhoto<Painted>,
): Promise<Painted> {
  const facts = await factsOf(blob);
  return paintUpright(blob, facts, sidesOf(facts), paint);
}

async function paintUpright<Painted extends PaintedPhoto>(
  blob: Blob,
  facts: PhotoFacts,
  { width, height }: Sides,
  paint: PaintPhoto<Painted>,
): Promise<Painted> {
  const { blob: bare, orientation } = await withoutTurn(blob, facts);
  try {
    return await paint(bare, { width, height, orientation, pixels: facts.width * facts.height });
  } catch (cause) {
    throw isReadable(facts.format) ? damaged(facts, cause) : unreadable(facts, cause);
  }
}

/**
 * Decoders differ in whether they obey a JPEG's turn when they also scale. So it is taken out of the file, and
 * made on the canvas.
 */
async function withoutTurn(blob: Blob, facts: PhotoFacts): Promise<{ blob: Blob; orientation: number }> {
  if (facts.format !== 'jpeg') return { blob, orientation: 1 };
  const bare = stripJpeg(new Uint8Array(await blob.arrayBuffer()));
  if (!bare) throw damaged(facts);
  return { blob: inOne(bare, 'image/jpeg'), orientation: facts.orientation };
}

/** Firefox tells a picture by the first part of its Blob alone: two bytes of a JPEG are none to it. */
const inOne = (parts: readonly Uint8Array[], type: string) => new Blob([joined(parts)], { type });

const strip = (bytes: Uint8Array, format: PhotoFormat) =>
  format === 'webp' ? stripWebp(bytes) : stripJpeg(bytes);

const everywhere: readonly PhotoFormat[] = ['jpeg', 'webp', 'png', 'gif', 'bmp', 'avif'];
const isReadable = (format: PhotoFormat) => everywhere.includes(format);
const damaged = ({ format }: PhotoFacts, cause?: unknown) =>
  new AppError('media_damaged', { facts: { format }, cause });
const unreadable = ({ format }: PhotoFacts, cause: unknown) =>
  new AppError('photo_unreadable', { facts: { format: format.toUpperCase() }, cause });
