import type { HostTable } from '../http.ts';
import { blog } from './blog.ts';
import { gallerySites } from './gallery.ts';
import { shop } from './shop.ts';
import { verified } from './verified.ts';

/** Every site that is not TikTok's. Add a file that exports a host table, and name it here. */
export const demoHosts: HostTable = { ...shop, ...blog, ...gallerySites, ...verified };
