import type { HostTable } from '../http.ts';
import { serveFixture } from '../media/serve.ts';
import { businessHosts } from './business/hosts.ts';
import { userInfoRoute } from './display/user-info.ts';
import { videoRoutes } from './display/videos.ts';
import { authorizeRoutes } from './oauth/authorize.ts';
import { tokenRoutes } from './oauth/token.ts';
import { TOKEN_SERVICE_HOST, tokenServiceRoutes } from './oauth/token-service.ts';
import { pictureRoutes } from './picture-host.ts';
import { PICTURE_HOST } from './pictures.ts';
import { postPages } from './post-pages.ts';
import { creatorInfoRoute } from './publish/creator-info.ts';
import type { PublishParts } from './publish/init.ts';
import { photoInitRoute } from './publish/photo-init.ts';
import { statusRoutes } from './publish/status.ts';
import { videoInitRoutes } from './publish/video-init.ts';
import { UPLOAD_HOSTS } from './upload.ts';
import { TEST_FILES_HOST } from './url-ownership.ts';

export const API_HOST = 'open.tiktokapis.com';

export function tiktokHosts(parts: PublishParts): HostTable {
  const { world, limiter, publications, uploads } = parts;
  return {
    'www.tiktok.com': [...authorizeRoutes(world), ...postPages(world, publications)],
    [API_HOST]: [
      ...tokenRoutes(world),
      userInfoRoute(world, limiter),
      ...videoRoutes(parts),
      creatorInfoRoute(world, limiter, publications),
      ...videoInitRoutes(parts),
      photoInitRoute(parts),
      ...statusRoutes(parts),
    ],
    ...Object.fromEntries(UPLOAD_HOSTS.map((host) => [host, uploads.routes])),
    '*.tiktokapis.com': [],
    '*.us.tiktokapis.com': [],
    ...businessHosts(world),
    [TOKEN_SERVICE_HOST]: tokenServiceRoutes(world),
    [PICTURE_HOST]: pictureRoutes(world),
    [TEST_FILES_HOST]: [
      {
        name: 'media',
        method: 'GET',
        path: /\/3min\.mp4$/,
        handle: (request) => serveFixture(request, 'videos/turning-vase.mp4'),
      },
    ],
  };
}
