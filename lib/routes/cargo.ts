import { photoLimits } from '../media/limits';

/** One picture or video, as far as its way depends on it. Without an address it is a file of our own. */
export interface Cargo {
  urls: readonly string[];
  isStream: boolean;
  /** A photo of which it is known beforehand that TikTok would not take it as it lies there. */
  mustChange: boolean;
}

/** A draft's media, as far as it is looked at here. */
interface Loadable {
  kind: 'video' | 'photo';
  source: { from: 'url'; urls: readonly string[]; status: string } | { from: 'stash' };
  width?: number | undefined;
  height?: number | undefined;
}

export function cargoOf(media: Loadable): Cargo {
  const { source } = media;
  if (source.from === 'stash') return { urls: [], isStream: false, mustChange: false };
  return {
    urls: source.urls.filter((url) => url.startsWith('http')),
    isStream: source.status === 'hls' || source.status === 'dash',
    mustChange: media.kind === 'photo' && mustChange(media, source.urls),
  };
}

/** Told by size and name alone; what neither tells, TikTok will. */
function mustChange({ width = 0, height = 0 }: Loadable, [best = '']: readonly string[]): boolean {
  const path = URL.parse(best)?.pathname ?? '';
  return (
    Math.min(width, height) > photoLimits.maxShortSide ||
    Math.max(width, height) > photoLimits.maxLongSide ||
    /\.(?:png|gif|avif|heic|bmp|tiff?|svg)$/i.test(path)
  );
}
