import { createHash } from 'node:crypto';
import { json, type Reply, type Route, type SandboxRequest } from '../../http.ts';
import type { App } from '../apps.ts';
import { flatError } from '../envelope.ts';
import { type Grant, secretText, type Token, type World } from '../world.ts';

/** Token and revoke at open.tiktokapis.com (tiktok-api.md §1.5–1.7). */
export function tokenRoutes(world: World): Route[] {
  return [
    {
      name: 'oauth.token',
      method: 'POST',
      path: '/v2/oauth/token/',
      handle: (request) => withForm(request, (form) => exchange(form, world)),
    },
    {
      name: 'oauth.revoke',
      method: 'POST',
      path: '/v2/oauth/revoke/',
      handle: (request) => withForm(request, (form) => revoke(form, world)),
    },
  ];
}

function withForm(request: SandboxRequest, handle: (form: URLSearchParams) => Reply): Reply {
  const type = request.headers['content-type'] ?? '';
  // Credentials are read from the form only: JSON or HTTP Basic leaves TikTok without a client.
  const basic = request.headers.authorization !== undefined;
  if (basic || !type.startsWith('application/x-www-form-urlencoded')) {
    return flatError('invalid_client', 'Client key or secret is incorrect.');
  }
  const form = new URLSearchParams(request.body.toString());
  const names = [...form.keys()];
  if (new Set(names).size < names.length) return flatError('invalid_request', 'A parameter is given twice.');
  return handle(form);
}

export function exchange(form: URLSearchParams, world: World): Reply {
  const grantType = form.get('grant_type');
  if (!grantType) return flatError('invalid_request', 'The grant type is missing.');
  if (!['authorization_code', 'refresh_token', 'client_credentials'].includes(grantType)) {
    return flatError('unsupported_grant_type', 'The grant type is not supported.');
  }
  const app = clientOf(form, world);
  if ('status' in app) return app;
  if (grantType === 'client_credentials') {
    return flat({ access_token: `clt.${secretText(40)}`, expires_in: 7_200, token_type: 'Bearer' });
  }
  return grantType === 'authorization_code' ? fromCode(form, app, world) : fromRefresh(form, app, world);
}

function clientOf(form: URLSearchParams, world: World): App | Reply {
  const key = form.get('client_key');
  const secret = form.get('client_secret');
  if (!key || !secret) return flatError('invalid_request', 'The client key or secret is missing.');
  const app = world.apps.get(key);
  if (app?.clientSecret !== secret) return flatError('invalid_client', 'Client key or secret is incorrect.');
  return app;
}

function invalidGrant(world: World, description: string): Reply {
  return flatError('invalid_grant', description, world.rules.tokens.invalidGrantStatus);
}

function fromCode(form: URLSearchParams, app: App, world: World): Reply {
  const value = form.get('code');
  const redirectUri = form.get('redirect_uri');
  const verifier = form.get('code_verifier');
  if (!value || !redirectUri) return flatError('invalid_request', 'The code or redirect_uri is missing.');
  const code = world.codes.get(value);
  if (!code || code.clientKey !== app.clientKey) {
    return invalidGrant(world, 'Authorization code is invalid or expired.');
  }
  // Asked for once is used up, however the asking ends.
  world.codes.delete(value);
  if (code.expiresAt <= world.clock.now()) return invalidGrant(world, 'Authorization code is expired.');
  if (code.redirectUri !== redirectUri)
    return flatError('invalid_request', 'Redirect_uri is not matched with the uri when requesting code.');
  if (!verifier || !/^[A-Za-z0-9\-._~]{43,128}$/.test(verifier) || hexSha256(verifier) !== code.challenge) {
    return flatError('invalid_request', 'Code verifier or code challenge is invalid.');
  }
  const grant: Grant = { clientKey: app.clientKey, openId: code.openId, scopes: code.scopes, removed: false };
  world.grants.push(grant);
  return pairReply(grant, null, world);
}

function fromRefresh(form: URLSearchParams, app: App, world: World): Reply {
  const value = form.get('refresh_token');
  if (!value) return flatError('invalid_request', 'The refresh token is missing.');
  const old = world.tokens.get(value);
  const alive =
    old && old.kind === 'refresh' && !old.dead && !old.grant.removed && old.expiresAt > world.clock.now();
  if (!alive || old.grant.clientKey !== app.clientKey) {
    return invalidGrant(world, 'Refresh token is invalid or expired.');
  }
  if (!world.rules.tokens.rotate) return pairReply(old.grant, old, world);
  old.dead = true;
  return pairReply(old.grant, null, world);
}

function pairReply(grant: Grant, keptRefresh: Token | null, world: World): Reply {
  const { accessSeconds, refreshSeconds } = world.rules.tokens;
  const access = issue('access', 'act.', grant, accessSeconds, world);
  const refresh = keptRefresh ?? issue('refresh', 'rft.', grant, refreshSeconds, world);
  return flat({
    open_id: grant.openId,
    scope: grant.scopes.join(','),
    access_token: access.value,
    expires_in: accessSeconds,
    refresh_token: refresh.value,
    refresh_expires_in: Math.floor((refresh.expiresAt - world.clock.now()) / 1000),
    token_type: 'Bearer',
  });
}

function issue(kind: Token['kind'], prefix: string, grant: Grant, seconds: number, world: World): Token {
  const value = `${prefix}${secretText(48)}!${secretText(4)}.va`;
  const expiresAt = world.clock.now() + seconds * 1_000;
  const token: Token = { kind, value, grant, scopes: grant.scopes, expiresAt, dead: false };
  world.tokens.set(value, token);
  return token;
}

export function revoke(form: URLSearchParams, world: World): Reply {
  const app = clientOf(form, world);
  if ('status' in app) return app;
  const token = world.tokens.get(form.get('token') ?? '');
  if (token?.kind !== 'access' || token.grant.clientKey !== app.clientKey || token.grant.removed) {
    return flatError('invalid_request', 'The token is invalid or not found.');
  }
  for (const grant of world.grants) {
    if (grant.clientKey === app.clientKey && grant.openId === token.grant.openId) grant.removed = true;
  }
  const body = world.rules.tokens.revokeAnswer;
  return body ? json(body) : { status: 200, body: '' };
}

function flat(value: unknown): Reply {
  return json(value, 200, { 'cache-control': 'no-store' });
}

function hexSha256(value: string): string {
  return createHash('sha256').update(value, 'ascii').digest('hex');
}
