import { AppError } from '../../errors/app-error';
import type { Bytes } from '../bytes';
import type { PhotoFacts, PhotoFormat } from '../facts';
import { isCodedAsUsual, jpegFacts, walkJpeg } from './jpeg';
import { isMeasured, otherFacts } from './others';
import { webpFacts } from './webp';

/** How much is read at first, and how far it may grow: cameras put previews and profiles before the size. */
const looks = [64 << 10, 512 << 10, 4 << 20];

/** What a photo is, from as few of its first bytes as will do. */
export async function readPhotoFacts(bytes: Bytes, format: PhotoFormat): Promise<PhotoFacts> {
  const size = await bytes.size();
  for (const look of looks) {
    const head = await bytes.read(0, look);
    const facts = photoFacts(head, format);
    const isWhole = head.length === size;
    const jpeg = format === 'jpeg' ? walkJpeg(head) : undefined;
    if (jpeg && !isCodedAsUsual(jpeg)) throw unreadable(format);
    if (facts && isWhole && jpeg?.complete === false) break;
    if (facts) return { ...facts, ...(size === undefined ? {} : { size }) };
    if (head.length < look) break;
  }
  if (format === 'jpeg' || format === 'webp' || isMeasured(format))
    throw new AppError('media_damaged', { facts: { format } });
  throw unreadable(format);
}

const unreadable = (format: PhotoFormat) =>
  new AppError('photo_unreadable', { facts: { format: format.toUpperCase() } });

/** Pure: undefined when the bytes given do not reach far enough. */
export function photoFacts(head: Uint8Array, format: PhotoFormat): PhotoFacts | undefined {
  const read =
    format === 'jpeg' ? jpegFacts(head) : format === 'webp' ? webpFacts(head) : otherFacts(format, head);
  if (!read || read.width < 1 || read.height < 1) return undefined;
  const { orientation = 1 } = read;
  const lies = orientation >= 5;
  return {
    kind: 'photo',
    format,
    animated: false,
    transparent: false,
    cmyk: false,
    hasLocation: false,
    hasMetadata: false,
    ...read,
    orientation,
    width: lies ? read.height : read.width,
    height: lies ? read.width : read.height,
  };
}
