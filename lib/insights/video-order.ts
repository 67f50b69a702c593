import type { Video } from '../tiktok/videos';

export const videoOrders = ['newest', 'oldest', 'views', 'likes', 'comments', 'shares'] as const;
export type VideoOrder = (typeof videoOrders)[number];

export interface VideoWish {
  search: string;
  order: VideoOrder;
  /** Only these, where given. */
  among?: ReadonlySet<string> | undefined;
}

/** The videos the person asked to see, in the order they asked for. */
export function orderedVideos<V extends Video>(
  videos: readonly V[],
  { search, order, among }: VideoWish,
): V[] {
  const words = folded(search).split(/\s+/).filter(Boolean);
  const matches = (video: V) => {
    if (among && !among.has(video.id)) return false;
    return words.length === 0 || words.every((word) => foldedWords(video).includes(word));
  };
  return videos.filter(matches).sort(comparer(order));
}

/** What is unknown comes last, whatever is asked for; equal numbers, the newer first. */
function comparer(order: VideoOrder): (a: Video, b: Video) => number {
  if (order === 'newest') return (a, b) => b.createdAt - a.createdAt;
  if (order === 'oldest') return (a, b) => a.createdAt - b.createdAt;
  return (a, b) => (b[order] ?? -1) - (a[order] ?? -1) || b.createdAt - a.createdAt;
}

/** Without case and accents, so that `naive` finds `Naïve`. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** Folding costs more than looking through what is folded: once for each video, not for each letter typed. */
const foldedOf = new WeakMap<Video, string>();
function foldedWords(video: Video): string {
  const known = foldedOf.get(video);
  if (known !== undefined) return known;
  const text = folded(`${video.title ?? ''} ${video.description ?? ''}`);
  foldedOf.set(video, text);
  return text;
}
