import { amount, at, isObject, list, parseJson, string, walk } from '../json';
import { known } from '../known';
import type { Page } from '../page';
import { type Copy, video } from '../sighting';
import { knownSites } from './known-sites';
import type { Site } from './site';

/** A talk's files stand in the player's set-up, which is JSON inside JSON; what JSON-LD calls a file is the page. */
export const ted: Site = {
  name: 'ted',
  matches: knownSites.ted,
  read(page) {
    const player = playerOf(page);
    const files = list(at(player, 'resources', 'h264')).flatMap((file): Copy[] => {
      const url = string(at(file, 'file'));
      return url ? [{ url, height: amount(at(file, 'bitrate')) ?? 0 }] : [];
    });
    const stream = string(at(player, 'resources', 'hls', 'stream'));
    if (files.length === 0 && !stream) return undefined;
    files.sort((a, b) => (b.height ?? 0) - (a.height ?? 0));
    const duration = amount(at(player, 'duration'));
    const poster = string(at(player, 'thumb'));
    const copies = files.length > 0 ? files.map(({ url }) => ({ url })) : [{ url: stream ?? '' }];
    return {
      offer: 'first',
      sightings: [
        video('', copies, { status: files.length > 0 ? 'direct' : 'hls', ...known({ duration, poster }) }),
      ],
      keep: ({ kind, declared }) => kind === 'photo' && declared === true,
    };
  },
};

function playerOf(page: Page): unknown {
  let found: unknown;
  walk(page.scripts.byId('__NEXT_DATA__'), { depth: 20, nodes: 50_000 }, (object) => {
    const written = object.playerData ?? object.player_data;
    found ??= typeof written === 'string' ? parseJson(written) : isObject(written) ? written : undefined;
    return found === undefined;
  });
  return found;
}
