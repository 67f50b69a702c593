import { hostOf, pathOf } from './address';

/** What is never a page's own picture, by its name, its host or its shape. */

const token = (names: string) => new RegExp(`(?:^|[-_./@ ])(?:${names})(?=[-_./@ \\d]|$)`, 'i');

const furniture = token(
  [
    'avatars?|userpics?|profile[-_]?(?:pics?|images?|photos?)|logos?|logotype|icons?|icona|ico|sprites?|favicons?|gravatar',
    'pixels?|spacer|blank|placeholders?|transparent|1x1|track(?:ing|er)|captcha|spinner|loader|no-?image',
    'default-(?:user|image|thumb)|user?r?-defaul\\w*|app-?store|google-?play|wordmark',
  ].join('|'),
);
/** Everyday words too: they count only against a picture not known to be large. */
const likelyFurniture = token(
  'emojis?|smiley|badges?|flags?|loading|arrows?|rating|stars?|payment|visa|missing|banner|button|btn|divider|pattern|texture|bg|background|newsletter',
);

const avatarPath =
  /\/profile_images\/|\/img\/avatar|\/t51\.(?:2885|82787)-19\/|\/avatars?[/_-]|(?:profile|community)icon|snoovatar|(?:^|\/\/)yt3\.|\/user_?(?:images|photos|avatars?)\/|\/isla\/|\/iusa\/|\/authors?\/|\.svg(?:$|[?#])|s\d+x\d+u_c1\/|\/\d{2,3}x\d{2,3}_RS\//i;

const adHost =
  /(?:^|\.)(?:doubleclick\.net|google(?:syndication|adservices|-analytics|tagmanager)\.com|adservice\.google\.\w+|amazon-adsystem\.com|taboola\.com|outbrain\.com|criteo\.\w+|teads\.tv|adnxs\.com|facebook\.com|bat\.bing\.com|gravatar\.com|imasdk\.googleapis\.com)$/i;

const generalCard =
  /abs\.twimg\.com\/|share\.redd\.it\/preview\/|redditstatic\.com\/|opengraph\.githubassets\.com\/|(?:og|social|share)[-_]?(?:image|card|preview)?[-_.]?(?:default|logo)|default[-_]?(?:og|social|share|image|opengraph)|\/rsrc\.php\/|t(?:tv|witch)_logo|static\.cdninstagram\.com|s\.pinimg\.com|site[-_]?(?:image|logo|card)/i;

export function isAvatar(address: string): boolean {
  return avatarPath.test(address);
}

/** How many words a file name has: `logo-blue.png` is furniture, `black-tee-with-logo-print.jpg` a product. */
const talkative = 4;

export function isFurniture(address: string, width = 0): boolean {
  if (address.startsWith('data:') || address.startsWith('blob:')) return false;
  if (adHost.test(hostOf(address)) || isAvatar(address)) return true;
  // The last two steps of the path: `/logos/2024/jacket.jpg` is a jacket, `/logos/main.png` is not.
  const [name = '', folder = ''] = pathOf(address).split('/').reverse();
  const words = name
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\.\w+$/gi, '')
    .split(/[-_ .]+/)
    .filter((word) => /[a-z]{2}/i.test(word));
  if (furniture.test(`/${folder}`) || (furniture.test(name) && words.length < talkative)) return true;
  return width < largeEnough && (furniture.test(name) || likelyFurniture.test(name));
}

/** A picture that stands for the site in link previews, not for this page. */
export function isGeneralCard(address: string): boolean {
  return generalCard.test(address) || isFurniture(address, largeEnough);
}

export function isAdHost(address: string): boolean {
  return adHost.test(hostOf(address));
}

const leastSide = 200;
const largeEnough = 500;
const furthestAspect = 4;

/** Judged only by sizes that are known: 0 or absent means unknown. */
export function isTooSmall(width = 0, height = 0): boolean {
  return (width > 0 && width < leastSide) || (height > 0 && height < leastSide && width < leastSide * 2);
}

export function isStripe(width = 0, height = 0): boolean {
  if (!width || !height) return false;
  return width / height > furthestAspect || height / width > furthestAspect;
}
