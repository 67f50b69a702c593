import { known } from '../known';
import { video } from '../sighting';
import { knownSites } from './known-sites';
import type { Site } from './site';

/** Vimeo's files are bound to its player by their owner's settings: only the words and the picture are offered. */
export const vimeo: Site = {
  name: 'vimeo',
  matches: knownSites.vimeo,
  read(page) {
    const id = /^\/(?:video\/|channels\/\w+\/|groups\/\w+\/videos\/|album\/\d+\/video\/)?(\d{5,})/.exec(
      page.url.pathname,
    )?.[1];
    if (!id) return undefined;
    const [linked] = page.data.videos;
    const poster = page.resolve(linked?.poster ?? page.head.value('og:image'));
    const duration = linked?.duration;
    return {
      offer: 'first',
      sightings: [
        video('', [], { status: 'embed-only', key: `vimeo:${id}`, ...known({ poster, duration }) }),
      ],
      keep: ({ kind, declared }) => kind === 'photo' && declared === true,
    };
  },
};
