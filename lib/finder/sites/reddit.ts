import { all, attr, closest, first } from '../dom';
import { amount, at, list, parseJson, string } from '../json';
import { known } from '../known';
import type { Page } from '../page';
import { type Copy, photo, type Sighting, video } from '../sighting';
import { copiesOf } from '../sources/images';
import { knownSites } from './known-sites';
import { oldReddit } from './old-reddit';
import type { Site } from './site';

export const reddit: Site = {
  name: 'reddit',
  matches: knownSites.reddit,
  read(page) {
    const id = /\/(?:comments|gallery)\/(\w+)/.exec(page.url.pathname)?.[1];
    const posts = Array.from(all(page.document, 'shreddit-post'));
    const post =
      posts.find((candidate) => attr(candidate, 'id') === `t3_${id}`) ??
      (id && posts.length === 1 ? posts[0] : undefined);
    if (!post) return id ? oldReddit(page, id) : undefined;
    const films = filmsOf(page, post);
    const author = attr(post, 'author');
    return {
      offer: 'alone',
      sightings: films.length > 0 ? films : picturesOf(page, post),
      keep: ({ element, declared }) =>
        declared === true || (element !== undefined && closest(element, 'shreddit-post') === post),
      material: {
        title: attr(post, 'post-title'),
        url: new URL(attr(post, 'permalink') || page.url.pathname, 'https://www.reddit.com').href,
        ...(author ? { author, handle: `u/${author}` } : {}),
      },
    };
  },
};

/** `packaged-media-json` names files with sound; `src` is a stream; DASH files alone are silent. */
function filmsOf(page: Page, post: Element): Sighting[] {
  const player = first(post, 'shreddit-player, shreddit-player-2');
  if (!player) return [];
  const packaged = parseJson(attr(player, 'packaged-media-json').slice(0, 200_000));
  const files = list(at(packaged, 'playbackMp4s', 'permutations')).flatMap((permutation): Copy[] => {
    const url = string(at(permutation, 'source', 'url'));
    const [width, height] = [
      amount(at(permutation, 'source', 'dimensions', 'width')),
      amount(at(permutation, 'source', 'dimensions', 'height')),
    ];
    return url ? [{ url, ...known({ width, height }) }] : [];
  });
  files.sort((a, b) => (b.width ?? 0) * (b.height ?? 0) - (a.width ?? 0) * (a.height ?? 0));
  const stream = attr(player, 'src');
  const duration = amount(at(packaged, 'playbackMp4s', 'duration'));
  const poster = page.resolve(attr(player, 'poster') || undefined);
  const rest = known({ duration, poster });
  if (files.length > 0) return [video('', files, rest)];
  return stream
    ? [video('', [{ url: stream }], { ...rest, status: stream.includes('.m3u8') ? 'hls' : 'direct' })]
    : [];
}

/** A gallery is ordered by its slots, whatever order its items stand in. */
function picturesOf(page: Page, post: Element): Sighting[] {
  const slots = Array.from(all(post, 'gallery-carousel li[slot^="page-"]')).sort(
    (a, b) => slotOf(a) - slotOf(b),
  );
  const holders =
    slots.length > 0
      ? slots
      : Array.from(all(post, '[slot="post-media-container"], shreddit-aspect-ratio, zoomable-img')).slice(
          0,
          1,
        );
  return holders.flatMap((holder) => {
    const image = Array.from(all(holder, 'img')).find(
      (candidate) => !attr(candidate, 'class').includes('background-image-filter'),
    );
    const alt = image ? attr(image, 'alt') : '';
    return image ? [photo('', withOriginal(copiesOf(page, image)), alt ? { alt } : {})] : [];
  });
}

/** Previews are signed; the upload itself is not, and stands under the picture's bare name. Last, since not every picture has it. */
function withOriginal(copies: Copy[]): Copy[] {
  const name = copies
    .map(({ url }) => /^https:\/\/preview\.redd\.it\/(?:[^/]*-v0-)?(\w+\.\w+)/.exec(url)?.[1])
    .find(Boolean);
  return name ? [...copies, { url: `https://i.redd.it/${name}` }] : copies;
}

const slotOf = (element: Element) => Number(attr(element, 'slot').replace('page-', ''));
