import { type Route, text } from '../http.ts';
import { serveFixture } from '../media/serve.ts';
import type { World } from './world.ts';

const FILES: Readonly<Record<string, string>> = {
  '/avatars/fern.jpg': 'photos/avatar-fern.jpg',
  '/avatars/miro.jpg': 'photos/avatar-miro.jpg',
  '/covers/new.jpg': 'videos/turning-vase.jpg',
};

/** Avatars and covers, as long as their address is fresh. `/covers/<photo>.jpg` is any committed photo. */
export function pictureRoutes(world: World): Route[] {
  return [
    {
      name: 'picture',
      method: 'GET',
      path: /^\/(avatars|covers)\//,
      handle: (request) => {
        const expires = Number(request.url.searchParams.get('x-expires'));
        if (!(expires * 1000 > world.clock.now())) return text('Access denied', 403);
        const path = request.url.pathname;
        return serveFixture(request, FILES[path] ?? path.replace(/^\/(avatars|covers)\//, 'photos/'));
      },
    },
  ];
}
