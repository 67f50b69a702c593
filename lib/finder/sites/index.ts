import { bluesky } from './bluesky';
import { facebook } from './facebook';
import { instagram } from './instagram';
import { pinterest } from './pinterest';
import { reddit } from './reddit';
import { shopify } from './shopify';
import type { Site } from './site';
import { ted } from './ted';
import { threads } from './threads';
import { tiktok } from './tiktok';
import { tumblr } from './tumblr';
import { vimeo } from './vimeo';
import { x } from './x';
import { youtube } from './youtube';

/** Asked in order; the first that knows the address reads the page. A new site is one more line here. */
export const sites: readonly Site[] = [
  youtube,
  instagram,
  x,
  reddit,
  pinterest,
  tumblr,
  bluesky,
  threads,
  facebook,
  vimeo,
  ted,
  tiktok,
  shopify,
];
