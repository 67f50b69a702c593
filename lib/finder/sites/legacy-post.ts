import { amount, at, isObject, type JsonObject, jsonAfter, list, string, walk } from '../json';
import { known } from '../known';
import type { Page } from '../page';
import { type Copy, photo, type Sighting, video } from '../sighting';

/** Instagram's older data, which saved pages and some answers still have: `display_url` and `edge_…` in a script. */
export function legacyPost(page: Page, code: string): JsonObject | undefined {
  const { jsonDepth: depth, jsonNodes: nodes, jsonBlock } = page.environment.limits;
  const written = page.scripts
    .holding(code)
    .map((script) => jsonAfter(script, /_sharedData\s*=|additionalDataLoaded\(/, jsonBlock));
  let post: JsonObject | undefined;
  for (const block of [...written, ...page.scripts.blocks(code)])
    walk(block, { depth, nodes }, (object) => {
      if (object.shortcode === code && string(object.display_url)) post ??= object;
      return post === undefined;
    });
  return post;
}

/** The same fields as the newer media object has, for what is said of a post. */
export function legacyWords(post: JsonObject): JsonObject {
  return {
    caption: at(post, 'edge_media_to_caption', 'edges', 0, 'node') ?? post.caption,
    user: isObject(post.owner) ? { ...post.owner, pk: post.owner.id } : undefined,
  };
}

/** In posting order, mixed as posted. */
export function legacySightings(post: JsonObject): Sighting[] {
  const children = list(at(post, 'edge_sidecar_to_children', 'edges')).map((edge) => at(edge, 'node'));
  return (children.length > 0 ? children : [post]).filter(isObject).flatMap(one);
}

function one(media: JsonObject): Sighting[] {
  const pictures = [copyOf(media, 'display_url'), ...list(media.display_resources).map(copyOf)]
    .flatMap((copy) => copy ?? [])
    .sort((a, b) => (b.width ?? 0) - (a.width ?? 0));
  const alt = string(media.accessibility_caption);
  const film = string(media.video_url);
  if (film)
    return [
      video(
        '',
        [{ url: film }],
        known({ alt, duration: amount(media.video_duration), poster: pictures[0]?.url }),
      ),
    ];
  return pictures.length > 0 ? [photo('', pictures, known({ alt }))] : [];
}

function copyOf(resource: unknown, key: unknown): Copy | undefined {
  const url = string(at(resource, key === 'display_url' ? key : 'src'));
  const width = amount(at(resource, 'config_width') ?? at(resource, 'dimensions', 'width'));
  const height = amount(at(resource, 'config_height') ?? at(resource, 'dimensions', 'height'));
  return url ? { url, ...known({ width, height }) } : undefined;
}
