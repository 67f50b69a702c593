import { hashtagsIn } from '../caption';
import { all, closest } from '../dom';
import { amount, at, list, string } from '../json';
import { known } from '../known';
import type { Page } from '../page';
import { photo, type Sighting, video } from '../sighting';
import { knownSites } from './known-sites';
import type { Site, SiteReading } from './site';

export const bluesky: Site = {
  name: 'bluesky',
  matches: knownSites.bluesky,
  read(page) {
    const [, handle, key] = /^\/profile\/([^/]+)\/post\/(\w+)/.exec(page.url.pathname) ?? [];
    if (!handle || !key) return { keep: notAvatar };
    const post = at(page.environment.answer, 'thread', 'post');
    return post ? fromAnswer(post) : fromPage(page, handle, key);
  },
};

const notAvatar: NonNullable<SiteReading['keep']> = ({ copies }) =>
  !copies.some(({ url }) => /\/img\/(?:avatar|banner)/.test(url));

function fromAnswer(post: unknown): SiteReading {
  const embed = at(post, 'embed', 'media') ?? at(post, 'embed');
  const text = string(at(post, 'record', 'text')) ?? '';
  const handle = string(at(post, 'author', 'handle'));
  const pictures = list(at(embed, 'images')).flatMap((image): Sighting[] => {
    const [url, alt] = [string(at(image, 'fullsize')), string(at(image, 'alt'))];
    const [width, height] = [
      amount(at(image, 'aspectRatio', 'width')),
      amount(at(image, 'aspectRatio', 'height')),
    ];
    return url ? [photo('', [{ url, ...known({ width, height }) }], alt ? { alt } : {})] : [];
  });
  const [stream, poster] = [string(at(embed, 'playlist')), string(at(embed, 'thumbnail'))];
  const films = stream ? [video('', [{ url: stream }], { status: 'hls', ...known({ poster }) })] : [];
  return {
    offer: 'alone',
    sightings: [...films, ...pictures],
    material: {
      description: text,
      hashtags: hashtagsIn(text),
      ...(handle ? { author: handle, handle: `@${handle}` } : {}),
    },
  };
}

/** Replies stand on the same page: only what is inside the post's own item, or what the head names, is its own. */
function fromPage(page: Page, handle: string, key: string): SiteReading {
  const [item] = Array.from(all(page.document, `[data-testid="postThreadItem-by-${plainHandle(handle)}"]`));
  const fresh = page.head.value('og:url')?.includes(key) ?? false;
  return {
    keep: (sighting) => {
      if (!notAvatar(sighting)) return false;
      if (sighting.declared) return fresh;
      return (
        item !== undefined &&
        sighting.element !== undefined &&
        closest(sighting.element, '[data-testid^="postThreadItem-by-"]') === item
      );
    },
    material: { author: handle, handle: `@${handle}`, ...(fresh ? {} : { title: '', description: '' }) },
    request: {
      url: `https://public.api.bsky.app/xrpc/app.bsky.feed.getPostThread?uri=${encodeURIComponent(`at://${handle}/app.bsky.feed.post/${key}`)}&depth=0`,
    },
  };
}

/** Handles are host names or DIDs; nothing else may reach a selector. */
const plainHandle = (handle: string) => handle.replace(/[^\w.:-]/g, '');
