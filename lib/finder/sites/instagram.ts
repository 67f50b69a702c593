import { hashtagsIn } from '../caption';
import { closest } from '../dom';
import { at, isObject, type JsonObject, string } from '../json';
import type { Page } from '../page';
import { knownSites } from './known-sites';
import { legacyPost, legacySightings, legacyWords } from './legacy-post';
import { carriesMedia, mediaOf, sightingsOf } from './media-object';
import type { Site, SiteReading, SiteRequest } from './site';

/** Instagram's web client's own number, which its addresses answer to. */
const appId = '936619743392459';

export const instagram: Site = {
  name: 'instagram',
  matches: knownSites.instagram,
  read(page) {
    const code = codeOf(page.url.pathname);
    if (!code)
      return {
        keep: ({ declared, copies }) =>
          !declared && !copies.some(({ url }) => /t51\.(?:2885|82787)-19/.test(url)),
      };
    const media = answered(page) ?? mediaOf(page.scripts.blocks(code), code, page);
    if (media)
      return {
        offer: 'alone',
        sightings: sightingsOf(media),
        material: saying(media, code),
        ownedByViewer: isOwn(page, media),
      };
    const legacy = legacyPost(page, code);
    if (legacy)
      return {
        offer: 'alone',
        sightings: legacySightings(legacy),
        material: saying(legacyWords(legacy), code),
        ownedByViewer: isOwn(page, legacyWords(legacy)),
      };
    if (isWall(page))
      return {
        offer: 'nothing',
        notice: 'sign-in-wall',
        material: { title: '', description: '', author: '' },
      };
    return fromPage(page, code);
  },
};

/** Longer codes carry a private share behind the post's own. */
export function codeOf(pathname: string): string | undefined {
  const code = /^\/(?:[\w.]+\/)?(?:p|reel|reels|tv)\/([\w-]{5,})/.exec(pathname)?.[1];
  return code && code.length > 28 ? code.slice(0, 11) : code;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The post's number is its code read in base 64. */
export function keyOf(code: string): string {
  return [...code].reduce((sum, digit) => sum * 64n + BigInt(digits.indexOf(digit)), 0n).toString();
}

function answered({ environment }: Page): JsonObject | undefined {
  const item = at(environment.answer, 'items', 0);
  return isObject(item) && carriesMedia(item) ? item : undefined;
}

function saying(media: JsonObject, code: string): NonNullable<SiteReading['material']> {
  const text = string(at(media, 'caption', 'text')) ?? '';
  const name = string(at(media, 'user', 'username'));
  return {
    title: '',
    description: text,
    hashtags: hashtagsIn(text),
    url: `https://www.instagram.com/p/${code}/`,
    ...(name ? { author: name, handle: `@${name}` } : {}),
  };
}

function isOwn(page: Page, media: JsonObject): boolean | undefined {
  const viewer = /"(?:viewerId|NON_FACEBOOK_USER_ID)":"(\d{3,})"/.exec(
    page.scripts.texts('viewerId', 'NON_FACEBOOK_USER_ID'),
  )?.[1];
  const owner = string(at(media, 'user', 'pk'));
  return viewer && owner ? viewer === owner : undefined;
}

/** A wall answers 200 like a post; only the route's name tells, or that there is nothing at all. */
function isWall(page: Page): boolean {
  const route = /"canonicalRouteName":"([^"]+)"/.exec(page.scripts.texts('canonicalRouteName'))?.[1] ?? '';
  return /Login|ErrorRoute|HttpErrorPage/.test(route) && !page.head.value('og:image');
}

/** No data of this post: after in-app navigation the document still describes another one. */
function fromPage(page: Page, code: string): SiteReading {
  const fresh = page.head.value('og:url')?.includes(code) ?? false;
  const name = / - ([\w.]+) on /.exec(page.head.value('og:description') ?? '')?.[1];
  const author = /^(.+?)(?: \(@[\w.]+\))? on Instagram/.exec(page.head.value('og:title') ?? '')?.[1];
  const material = {
    url: `https://www.instagram.com/p/${code}/`,
    ...(fresh ? {} : { title: '', description: '', hashtags: [] }),
    ...(fresh && name ? { handle: `@${name}` } : {}),
    ...(fresh && author ? { author } : {}),
  };
  return {
    material,
    request: request(code),
    keep: (sighting) => {
      if (sighting.copies.some(({ url }) => /t51\.(?:2885|82787)-19/.test(url))) return false;
      if (sighting.declared) return fresh;
      return (
        sighting.element !== undefined &&
        closest(sighting.element, 'article, [role=dialog], main') !== undefined
      );
    },
  };
}

const request = (code: string): SiteRequest => ({
  url: `https://www.instagram.com/api/v1/media/${keyOf(code)}/info/`,
  headers: { 'X-IG-App-ID': appId },
});
