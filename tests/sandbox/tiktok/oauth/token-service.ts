import type { Reply, Route, SandboxRequest } from '../../http.ts';
import { flatError } from '../envelope.ts';
import type { World } from '../world.ts';
import { exchange, revoke } from './token.ts';

export const TOKEN_SERVICE_HOST = 'token.ferry.example';

/** The tiny server a published build uses: it knows the secret, adds it, passes the rest on, and keeps nothing. */
export function tokenServiceRoutes(world: World): Route[] {
  const pass = (handle: typeof exchange) => (request: SandboxRequest) => {
    if (!request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
      return flatError('invalid_request', 'A form is wanted.');
    }
    const form = new URLSearchParams(request.body.toString());
    if (form.has('client_secret')) return flatError('invalid_request', 'The secret does not belong here.');
    const app = world.apps.get(form.get('client_key') ?? '');
    if (app) form.set('client_secret', app.clientSecret);
    return open(request, handle(form, world));
  };
  return [
    { name: 'token-service.token', method: 'POST', path: '/token', handle: pass(exchange) },
    { name: 'token-service.revoke', method: 'POST', path: '/revoke', handle: pass(revoke) },
    {
      name: 'token-service.preflight',
      method: 'OPTIONS',
      path: /^\/(token|revoke)$/,
      handle: (request) => open(request, { status: 204 }),
    },
  ];
}

/** It is called from extension pages that hold no permission for its host. */
function open(request: SandboxRequest, reply: Reply): Reply {
  const cors = {
    'access-control-allow-origin': request.headers.origin ?? '*',
    'access-control-allow-headers': 'content-type',
    'access-control-allow-methods': 'POST',
    vary: 'Origin',
  };
  return { ...reply, headers: { ...reply.headers, ...cors } };
}
