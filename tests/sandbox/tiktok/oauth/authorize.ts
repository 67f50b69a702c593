import { type Reply, type Route, redirect, type SandboxRequest } from '../../http.ts';
import type { App } from '../apps.ts';
import { newLogId } from '../envelope.ts';
import { isRegistered } from '../redirect-uris.ts';
import { secretText, type World } from '../world.ts';
import { consentPage, errorPage } from './pages.ts';

export interface Ask {
  app: App;
  redirectUri: string;
  scopes: string[];
  state: string;
  challenge: string;
  alwaysAsk: boolean;
}

/** The consent page people see at www.tiktok.com. */
export function authorizeRoutes(world: World): Route[] {
  return [
    {
      name: 'authorize',
      method: 'GET',
      path: '/v2/auth/authorize/',
      handle: (request) => {
        const ask = readAsk(request.url.searchParams, world);
        if ('status' in ask) return ask;
        const remembered = world.session ? world.users.get(world.session) : undefined;
        if (remembered && !ask.alwaysAsk) return grant(ask, remembered.openId, ask.scopes, world);
        return consentPage(ask, [...world.users.values()], world.session, request.url.search);
      },
    },
    {
      name: 'authorize.decide',
      method: 'POST',
      path: '/v2/auth/authorize/decide/',
      handle: (request) => decide(request, world),
    },
  ];
}

function decide(request: SandboxRequest, world: World): Reply {
  const form = new URLSearchParams(request.body.toString());
  const ask = readAsk(new URLSearchParams(form.get('ask') ?? ''), world);
  if ('status' in ask) return ask;
  if (form.get('decision') !== 'authorize') {
    return back(ask, {
      error: 'access_denied',
      error_description: 'User cancelled the authorization',
      errCode: '-4',
    });
  }
  const openId = form.get('user') ?? '';
  if (!world.users.has(openId)) return errorPage('user', '10006', 'Choose an account.');
  world.session = openId;
  const scopes = ask.scopes.filter(
    (scope) => scope === 'user.info.basic' || form.getAll('scope').includes(scope),
  );
  return grant(ask, openId, scopes, world);
}

/** The rules of tiktok-api.md §1.1–1.3, in the order in which the redirect can be trusted. */
function readAsk(query: URLSearchParams, world: World): Ask | Reply {
  const clientKey = query.get('client_key');
  const app = clientKey ? world.apps.get(clientKey) : undefined;
  if (!app)
    return errorPage('client_key', '10003', 'We could not log in with TikTok. The client key is wrong.');
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!isRegistered(redirectUri, app.redirectUris)) {
    return errorPage('redirect_uri', '10006', 'The redirect address is not registered for this app.');
  }
  const state = query.get('state') ?? '';
  if (!state) return errorPage('state', '10007', 'The state is missing.');
  if (app.draft) {
    const error = {
      error: 'unauthorized_client',
      error_type: 'client_key',
      errCode: '10003',
      error_description: 'The app is not approved',
    };
    return back({ redirectUri, state }, error);
  }
  if (query.get('response_type') !== 'code') return errorPage('response_type', '10008', 'It must be code.');
  const scopes = [...new Set((query.get('scope') ?? '').split(','))];
  if (scopes.some((scope) => !app.scopes.includes(scope))) {
    return errorPage('scope', '10004', 'A scope is unknown, or not enabled for this app in the portal.');
  }
  const challenge = query.get('code_challenge') ?? '';
  if (query.get('code_challenge_method') !== 'S256' || !/^[0-9a-f]{64}$/.test(challenge)) {
    return errorPage('code_challenge', '10013', 'The code challenge must be a SHA-256 in lower-case hex.');
  }
  const alwaysAsk = query.get('disable_auto_auth') === '1';
  if (!scopes.includes('user.info.basic')) scopes.unshift('user.info.basic');
  return { app, redirectUri, scopes, state, challenge, alwaysAsk };
}

function grant(ask: Ask, openId: string, scopes: string[], world: World): Reply {
  const { app, redirectUri, challenge } = ask;
  if (app.targetOpenIds && !app.targetOpenIds.includes(openId)) {
    return back(ask, {
      error: 'access_denied',
      error_type: 'non_sandbox_target',
      error_description: 'Not a target user',
      errCode: '10012',
    });
  }
  const code = `${secretText(24)}*0!${secretText(5)}.${secretText(2)}`;
  const expiresAt = world.clock.now() + world.rules.tokens.codeSeconds * 1_000;
  world.codes.set(code, { clientKey: app.clientKey, openId, scopes, redirectUri, challenge, expiresAt });
  return back(ask, { code, scopes: scopes.join(',') });
}

/** To the app. `*` and `!` travel percent-encoded, as TikTok sends them. */
function back(to: Pick<Ask, 'redirectUri' | 'state'>, values: Record<string, string>): Reply {
  const log = 'error' in values ? { log_id: newLogId() } : {};
  const query = Object.entries({ ...values, ...log, state: to.state }).map(
    ([name, value]) =>
      `${name}=${encodeURIComponent(value).replace(/[!*]/g, (sign) => (sign === '*' ? '%2A' : '%21'))}`,
  );
  return redirect(`${to.redirectUri}?${query.join('&')}`);
}
