import { hostFamily } from './asset-key';
import { attr, baseOf, first, titleOf, words } from './dom';
import type { CaptionMaterial } from './finding';
import { known } from './known';
import type { Page } from './page';

/** What a caption can be written from: the page's own words, in the order in which pages mean them. */
export function captionOf(page: Page): CaptionMaterial {
  const { head, data } = page;
  const title = titleOfPage(page);
  const description = plain(
    data.description ?? head.value('og:description', 'description', 'twitter:description') ?? '',
  );
  const author = authorOf(page);
  const handle = handleIn(head.value('twitter:creator'));
  return {
    hashtags: hashtagsIn(`${title ?? ''}\n${description}`),
    url: canonicalOf(page),
    ...known({ title, description, author, handle }),
  };
}

function titleOfPage(page: Page): string | undefined {
  const heading = page.sweep.headings.find((element) => !page.placeOf(element).furniture);
  const candidates = [page.head.value('og:title'), titleOf(page.document), words(heading)];
  return candidates
    .map((title) => plain(title ?? '', 500))
    .find((title) => title !== '' && !isSiteName(title, page));
}

/** `Instagram`, `x.com`: the house's name says nothing about the page. */
function isSiteName(title: string, { url }: Page): boolean {
  const host = url.hostname.replace(/^www\./, '');
  const flat = (text = '') => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return [host, host.split('.').at(-2)].some((name) => flat(name) === flat(title));
}

function authorOf({ data, head, document }: Page): string | undefined {
  // Where none is written the page is searched from end to end: asked last, and only then.
  const named = [
    () => data.author,
    () => head.value('author', 'article:author'),
    () => words(first(document, 'a[rel=author]') ?? first(document, '[itemprop=author]'), 200),
  ];
  for (const told of named) {
    const name = plain(told() ?? '', 200);
    if (name !== '' && !/^https?:/.test(name)) return name;
  }
  return undefined;
}

export function handleIn(written: string | undefined): string | undefined {
  const name = /^@?([\w.]{2,50})$/.exec(written?.trim() ?? '')?.[1];
  return name ? `@${name}` : undefined;
}

const mostHashtags = 60;

/** In order, each once, whatever its capitals. `#1` and `#fff;` are no hashtags. */
export function hashtagsIn(text: string): string[] {
  const found = new Map<string, string>();
  for (const [, tag] of text
    .slice(0, 20_000)
    .matchAll(/(?<![\p{L}\p{N}_&/#])[#＃]([\p{L}\p{N}_\p{M}\u200c]{1,150})/gu)) {
    if (tag && !/^\d+$/.test(tag) && !found.has(tag.toLowerCase())) found.set(tag.toLowerCase(), tag);
    if (found.size >= mostHashtags) break;
  }
  return [...found.values()];
}

/** The page's own lasting address; never one of another house, and never its front door. */
function canonicalOf({ head, url, document }: Page): string {
  const link = head.link('canonical');
  const clean = new URL(
    url.href
      .replace(/(?<=[?&])(?:utm_\w+|fbclid|gclid|igsh\w*|si|ref_src)=[^&#]*&?|#.*$/g, '')
      .replace(/[?&]$/, ''),
  );
  try {
    const canonical = new URL(
      (link && attr(link, 'href')) || (head.value('og:url') ?? clean.href),
      baseOf(document),
    );
    const house = ({ hostname }: URL) => hostFamily(hostname).split('.')[0];
    const isHome = canonical.pathname === '/' && url.pathname !== '/';
    if (house(canonical) === house(url) && !isHome && /^https?:$/.test(canonical.protocol))
      return canonical.href;
  } catch {}
  return clean.href;
}

/** Text as people read it: no tags, no entities, lines kept. */
export function plain(text: string, longest = 10_000): string {
  const bare = /<\w[^>]*>/.test(text)
    ? text.replace(/<br\s*\/?>|<\/p>/gi, '\n').replace(/<[^>]{0,500}>/g, '')
    : text;
  return bare
    .slice(0, longest * 2)
    .replace(/&(?:(\w{2,8})|#(\d{2,7})|#x([\da-f]{2,6}));/gi, entity)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, longest);
}

/** Those that editors and shops write twice over; any other name stays as it is written. */
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

function entity(written: string, name?: string, decimal?: string, hexadecimal?: string): string {
  if (name) return entities[name.toLowerCase()] ?? written;
  const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
