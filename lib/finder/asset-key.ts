import { hostOf, pathOf } from './address';
import { originalsOf } from './originals';

/** A part of the query that *is* the picture's name, not a wish for its size. */
const naming =
  /[?&](?:id|image|img|file|filename|src|url|uri|path|photo|asset|fid|media|vid|attachment_id|imageId)=[^&#]{2,}/gi;

/** What CDNs write into a path to ask for a size, a crop or a format. */
const sizes: ReadonlyArray<[RegExp, string]> = [
  [/\/v1\/(?:fill|fit|crop)\/.*$/, ''],
  [/\/(?:cache\/[\da-f]{6,}|eyJ[\w%=-]+|[wh]\/\d{2,4}|\d{3,4}-(?:\d{3,4}|auto))(?=\/)/, ''],
  // Flickr: another secret for every size.
  [/(\/\d{8,}_)[\da-f]{10}(?:_\w{1,2})?$/, '$1'],
  [/\/(?:t_|[a-z]{1,3}_[\w.:-]+,)[^/]*(?=\/)/g, ''],
  [/\/(?:w|h|c|q|f|g|ar|dpr|fl|e)_[\w.:-]+(?=\/)/g, ''],
  [
    /\/(?:size|format|width|height|quality|fit|crop|resize|max|thumb|thumbnails?|scale)[/:=_][\w.,:x-]+(?=\/)/gi,
    '',
  ],
  [
    /\/(?:\d{2,4}x\d{0,4}|x\d{2,4}|s\d{2,4}(?:x\d{2,4})?(?:u_c1)?|w\d{2,4}(?:-h\d{2,4})?|originals?|fullsize|thumb(?:nail)?s?|small|medium|large|xl|x[2-5]|[45]k|th)(?=\/)/gi,
    '',
  ],
  [/[-_.](?:\d{2,4}x\d{0,4}|x\d{2,4}|\d{3,4}w|w\d{3,4}|\d{3,4}px)(?=[-_.]|$)/gi, ''],
  [
    /[-_.](?:scaled|thumb(?:nail)?|small|medium|standard|large|grande|master|full(?:size)?|original|orig|crop_\w+|lqip|blur|min|hd|sd|mq|hq|xl|xxl|x[2-5]|[45]k|th|lg|md|sm|xs|webp|progressive)(?=[-_.]|$)/gi,
    '',
  ],
  [/@[\d.]+x/g, ''],
  [/(tumblr_\w+)_(?:75sq|100|250|400|500|540|640|1280)$/, '$1'],
  [/=[swh]\d+[\w-]*$/, ''],
  [/_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i, ''],
];

const extension =
  /(?:\.(?:jpe?g|jfif|png|webp|avif|gif|heic|mp4|m4v|mov|webm|m3u8|mpd|pnj|ashx|axd))+(?::\w+)?$/i;

/** `cdn2.shop.com` and `www.shop.com` are one house. */
export function hostFamily(hostname: string): string {
  const labels = hostname.split('.');
  const two =
    /^(?:co|com|org|net|gov|ac|edu|or|ne)$/.test(labels.at(-2) ?? '') && (labels.at(-1) ?? '').length === 2;
  return labels.slice(two ? -3 : -2).join('.');
}

/** Two addresses of one picture, whatever their size, have one key. Not meant to be read. */
export function assetKey(address: string): string {
  const original = originalsOf(address)[0] ?? address;
  const host = hostOf(original);
  if (!host) return address.slice(0, 200);
  const names = original.match(naming)?.join('') ?? '';
  return `${hostFamily(host)}${stem(pathOf(original))}${names}`.slice(0, 280);
}

function stem(pathname: string): string {
  let path = pathname.replace(extension, '');
  for (const [pattern, by] of sizes) path = path.replace(pattern, by);
  return path === '' ? pathname : path;
}

/**
 * The file's own name, out of its key, where it says enough to know the picture by, in whatever folder or host it lies:
 * themes and plugins store copies of one upload. Short or everyday names say nothing.
 */
export function fileName(key: string): string | undefined {
  const name = key.split('?')[0]?.split('/').at(-1)?.toLowerCase() ?? '';
  const telling = name.length >= 24 || (name.length >= 10 && /\d{4}/.test(name));
  return telling ? name : undefined;
}
