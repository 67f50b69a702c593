import { knownSites } from './known-sites';
import type { Site } from './site';

/** The destination: there is nothing to carry from here. */
export const tiktok: Site = {
  name: 'tiktok',
  matches: knownSites.tiktok,
  read: () => ({ offer: 'nothing', notice: 'tiktok-itself' }),
};
