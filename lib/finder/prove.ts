import type { Finding } from './finding';
import { isSigned } from './originals';

export interface Measured {
  width: number;
  height: number;
}

/** Loads a picture and says how large it is; nothing where it does not load or is no picture. */
export type Measure = (url: string) => Promise<Measured | undefined>;

export interface Proved extends Measured {
  url: string;
}

/** Some hosts answer for what is missing with a small grey picture. */
const leastOriginal = 121;
const mostTried = 4;

/**
 * The first address that keeps its promise. Addresses before the last are guesses or sizes; each has to load as a
 * picture and be no smaller than the one the page shows. A signed address is taken as it is.
 */
export async function provePicture(
  finding: Pick<Finding, 'urls'>,
  measure: Measure,
): Promise<Proved | undefined> {
  const safe = finding.urls.at(-1);
  if (safe === undefined) return undefined;
  const [best] = finding.urls;
  const shown = best === safe ? undefined : await measure(safe);
  for (const url of finding.urls.slice(0, mostTried)) {
    if (url === safe) break;
    const size = await measure(url);
    if (size && isLarger(size, shown)) return { url, ...size };
    if (isSigned(url) && size) return { url, ...size };
  }
  const fallback = shown ?? (await measure(safe));
  return fallback && { url: safe, ...fallback };
}

function isLarger(size: Measured, shown: Measured | undefined): boolean {
  if (size.width < leastOriginal && size.height < leastOriginal) return false;
  return !shown || size.width * size.height >= shown.width * shown.height;
}

const largestPicture = 40_000_000;
const patience = 15_000;

/** Measures by decoding: what a browser can draw is a picture, whatever its host calls it. */
export function measureBy(
  fetch: typeof globalThis.fetch,
  decode: (blob: Blob) => Promise<Measured & { close?(): void }>,
): Measure {
  return async (url) => {
    try {
      const response = await fetch(url, { credentials: 'omit', signal: AbortSignal.timeout(patience) });
      const length = Number(response.headers.get('content-length'));
      const type = response.headers.get('content-type') ?? '';
      if (!response.ok || length > largestPicture || /^text\//.test(type)) {
        await response.body?.cancel();
        return undefined;
      }
      const picture = await decode(await response.blob());
      const { width, height } = picture;
      picture.close?.();
      return { width, height };
    } catch {
      return undefined;
    }
  };
}
