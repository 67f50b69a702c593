import { absolute, mediumOf, sameDocument } from './address';
import { attr, first, parentOf, tagOf } from './dom';
import { known } from './known';
import { remembered } from './remembered';

/** Where on the page something stands, as far as it says whose it is. */
export interface Place {
  /** Menus, headers, footers, sidebars, dialogs. */
  furniture: boolean;
  comment: boolean;
  /** Teasers of other pages, recommendations, things other people sent in. */
  other: boolean;
  ad: boolean;
  main: boolean;
  article: boolean;
  /** Inside markup that is not on the page. */
  inert: boolean;
  /** The nearest link around it, absolute. */
  link?: string;
}

const nowhere: Place = {
  furniture: false,
  comment: false,
  other: false,
  ad: false,
  main: false,
  article: false,
  inert: false,
};

const set = (names: string) => new Set(names.split(' '));
const furnitureTags = set('nav footer aside dialog menu template');
const furnitureRoles = set(
  'banner navigation complementary contentinfo dialog alertdialog search menu menubar',
);
const furnitureWords = set(
  'nav navbar navigation menu megamenu submenu footer sidebar aside offcanvas drawer modal dialog popup cookie cookies consent newsletter signup subscribe login breadcrumb breadcrumbs share social author byline bio avatar cart toolbar topbar masthead announcement promo promos logo badge payment',
);
const furniturePairs = /(?:site|location|global|top)-(?:header|head|bar)/;
const commentWords = set(
  'comment comments disqus reply replies review reviews testimonials rating ratings feedback ugc customer',
);
const otherWords = set('related similar upsells alsolike trending popular teaser teasers');
const otherPairs =
  /recommend|suggest(?:ed|ions)|you-may|also-(?:like|bought)|more-(?:posts|articles|recipes|stories|videos|products|from|like|news|items)|recently-viewed|(?:next|prev\w*|latest|recent|other|featured)-(?:post|news|article|recipe|stor|video|product|listing|collection)|post-nav|(?:read|up)-next|cross-sell|most-(?:read|popular|viewed)|instagram-feed|bought-together|follow-us|people-also|widget-area/;
const adWords = set('ad ads advert advertisement adsbygoogle sponsored promoted outbrain taboola');
const teaserTags = set('article li');
const teaserWords = set('card tile item post product entry');

interface Named {
  ad: boolean;
  comment: boolean;
  other: boolean;
  furniture: boolean;
  teaser: boolean;
}

/** What a class and an id say of their element: `m-articleCard__image -similar` → m article card image similar */
function namedBy(names: string): Named {
  const words = names
    .slice(0, 600)
    // Themes write a post's own category and tags into its class.
    .replace(/\b(?:category|tag|product_(?:cat|tag))-[\w-]+/g, '')
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u);
  const joined = words.join('-');
  const any = (of: ReadonlySet<string>) => words.some((word) => of.has(word));
  return {
    ad: any(adWords),
    comment: any(commentWords),
    other: any(otherWords) || otherPairs.test(joined),
    furniture: any(furnitureWords) || furniturePairs.test(joined),
    teaser: any(teaserWords),
  };
}

export type PlaceOf = (element: Element) => Place;

/**
 * `subject`: elements that hold what the page is about (its heading). Whatever their class says, they are no sidebar.
 * Each ancestor is judged once, however many pictures stand inside it.
 */
export function createPlaces(base: string, pageUrl: string, subject: ReadonlySet<Element>): PlaceOf {
  const judged = new Map<Element, Place>();
  const named = remembered(namedBy);

  const inside = (element: Element): Place => {
    const chain: Element[] = [];
    let place = nowhere;
    for (let at: Element | undefined = element; at && chain.length < 400; at = parentOf(at)) {
      const before = judged.get(at);
      if (before) {
        place = before;
        break;
      }
      chain.push(at);
    }
    for (const at of chain.reverse()) {
      place = judge(at, place);
      judged.set(at, place);
    }
    return place;
  };

  const judge = (element: Element, around: Place): Place => {
    const tag = tagOf(element);
    if (tag === 'html' || tag === 'body') return around;
    const role = attr(element, 'role');
    if (tag === 'main' || role === 'main' || attr(element, 'itemprop') === 'articleBody')
      return { ...nowhere, main: true };
    const link = tag === 'a' ? absolute(attr(element, 'href'), base) : undefined;
    const place: Place = { ...around, ...known({ link }) };
    place.inert ||= tag === 'template';
    place.article ||= tag === 'article' || tag === 'figure';
    if (subject.has(element) || isSettled(place)) return place;

    const names = named(`${attr(element, 'class')} ${attr(element, 'id')}`);
    place.ad = names.ad || tag === 'ins' || attr(element, 'data-ad-slot') !== '';
    place.comment = names.comment || tag.startsWith('shreddit-comment');
    place.other = names.other || ((names.teaser || teaserTags.has(tag)) && isTeaser(element));
    // A film's own class names its player: `share-native-video` is no row of share buttons.
    place.furniture =
      (names.furniture && tag !== 'video') ||
      furnitureTags.has(tag) ||
      furnitureRoles.has(role) ||
      (tag === 'header' && !around.article && !around.main);
    return place;
  };

  /** A box in a row of boxes whose heading leads to another page announces that page. */
  const isTeaser = (element: Element): boolean => {
    const heading = first(element, 'h2 a[href], h3 a[href], h4 a[href], a[href] h2, a[href] h3, a[href] h4');
    if (!heading) return false;
    const anchor = tagOf(heading) === 'a' ? heading : parentLink(heading);
    return anchor ? leadsElsewhere(absolute(attr(anchor, 'href'), base), pageUrl) : false;
  };

  return inside;
}

function parentLink(element: Element): Element | undefined {
  for (let at: Element | undefined = element; at; at = parentOf(at)) if (tagOf(at) === 'a') return at;
  return undefined;
}

/** Hosts of nothing but pictures, whose addresses need no ending. */
const pictureHost = /^https?:\/\/[^/]*(?:googleusercontent|ggpht|twimg|imgix)\./;

/** Another page, as opposed to this one, a part of it, or the file of a picture. */
export function leadsElsewhere(link: string | undefined, pageUrl: string): boolean {
  if (!link || sameDocument(link, pageUrl)) return false;
  const medium = mediumOf(link);
  if (medium === 'image' || medium === 'video' || pictureHost.test(link)) return false;
  // A gallery's own sub-pages: /album/12 → /album/12/photo/3
  const own = new URL(pageUrl).pathname.replace(/\/+$/, '');
  return (
    !(own.length > 1 && new URL(link).pathname.startsWith(`${own}/`)) && !/[?&]attachment_id=/.test(link)
  );
}

/** The headings that name the page's subject, and all that holds them. */
export function subjectOf(headings: readonly Element[]): ReadonlySet<Element> {
  const holders = new Set<Element>();
  for (const heading of headings.slice(0, 20)) {
    for (let at = parentOf(heading); at && holders.size < 400; at = parentOf(at)) holders.add(at);
  }
  return holders;
}

/** Nothing further in can make it this page's own again. */
const isSettled = (place: Place) =>
  place.furniture || place.comment || place.other || place.ad || place.inert;

export function isOwnPlace(place: Place, pageUrl: string): boolean {
  return !isSettled(place) && !leadsElsewhere(place.link, pageUrl);
}
