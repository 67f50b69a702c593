import { amount, at, isObject, type JsonObject, list, string, walk } from '../json';
import { known } from '../known';
import type { Page } from '../page';
import { type Copy, photo, type Sighting, video } from '../sighting';
import { knownSites } from './known-sites';
import type { Site } from './site';

export const pinterest: Site = {
  name: 'pinterest',
  matches: knownSites.pinterest,
  read(page) {
    const id = /\/pin\/(?:[\w-]*--)?(\d+)/.exec(page.url.pathname)?.[1];
    if (!id) return undefined;
    const pins = pinsOf(page, id);
    const sightings = firstOf(pins, filmOf) ?? firstOf(pins, pagesOf) ?? firstOf(pins, pictureOf);
    const author = pins
      .map((pin) => string(at(pin, 'pinner', 'username')) ?? string(at(pin, 'nativeCreator', 'username')))
      .find(Boolean);
    return {
      offer: 'alone',
      ...known({ sightings }),
      // Everything else on the page is another pin.
      keep: ({ declared }) => declared === true,
      material: author ? { author, handle: `@${author}` } : {},
    };
  },
};

function pinsOf(page: Page, id: string): JsonObject[] {
  const found: JsonObject[] = [];
  for (const block of page.scripts.blocks(id)) {
    walk(
      block,
      { depth: page.environment.limits.jsonDepth, nodes: page.environment.limits.jsonNodes },
      (object) => {
        if (object.id === id || object.entityId === id) found.push(object);
        return undefined;
      },
    );
  }
  return found;
}

function firstOf(pins: readonly JsonObject[], read: (pin: JsonObject) => Sighting[]): Sighting[] | undefined {
  return pins.map(read).find((sightings) => sightings.length > 0);
}

function filmOf(pin: JsonObject): Sighting[] {
  const versions = Object.values(
    at(pin, 'videos', 'video_list') ?? at(pin, 'videos', 'videoList') ?? {},
  ).filter(isObject);
  const files = versions.filter((version) => string(version.url)?.includes('.mp4'));
  files.sort((a, b) => (amount(b.width) ?? 0) - (amount(a.width) ?? 0));
  const chosen = files.length > 0 ? files : versions;
  const duration = amount(versions[0]?.duration);
  const poster = string(versions[0]?.thumbnail) ?? pictureCopies(pin)[0]?.url;
  if (chosen.length === 0) return [];
  return [
    video('', chosen.flatMap(copyOf), {
      status: files.length > 0 ? 'direct' : 'hls',
      ...(duration ? { duration: duration / 1_000 } : {}),
      ...known({ poster }),
    }),
  ];
}

/** A pin of several pages, or a carousel: in their own order. */
function pagesOf(pin: JsonObject): Sighting[] {
  const pages = [
    ...list(at(pin, 'story_pin_data', 'pages')),
    ...list(at(pin, 'carousel_data', 'carousel_slots')),
  ];
  return pages.flatMap((page) => {
    const blocks = [page, ...list(at(page, 'blocks'))].filter(isObject);
    const films = blocks.flatMap((block) => (isObject(block.video) ? filmOf({ videos: block.video }) : []));
    if (films.length > 0) return films;
    const copies = blocks.flatMap((block) => pictureCopies(isObject(block.image) ? block.image : block));
    return copies.length > 0 ? [photo('', copies)] : [];
  });
}

const pictureOf = (pin: JsonObject): Sighting[] => {
  const copies = pictureCopies(pin);
  const alt = string(pin.auto_alt_text) ?? string(pin.autoAltText);
  return copies.length > 0 ? [photo('', copies, alt ? { alt } : {})] : [];
};

function pictureCopies(pin: JsonObject): Copy[] {
  const named = [
    at(pin, 'images', 'orig'),
    at(pin, 'images', 'originals'),
    pin.imageSpec_orig,
    at(pin, 'images', '736x'),
    pin.imageSpec_736x,
  ];
  return named.flatMap(copyOf);
}

function copyOf(image: unknown): Copy[] {
  const [url, width, height] = [
    string(at(image, 'url')),
    amount(at(image, 'width')),
    amount(at(image, 'height')),
  ];
  return url ? [{ url, ...known({ width, height }) }] : [];
}
