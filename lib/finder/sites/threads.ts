import { hashtagsIn } from '../caption';
import { at, string } from '../json';
import { knownSites } from './known-sites';
import { mediaOf, sightingsOf } from './media-object';
import type { Site } from './site';

export const threads: Site = {
  name: 'threads',
  matches: knownSites.threads,
  read(page) {
    const code = /^\/(?:@[\w.]+\/)?(?:post|t)\/([\w-]+)/.exec(page.url.pathname)?.[1];
    const media = code ? mediaOf(page.scripts.blocks(code), code, page) : undefined;
    if (!media)
      return { keep: ({ copies }) => !copies.some(({ url }) => /t51\.(?:2885|82787)-19/.test(url)) };
    const text = string(at(media, 'caption', 'text')) ?? '';
    const name = string(at(media, 'user', 'username'));
    return {
      offer: 'alone',
      sightings: sightingsOf(media),
      material: {
        description: text,
        hashtags: hashtagsIn(text),
        ...(name ? { author: name, handle: `@${name}` } : {}),
      },
    };
  },
};
