import { type HostTable, html } from '../http.ts';
import { userInfoRoute } from './display/user-info.ts';
import type { Limiter } from './limits.ts';
import { authorizeRoutes } from './oauth/authorize.ts';
import { tokenRoutes } from './oauth/token.ts';
import { TOKEN_SERVICE_HOST, tokenServiceRoutes } from './oauth/token-service.ts';
import { pictureRoutes } from './picture-host.ts';
import { PICTURE_HOST } from './pictures.ts';
import { creatorInfoRoute } from './publish/creator-info.ts';
import type { Publications } from './publish/publications.ts';
import type { World } from './world.ts';

export interface TikTok {
  world: World;
  limiter: Limiter;
  publications: Publications;
}

export function tiktokHosts({ world, limiter, publications }: TikTok): HostTable {
  return {
    'www.tiktok.com': [
      ...authorizeRoutes(world),
      {
        name: 'page',
        method: 'GET',
        path: /^\//,
        handle: () => html('<!doctype html><title>TikTok</title><h1>TikTok (sandbox)</h1>'),
      },
    ],
    'open.tiktokapis.com': [
      ...tokenRoutes(world),
      userInfoRoute(world, limiter),
      creatorInfoRoute(world, limiter, publications),
    ],
    [TOKEN_SERVICE_HOST]: tokenServiceRoutes(world),
    [PICTURE_HOST]: pictureRoutes(world),
  };
}
