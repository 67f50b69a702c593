import { amount, at, isObject, type JsonObject, list, string, walk } from '../json';
import { known } from '../known';
import type { Page } from '../page';
import { type Copy, photo, type Sighting, video } from '../sighting';
import { knownSites } from './known-sites';
import type { Site } from './site';

export const facebook: Site = {
  name: 'facebook',
  matches: knownSites.facebook,
  read(page) {
    const { pathname, searchParams } = page.url;
    const id =
      /\/(?:videos|reel|watch|posts|photos?)\/(?:[\w.-]+\/)*?(\d{6,})/.exec(pathname)?.[1] ??
      searchParams.get('v') ??
      searchParams.get('fbid') ??
      searchParams.get('story_fbid');
    // A feed holds many people's media: nothing is chosen for them.
    if (!id || !/^\d+$/.test(id)) return { keep: ({ declared }) => declared === true };
    const sightings = objectsOf(page, id).flatMap(sightingOf);
    return { offer: 'alone', sightings, keep: ({ declared }) => declared === true };
  },
};

function objectsOf(page: Page, id: string): JsonObject[] {
  const found: JsonObject[] = [];
  for (const block of page.scripts.blocks(id)) {
    walk(
      block,
      { depth: page.environment.limits.jsonDepth, nodes: page.environment.limits.jsonNodes },
      (object) => {
        if (object.id === id || object.videoId === id || object.video_id === id) found.push(object);
        return undefined;
      },
    );
  }
  return found;
}

const hd = ['browser_native_hd_url', 'playable_url_quality_hd'];
const sd = ['browser_native_sd_url', 'playable_url'];

function sightingOf(object: JsonObject): Sighting[] {
  const holders = [object, at(object, 'videoDeliveryLegacyFields')].filter(isObject);
  const named = [...hd, ...sd].flatMap((key) => holders.flatMap((holder) => string(holder[key]) ?? []));
  const progressive = list(
    at(object, 'videoDeliveryResponseFragment', 'videoDeliveryResponseResult', 'progressive_urls'),
  )
    .concat(list(at(object, 'videoDeliveryResponseResult', 'progressive_urls')))
    .flatMap((entry) => string(at(entry, 'progressive_url')) ?? []);
  const files: Copy[] = [...new Set([...progressive, ...named])].map((url) => ({ url }));
  const duration = amount(object.length_in_second) ?? amount(object.playable_duration_in_ms);
  const poster = string(at(object, 'preferred_thumbnail', 'image', 'uri'));
  if (files.length > 0) {
    const seconds = duration && duration > 10_000 ? duration / 1_000 : duration;
    return [video('', files, known({ duration: seconds, poster }))];
  }
  const [uri, width, height] = [
    string(at(object, 'image', 'uri')),
    amount(at(object, 'image', 'width')),
    amount(at(object, 'image', 'height')),
  ];
  return uri && (width ?? 0) > 300 ? [photo('', [{ url: uri, ...known({ width, height }) }])] : [];
}
