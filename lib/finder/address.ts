/** Addresses found on a page: made absolute, judged by what they name, refused when they are no address at all. */

const longest = 4_096;
const template =
  /\{\w*\}|\{\{|%7B\w*%7D|\[object|\$\{|\/(?:undefined|null|NaN)(?:[/?.]|$)|^(?:undefined|null)$|:\/\/:/i;
/** A picture written into the page itself counts only if it is big enough to be one. */
const leastInline = 10_000;

export function absolute(raw: string | undefined, base: string): string | undefined {
  const written = raw?.trim();
  if (!written || written.length > 2_000_000 || template.test(written.slice(0, longest))) return undefined;
  if (written.startsWith('data:')) return inlinePicture(written);
  if (written.length > longest) return undefined;
  if (/^(?:#|\/\/:|about:|javascript:)/i.test(written)) return undefined;
  try {
    const url = new URL(written, base);
    if (url.protocol === 'blob:') return url.href;
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
    if (url.username || url.password) return undefined;
    return url.href.length > longest ? undefined : url.href;
  } catch {
    return undefined;
  }
}

/** `data:` addresses are too long to be carried in a Finding; only those that fit the contract could be kept. */
function inlinePicture(written: string): string | undefined {
  return /^data:image\/(?!svg)/i.test(written) && written.length >= leastInline && written.length <= longest
    ? written
    : undefined;
}

export function hostOf(address: string): string {
  return /^https?:\/\/([^/?#:]+)/.exec(address)?.[1]?.toLowerCase() ?? '';
}

/** Without decoding: what is asked of a path is its ending and its words. */
export function pathOf(address: string): string {
  return /^https?:\/\/[^/?#]+(\/[^?#]*)/.exec(address)?.[1] ?? '';
}

/** `http:` copies of pictures are written out of habit; the secure one is tried first, theirs stays as fallback. */
export function secured(address: string): string[] {
  return address.startsWith('http://') ? [`https://${address.slice(7)}`, address] : [address];
}

export type Medium = 'video' | 'hls' | 'dash' | 'image' | 'audio' | 'page' | 'unknown';

const byExtension: ReadonlyArray<[RegExp, Medium]> = [
  [/\.(?:mp4|m4v|mov|webm|ogv|mkv|3gp)$/, 'video'],
  [/\.m3u8$/, 'hls'],
  [/\.(?:mpd)$/, 'dash'],
  [/\.(?:jpe?g|jfif|png|webp|avif|gif|heic|heif|bmp|tiff?|pnj|pjpg)(?::\w+)?$/, 'image'],
  [/\.(?:mp3|m4a|aac|ogg|oga|opus|wav|flac)$/, 'audio'],
  [/\.(?:html?|php|aspx?|jsp|swf|js|css|json|xml|pdf|svg|ico|vtt|srt)$/, 'page'],
];

/** What an address names, as far as its path tells. */
export function mediumOf(address: string): Medium {
  const path = pathOf(address).toLowerCase();
  return byExtension.find(([pattern]) => pattern.test(path))?.[1] ?? 'unknown';
}

const byType: ReadonlyArray<[RegExp, Medium]> = [
  [/mpegurl/i, 'hls'],
  [/dash\+xml/i, 'dash'],
  [/^video\//i, 'video'],
  [/^image\//i, 'image'],
  [/^audio\//i, 'audio'],
  [/^(?:text|application)\//i, 'page'],
];

/** What a declared MIME type names; `unknown` where none is declared. */
export function mediumOfType(type: string): Medium {
  return byType.find(([pattern]) => pattern.test(type.trim()))?.[1] ?? 'unknown';
}

export function sameDocument(one: string, other: string): boolean {
  try {
    const [a, b] = [new URL(one), new URL(other)];
    const path = (url: URL) => url.pathname.replace(/\/+$/, '');
    return a.hostname.replace(/^www\./, '') === b.hostname.replace(/^www\./, '') && path(a) === path(b);
  } catch {
    return false;
  }
}
