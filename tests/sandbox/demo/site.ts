import { html, type Reply, type Route, type SandboxRequest } from '../http.ts';
import { type ServeOptions, serveFixture } from '../media/serve.ts';

/** A page of a demo site, written as text or made from the request. */
export function page(path: string, body: string | ((request: SandboxRequest) => string | Reply)): Route {
  return {
    name: 'page',
    method: 'GET',
    path,
    handle: (request) => {
      const made = typeof body === 'string' ? body : body(request);
      return typeof made === 'string' ? html(made) : made;
    },
  };
}

/** Committed media under a path: `media('/img/', 'photos/')` answers `/img/vase-sage.jpg`. */
export function media(path: string, folder: string, options: ServeOptions = {}): Route {
  return {
    name: 'media',
    method: 'GET',
    path: new RegExp(`^${path}`),
    handle: (request) =>
      serveFixture(request, `${folder}${request.url.pathname.slice(path.length)}`, options),
  };
}
