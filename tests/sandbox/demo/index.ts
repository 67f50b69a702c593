import type { HostTable } from '../http.ts';
import { blog } from './blog.ts';
import { corners } from './corners.ts';
import { gallerySites } from './gallery.ts';
import { photoSite } from './photo-site.ts';
import { shop } from './shop.ts';
import { verified } from './verified.ts';
import { videoSite } from './video-site.ts';

/** Every site that is not TikTok's. Add a file that exports a host table, and name it here. */
export const demoHosts: HostTable = {
  ...shop,
  ...blog,
  ...gallerySites,
  ...verified,
  ...videoSite,
  ...photoSite,
  ...corners,
};
