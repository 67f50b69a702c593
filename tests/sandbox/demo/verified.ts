import type { HostTable } from '../http.ts';
import { text } from '../http.ts';
import { media, page } from './site.ts';

/** A creator's own host, its prefix verified at TikTok. */
export const verified: HostTable = {
  'media.verified.example': [
    page(
      '/',
      '<!doctype html><title>Media</title><img src="/photos/mug-terra.jpg" alt="Mug"><video src="/videos/watering.mp4" controls></video>',
    ),
    page(
      '/shelf',
      `<!doctype html><title>Shelf</title>${['mug-terra', 'planter-fern', 'vase-pair', 'vase-shelf'].map((name) => `<img src="/photos/${name}-480.jpg" width="480" height="480" alt="${name}">`).join('')}`,
    ),
    {
      name: 'page',
      method: 'GET',
      path: '/tiktokX3vQ9sandbox.txt',
      handle: () => text('tiktok-developers-site-verification=X3vQ9sandbox'),
    },
    media('/photos/', 'photos/'),
    media('/videos/', 'videos/'),
  ],
};
