import { amount, at, isObject, type JsonObject, list, string, walk } from '../json';
import { known } from '../known';
import type { Page } from '../page';
import { type Copy, photo, type Sighting, video } from '../sighting';

/** The media object that Instagram and Threads share. Paths to it change; its own fields hardly do. */
export const carriesMedia = (object: JsonObject) =>
  object.video_versions != null ||
  at(object, 'image_versions2', 'candidates') != null ||
  object.carousel_media != null;

/** The richest object of that code, and not the author's other posts that the same answer holds. */
export function mediaOf(json: readonly unknown[], code: string, page: Page): JsonObject | undefined {
  const found: JsonObject[] = [];
  const { jsonDepth: depth, jsonNodes: nodes } = page.environment.limits;
  for (const block of json) {
    // The code may stand on a wrapper whose inner object carries the media.
    walk(block, { depth, nodes }, (object) => {
      if (object.code === code || object.shortcode === code) {
        const inner = carriesMedia(object)
          ? object
          : Object.values(object).filter(isObject).find(carriesMedia);
        if (inner) found.push(inner);
      }
      return undefined;
    });
  }
  const richness = (object: JsonObject) =>
    Object.values(object).filter((value) => value !== null && value !== undefined).length +
    100 * list(object.carousel_media).length;
  return found.sort((a, b) => richness(b) - richness(a))[0];
}

/** In posting order, mixed as posted. */
export function sightingsOf(media: JsonObject): Sighting[] {
  const children = list(media.carousel_media).filter(isObject);
  return (children.length > 0 ? children : [media]).flatMap((child) => one(child, media));
}

function one(media: JsonObject, post: JsonObject): Sighting[] {
  const pictures = picturesOf(media);
  const films = list(media.video_versions).flatMap((version) => copyOf(version));
  const alt = string(media.accessibility_caption) ?? string(post.accessibility_caption);
  const [poster, film] = [pictures[0]?.url, films[0]];
  const rest = alt ? { alt } : {};
  if (!film) return pictures.length > 0 ? [photo('', pictures, rest)] : [];
  const duration = amount(media.video_duration) ?? encodedDuration(film.url);
  return [video('', unique(films), { ...rest, ...known({ duration, poster }) })];
}

function copyOf(version: unknown): Copy[] {
  const [url, width, height] = [
    string(at(version, 'url')),
    amount(at(version, 'width')),
    amount(at(version, 'height')),
  ];
  return url ? [{ url, ...known({ width, height }) }] : [];
}

const unique = (copies: Copy[]) =>
  copies.filter(({ url }, index) => copies.findIndex((copy) => copy.url === url) === index);

/** Largest first, square crops last; `display_uri` is small and only better than nothing. */
function picturesOf(media: JsonObject): Copy[] {
  const candidates = list(at(media, 'image_versions2', 'candidates')).flatMap(copyOf);
  const cropped = ({ url }: Copy) => Number(/[?&]stp=c\d|[?&]stp=[^&]*_c[\d.]+a_/.test(url));
  const sorted = [...candidates].sort((a, b) => cropped(a) - cropped(b));
  const display = string(media.display_uri) ?? string(media.display_url);
  return sorted.length > 0 ? sorted : display ? [{ url: display }] : [];
}

/** `efg` carries a little base64 JSON that knows the length. */
function encodedDuration(address: string): number | undefined {
  try {
    const efg = new URL(address).searchParams.get('efg') ?? '';
    return amount(at(JSON.parse(atob(efg)), 'duration_s'));
  } catch {
    return undefined;
  }
}
