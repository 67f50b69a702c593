import { onHost, type Site } from './site';

/** The destination: there is nothing to carry from here. */
export const tiktok: Site = {
  name: 'tiktok',
  matches: onHost('tiktok.com'),
  read: () => ({ offer: 'nothing', notice: 'tiktok-itself' }),
};
