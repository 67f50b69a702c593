import { wholeBody } from '../platform/bounded-body';
import { isPublicAddress } from '../platform/public-host';

/** A small copy of a picture whose host forbids other pages to show it: fetched with permission, shown from memory. */
export interface Thumbnail {
  /** A `data:` address, ready for an `img`. */
  data?: string;
  /** The origin the person would have to grant first. */
  needs?: string;
}

export interface ThumbnailDependencies {
  fetch: typeof globalThis.fetch;
  /** May this address be read? */
  granted(address: string): Promise<boolean>;
  /** Draws a picture no larger than asked and writes it as JPEG. */
  shrink(blob: Blob, longestSide: number): Promise<Blob>;
}

const longestSide = 320;
/** What a message may carry without weighing on the page that asked for thirty of them. */
const largestThumbnail = 60_000;
const largestPicture = 15_000_000;
const patience = 10_000;

export function createThumbnails({ fetch, granted, shrink }: ThumbnailDependencies) {
  return async (address: string): Promise<Thumbnail> => {
    if (!isPublicAddress(address)) return {};
    const url = new URL(address);
    // A permission names no port.
    if (!(await granted(url.href))) return { needs: `${url.protocol}//${url.hostname}/*` };
    try {
      const response = await fetch(url.href, { credentials: 'omit', signal: AbortSignal.timeout(patience) });
      const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
      // A redirect may lead where the page could not.
      if (!response.ok || !isPublicAddress(response.url || url.href) || !/^image\/(?!svg)/.test(type)) {
        await response.body?.cancel();
        return {};
      }
      const bytes = await wholeBody(response, largestPicture);
      if (!bytes) return {};
      const picture = new Blob([bytes], { type });
      const small = picture.size <= largestThumbnail ? picture : await shrink(picture, longestSide);
      return small.size <= largestThumbnail ? { data: await dataAddress(small) } : {};
    } catch {
      return {};
    }
  };
}

async function dataAddress(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return `data:${blob.type};base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}
