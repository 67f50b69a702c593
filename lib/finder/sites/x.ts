import { hashtagsIn } from '../caption';
import { all, attr, first, words } from '../dom';
import { amount, at, isObject, type JsonObject, list, string, walk } from '../json';
import { known } from '../known';
import type { Page } from '../page';
import { type Copy, photo, type Sighting, video } from '../sighting';
import { knownSites } from './known-sites';
import type { Site, SiteReading } from './site';

export const x: Site = {
  name: 'x',
  matches: knownSites.x,
  read(page) {
    const id = /\/status(?:es)?\/(\d+)/.exec(page.url.pathname)?.[1];
    const keep: SiteReading['keep'] = ({ copies }) =>
      !copies.some(({ url }) => /abs\.twimg\.com|\/profile_(?:images|banners)\//.test(url));
    if (!id) return { keep };
    return (
      readTweetDetail(page.environment.pageData, id) ??
      fromArticle(page, id) ?? { keep, material: authorIn(page) }
    );
  },
};

/** An answer of X's own interface, or what its components were given: the tweet of that id and no other. */
export function readTweetDetail(json: unknown, id: string): SiteReading | undefined {
  let tweet: JsonObject | undefined;
  let author: string | undefined;
  walk(json, { depth: 60, nodes: 200_000 }, (object) => {
    const legacy = isObject(object.legacy) ? object.legacy : object;
    if (tweet || (object.rest_id !== id && legacy.id_str !== id)) return true;
    if (!isObject(legacy.extended_entities) && typeof legacy.full_text !== 'string') return true;
    tweet = legacy;
    author = nameOf(object);
    return false;
  });
  if (!tweet) return undefined;
  const text = (string(tweet.full_text) ?? string(tweet.text) ?? '').replace(
    /\s*https:\/\/t\.co\/\w+\s*$/,
    '',
  );
  return {
    offer: 'alone',
    sightings: list(at(tweet, 'extended_entities', 'media')).flatMap(mediaOf),
    material: {
      description: text,
      hashtags: hashtagsIn(text),
      url: `https://x.com/${author ?? 'i'}/status/${id}`,
      ...(author ? { author, handle: `@${author}` } : {}),
    },
  };
}

function nameOf(tweet: JsonObject): string | undefined {
  const user = at(tweet, 'core', 'user_results', 'result');
  return (
    string(at(user, 'legacy', 'screen_name')) ??
    string(at(user, 'core', 'screen_name')) ??
    string(at(tweet, 'user', 'screen_name'))
  );
}

function mediaOf(media: unknown): Sighting[] {
  const still = string(at(media, 'media_url_https'));
  const [width, height] = [
    amount(at(media, 'original_info', 'width')),
    amount(at(media, 'original_info', 'height')),
  ];
  const alt = string(at(media, 'ext_alt_text'));
  const rest = alt ? { alt } : {};
  const variants = list(at(media, 'video_info', 'variants'));
  if (variants.length === 0)
    return still ? [photo('', [{ url: still, ...known({ width, height }) }], rest)] : [];
  const files = variants
    .filter((variant) => at(variant, 'content_type') === 'video/mp4')
    .sort((a, b) => (amount(at(b, 'bitrate')) ?? 0) - (amount(at(a, 'bitrate')) ?? 0));
  const duration = amount(at(media, 'video_info', 'duration_millis'));
  return [
    video('', files.flatMap(copyOf), {
      ...rest,
      ...(duration ? { duration: duration / 1_000 } : {}),
      ...known({ poster: still }),
    }),
  ];
}

function copyOf(variant: unknown): Copy[] {
  const url = string(at(variant, 'url'));
  const size = /\/(\d+)x(\d+)\//.exec(url ?? '');
  return url ? [{ url, ...(size ? { width: Number(size[1]), height: Number(size[2]) } : {}) }] : [];
}

/** The page shows the tweet's pictures behind links of their own; what is quoted links to another status. */
function fromArticle(page: Page, id: string): SiteReading | undefined {
  const article = Array.from(all(page.document, 'article')).find((candidate) =>
    first(candidate, `a[href*="/status/${id}"]`),
  );
  if (!article) return undefined;
  const pictures = Array.from(all(article, `a[href*="/status/${id}/photo/"] img`)).flatMap((image) => {
    const url = page.resolve(attr(image, 'src'));
    const alt = attr(image, 'alt');
    return url?.includes('pbs.twimg.com/media')
      ? [photo('', [{ url }], alt && alt !== 'Image' ? { alt } : {})]
      : [];
  });
  const text = words(first(article, '[data-testid=tweetText]'), 5_000);
  const silent = Array.from(all(article, 'video[src*="/tweet_video/"]')).flatMap((element) =>
    element.closest('[role=link]') ? [] : [video('', [{ url: attr(element, 'src') }])],
  );
  return {
    offer: pictures.length + silent.length > 0 ? 'alone' : 'first',
    sightings: [...silent, ...pictures],
    keep: ({ element, declared }) =>
      !declared && element !== undefined && article.contains(element) && element.localName === 'video',
    material: {
      ...(text ? { description: text, hashtags: hashtagsIn(text) } : {}),
      ...authorIn(page),
    },
  };
}

/** `/i/status/…` names nobody. */
function authorIn({ url }: Page): { author?: string; handle?: string } {
  const author = /^\/(\w{2,})\/status/.exec(url.pathname)?.[1];
  return author ? { author, handle: `@${author}` } : {};
}
