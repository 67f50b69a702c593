import { amount, at, type JsonObject, jsonAfter, list, string, walk } from '../json';
import { known } from '../known';
import type { Page } from '../page';
import { type Copy, photo, type Sighting, video } from '../sighting';
import { knownSites } from './known-sites';
import type { Site } from './site';

export const tumblr: Site = {
  name: 'tumblr',
  matches: knownSites.tumblr,
  read(page) {
    const id = /\/(?:post\/)?(\d{8,})/.exec(page.url.pathname)?.[1];
    if (!id) return undefined;
    const post = postOf(page, id);
    const sightings = post ? blocksOf(post).flatMap(sightingOf) : [];
    const blog =
      string(at(post, 'blogName')) ??
      /^(?!www\.)([\w-]+)\.tumblr/.exec(page.url.hostname)?.[1] ??
      /^\/([\w-]+)\//.exec(page.url.pathname)?.[1];
    return {
      offer: 'alone',
      sightings,
      // Notes are other people's avatars, and themes carry pictures of their own.
      keep: ({ declared, copies }) =>
        declared === true ||
        copies.some(({ url }) => /media\.tumblr\.com\/(?!avatar)/.test(url) && !/\/s\d\dx\d\du/.test(url)),
      material: { ...(blog ? { author: blog, handle: `@${blog}` } : {}), ...tagsOf(post) },
    };
  },
};

function postOf(page: Page, id: string): JsonObject | undefined {
  const inline = page.scripts
    .holding('___INITIAL_STATE___')
    .map((script) =>
      jsonAfter(script, /___INITIAL_STATE___['"]?\]?\s*=\s*\{/, page.environment.limits.jsonBlock),
    );
  let post: JsonObject | undefined;
  for (const block of [...inline, ...page.scripts.blocks(id)]) {
    walk(block, { depth: 40, nodes: 100_000 }, (object) => {
      const own = object.id === id || object.idString === id || String(object.id) === id;
      if (own && (Array.isArray(object.content) || Array.isArray(object.trail))) post ??= object;
      return undefined;
    });
  }
  return post;
}

/** A reblog's own blocks may be empty; the trail holds what was posted first. */
function blocksOf(post: JsonObject): readonly unknown[] {
  const own = list(post.content);
  return own.length > 0 ? own : list(post.trail).flatMap((entry) => list(at(entry, 'content')));
}

function sightingOf(block: unknown): Sighting[] {
  const copies = list(at(block, 'media')).flatMap((media): Copy[] => {
    const [url, width, height] = [
      string(at(media, 'url')),
      amount(at(media, 'width')),
      amount(at(media, 'height')),
    ];
    return url ? [{ url, ...known({ width, height }) }] : [];
  });
  const alt = string(at(block, 'altText')) ?? string(at(block, 'alt_text'));
  const poster = string(at(block, 'poster', 0, 'url'));
  if (copies.length === 0) return [];
  if (at(block, 'type') === 'video') return [video('', copies, poster ? { poster } : {})];
  return at(block, 'type') === 'image' ? [photo('', copies, alt ? { alt } : {})] : [];
}

function tagsOf(post: JsonObject | undefined): { hashtags?: string[] } {
  const tags = list(post?.tags).flatMap((tag) => string(tag)?.replace(/\s+/g, '') ?? []);
  return tags.length > 0 ? { hashtags: tags } : {};
}
