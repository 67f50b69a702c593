/**
 * Asking a CDN for the picture as it was uploaded. A rewritten address is a guess: it is tried first, proved by
 * loading (`prove.ts`), and the page's own address stays behind it. Signed addresses are never touched.
 */

/** Where the size is a part of the address: what to find, and what to put there. */
const inAddress: ReadonlyArray<[RegExp, string]> = [
  // Pinterest
  [/^(https?:\/\/i\.pinimg\.com\/)\d+x(?:\d+(?:_\w+)?)?\/(?=\w\w\/\w\w\/)/, '$1originals/'],
  // WordPress, its image proxy and its hosting
  [/^(.+\/wp-content\/uploads\/.+)-\d{2,4}x\d{2,4}(\.\w+)(?:\?.*)?$/, '$1$2'],
  [/^https?:\/\/i\d\.wp\.com\/([^?]+).*$/, 'https://$1'],
  [/^(https?:\/\/[^/]+\.files\.wordpress\.com\/[^?]+).*$/, '$1'],
  // Ghost
  [/(\/content\/images)\/size\/w\d+(?:h\d+)?(?:\/format\/\w+)?\//, '$1/'],
  // Wix
  [/^(https?:\/\/static\.wixstatic\.com\/media\/[^/]+)\/v1\/.*$/, '$1'],
  // Squarespace
  [/^(https?:\/\/[^/]*squarespace(?:-cdn)?\.com\/[^?]+).*$/, '$1?format=2500w'],
  // Blogger and other pictures of Google's
  [
    /^(https?:\/\/[^/]*(?:bp\.blogspot|googleusercontent|ggpht)\.com\/.*\/)(?:s|w|h)\d+(?:-[\w-]+)?\/([^/]*)$/,
    '$1s0/$2',
  ],
  [/^(https?:\/\/[^/]*(?:googleusercontent|ggpht)\.com\/.*)=[swh]\d+[\w-]*$/, '$1=s0'],
  // Medium
  [
    /^(https?:\/\/miro\.medium\.com\/)(?:v2\/)?(?:(?:max|fit|resize|format|da|g)[:/][^/]*\/(?:\d+\/)*)+/,
    '$1',
  ],
  // Tumblr's older posts
  [/^(https?:\/\/\d+\.media\.tumblr\.com\/.*)_(?:100|250|400|500|540|640)(\.\w+)$/, '$1_1280$2'],
  // Etsy
  [/^(https?:\/\/i\.etsystatic\.com\/.*)\/il_\w+?\./, '$1/il_fullxfull.'],
  // Bluesky
  [/^(https:\/\/cdn\.bsky\.app\/img\/)feed_thumbnail\//, '$1feed_fullsize/'],
  // Contentful, imgix, Sanity, DatoCMS, Prismic, Unsplash
  [
    /^(https?:\/\/(?:images\.ctfassets\.net|[^/]+\.imgix\.net|cdn\.sanity\.io|[^/]*datocms-assets\.com|images\.prismic\.io|images\.unsplash\.com)\/[^?]+)\?.*$/,
    '$1',
  ],
];

/** Where the original's own address stands inside the proxy's: Substack, Cloudinary, Next.js, Vercel, Netlify. */
const insideAddress = [
  /\/image\/fetch\/.*?(https?(?::|%3A).*)$/i,
  /\/(?:_next\/image|_vercel\/image|\.netlify\/images|_ipx)\?(?:.*&)?url=([^&]+)/,
];

/** X: the old `.jpg:large` and the new `?format=` name the same picture. */
function twitterPicture(address: string): string[] {
  const [, picture, ending] = /^(https:\/\/pbs\.twimg\.com\/media\/[\w-]+)(?:\.(\w+))?/.exec(address) ?? [];
  const format = /[?&]format=(\w+)/.exec(address)?.[1] ?? ending ?? 'jpg';
  return picture
    ? ['orig', '4096x4096', 'large'].map((name) => `${picture}?format=${format}&name=${name}`)
    : [];
}

const shopifySize =
  /_(?:pico|icon|thumb|small|compact|medium|large|grande|original|master|\d+x\d*|x\d+)(?:_crop_\w+)?(?:@[23]x)?(?:\.progressive)?(?=\.\w+$|_[0-9a-f]{8}-[0-9a-f]{4}-)/i;

function shopifyPicture(address: string): string[] {
  if (!/^https?:\/\/(?:cdn\.shopify\.com|[^/]+\/cdn\/shop)\//.test(address)) return [];
  const url = new URL(address);
  url.pathname = url.pathname.replace(shopifySize, '').replace(/@[23]x(?=\.\w+$)/, '');
  for (const name of ['width', 'height', 'crop', 'format', 'quality']) url.searchParams.delete(name);
  return [url.href];
}

const signedHost =
  /^https?:\/\/[^/]*(?:cdninstagram\.com|fbcdn\.net|staticflickr\.com|wixmp\.com|telesco\.pe|discordapp\.\w+|ytimg\.com|preview\.redd\.it)\//;
/** Photon and Gravatar write a plain `s=64`; a signature is longer. */
const signature =
  /[?&](?:s|sig|sign|signature|token|hash|hmac|hm|auth|policy|expires?|oh|x-amz-signature|x-goog-signature|verify)=[^&]{6}/i;

/** A signature covers the address as it is: any change breaks it. */
export function isSigned(address: string): boolean {
  return signedHost.test(address) || signature.test(address);
}

/** Larger copies of a picture, best first, without the address itself. */
export function originalsOf(address: string): string[] {
  if (isSigned(address)) return [];
  const own = [...twitterPicture(address), ...shopifyPicture(address)];
  const [pattern, by] = inAddress.find(([when]) => when.test(address)) ?? [];
  const nested = insideAddress.map((when) => when.exec(address)?.[1]).find(Boolean);
  const found =
    own.length > 0 ? own : [pattern && by ? address.replace(pattern, by) : unwrapped(nested, address)];
  return found.filter((larger) => larger !== '' && larger !== address);
}

function unwrapped(nested: string | undefined, base: string): string {
  try {
    return nested ? new URL(decodeURIComponent(nested), base).href : '';
  } catch {
    return '';
  }
}
