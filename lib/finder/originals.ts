/**
 * Asking a CDN for the picture as it was uploaded. A rewritten address is a guess: it is tried first, proved by
 * loading (`prove.ts`), and the page's own address stays behind it. Signed addresses are never touched.
 */
interface Rule {
  on: (url: URL) => boolean;
  /** Larger copies, best first. */
  rewrite: (url: URL) => string[];
}

const host = (pattern: RegExp) => (url: URL) => pattern.test(url.hostname);
const path = (pattern: RegExp) => (url: URL) => pattern.test(url.pathname);

function change(url: URL, edit: (copy: URL) => void): string[] {
  const copy = new URL(url);
  edit(copy);
  return [copy.href];
}
const withoutQuery = (url: URL, ...keep: string[]) =>
  change(url, ({ searchParams }) => {
    for (const name of [...searchParams.keys()]) if (!keep.includes(name)) searchParams.delete(name);
  });
const rePath = (url: URL, pattern: RegExp, by: string) =>
  change(url, (copy) => {
    copy.pathname = copy.pathname.replace(pattern, by);
  });

/** An address carried inside another one, as image proxies write it. */
function nested(encoded: string | null | undefined, base: URL): string[] {
  if (!encoded) return [];
  try {
    const inner = new URL(decodeURIComponent(encoded), base);
    return /^https?:$/.test(inner.protocol) ? [inner.href] : [];
  } catch {
    return [];
  }
}

function twitterPicture(url: URL): string[] {
  const old = /^(\/media\/[\w-]+)\.(\w+)(?::\w+)?$/.exec(url.pathname);
  const path = old?.[1] ?? url.pathname;
  const format = url.searchParams.get('format') ?? old?.[2] ?? 'jpg';
  return ['orig', '4096x4096', 'large'].map((name) => `${url.origin}${path}?format=${format}&name=${name}`);
}

const shopifySize =
  /_(?:pico|icon|thumb|small|compact|medium|large|grande|original|master|\d+x\d*|x\d+)(?:_crop_\w+)?(?:@[23]x)?(?:\.progressive)?(?=\.\w+$|_[0-9a-f]{8}-[0-9a-f]{4}-)/i;

function shopifyPicture(url: URL): string[] {
  return change(url, (copy) => {
    copy.pathname = copy.pathname.replace(shopifySize, '').replace(/@[23]x(?=\.\w+$)/, '');
    for (const name of ['width', 'height', 'crop', 'format', 'quality']) copy.searchParams.delete(name);
  });
}

function photon(url: URL): string[] {
  return [`https:/${url.pathname}`];
}

const rules: readonly Rule[] = [
  { on: (url) => host(/^pbs\.twimg\.com$/)(url) && path(/^\/media\//)(url), rewrite: twitterPicture },
  {
    on: host(/^i\.pinimg\.com$/),
    rewrite: (url) => rePath(url, /^\/\d+x(?:\d+(?:_\w+)?)?\/(?=\w\w\/\w\w\/)/, '/originals/'),
  },
  { on: (url) => url.hostname === 'cdn.shopify.com' || path(/^\/cdn\/shop\//)(url), rewrite: shopifyPicture },
  { on: (url) => host(/^i\d\.wp\.com$/)(url) && !url.searchParams.has('ssl_sig'), rewrite: photon },
  { on: host(/\.files\.wordpress\.com$/), rewrite: (url) => withoutQuery(url) },
  {
    on: path(/\/wp-content\/uploads\/.+-\d{2,4}x\d{2,4}\.\w+$/),
    rewrite: (url) => withoutQuery(new URL(url.href.replace(/-\d{2,4}x\d{2,4}(?=\.\w+(?:\?|$))/, ''))),
  },
  {
    on: host(/(?:squarespace-cdn|squarespace|static1\.squarespace)\.com$/),
    rewrite: (url) => change(url, (copy) => copy.searchParams.set('format', '2500w')),
  },
  {
    on: path(/\/content\/images\/size\/w\d+/),
    rewrite: (url) => rePath(url, /\/size\/w\d+(?:h\d+)?(?:\/format\/\w+)?\//, '/'),
  },
  { on: host(/^static\.wixstatic\.com$/), rewrite: (url) => rePath(url, /(\/media\/[^/]+)\/v1\/.*$/, '$1') },
  {
    on: path(/\/image\/fetch\/.*https?(?::|%3A)/i),
    rewrite: (url) => nested(/(https?(?::|%3A).*)$/i.exec(url.pathname)?.[1], url),
  },
  {
    on: host(/(?:^|\.)(?:bp\.blogspot\.com|googleusercontent\.com|ggpht\.com)$/),
    rewrite: (url) =>
      rePath(
        url,
        /\/(?:s\d+|w\d+-h\d+|w\d+|h\d+)(?:-[\w-]+)?\/(?=[^/]*$)|=(?:s\d+|w\d+|h\d+)[\w-]*$/,
        '/s0/',
      ),
  },
  {
    on: host(/^miro\.medium\.com$/),
    rewrite: (url) =>
      rePath(url, /^\/(?:v2\/)?(?:(?:max|fit|resize|format|da|g)[:/][^/]*\/(?:\d+\/)*)+/, '/'),
  },
  {
    on: path(/^\/(?:_next\/image|_vercel\/image|\.netlify\/images|_ipx)/),
    rewrite: (url) => nested(url.searchParams.get('url'), url),
  },
  {
    on: host(/\.media\.tumblr\.com$/),
    rewrite: (url) => rePath(url, /_(?:75sq|100|250|400|500|540|640)(?=\.\w+$)/, '_1280'),
  },
  { on: host(/^i\.etsystatic\.com$/), rewrite: (url) => rePath(url, /\/il_\w+?\./, '/il_fullxfull.') },
  {
    on: host(/^cdn\.bsky\.app$/),
    rewrite: (url) => rePath(url, /\/img\/feed_thumbnail\//, '/img/feed_fullsize/'),
  },
  {
    on: host(
      /(?:images\.ctfassets\.net|\.imgix\.net|cdn\.sanity\.io|\.datocms-assets\.com|images\.prismic\.io|images\.unsplash\.com)$/,
    ),
    rewrite: (url) => withoutQuery(url, 'ixid', 'rect'),
  },
];

const signedHost =
  /(?:^|\.)(?:cdninstagram\.com|fbcdn\.net|staticflickr\.com|wixmp\.com|telesco\.pe|discordapp\.(?:net|com)|ytimg\.com)$/;
const signature =
  /^(?:s|sig|sign|signature|token|hash|hmac|hm|auth|policy|expires?|oh|x-amz-signature|x-goog-signature|__token__|verify)$/i;

/** A signature covers the address as it is: any change breaks it. */
export function isSigned(address: string): boolean {
  try {
    const url = new URL(address);
    if (signedHost.test(url.hostname)) return true;
    // Photon and Gravatar write a plain `s=64`; a signature is longer.
    return [...url.searchParams].some(([name, value]) => signature.test(name) && value.length >= 6);
  } catch {
    return true;
  }
}

/** Larger copies of a picture, best first, without the address itself. */
export function originalsOf(address: string): string[] {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return [];
  }
  const rule = isSigned(address) ? undefined : rules.find(({ on }) => on(url));
  return rule ? rule.rewrite(url).filter((larger) => larger !== address) : [];
}
