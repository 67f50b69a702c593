import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type Answer,
  authorizeUrl,
  call,
  connect,
  DEMO_KEY,
  DEMO_SECRET,
  decide,
  fetchFrom,
  newVerifier,
  postForm,
  REDIRECT,
  UNAUDITED_KEY,
} from './client.ts';
import { type Sandbox, startSandbox } from './index.ts';
import { lastingTokens } from './tiktok/rules.ts';

const TOKEN = 'https://open.tiktokapis.com/v2/oauth/token/';
const REVOKE = 'https://open.tiktokapis.com/v2/oauth/revoke/';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

const parsed = (answer: Answer) => JSON.parse(answer.text);

async function newCode(changes: Record<string, string | undefined> = {}) {
  const { verifier, challenge } = newVerifier();
  const back = await decide(sandbox, authorizeUrl({ code_challenge: challenge, ...changes }));
  return { code: back.searchParams.get('code') ?? '', verifier };
}

async function exchange(changes: Record<string, string> = {}) {
  const { code, verifier } = await newCode();
  const form = { client_key: DEMO_KEY, client_secret: DEMO_SECRET, grant_type: 'authorization_code', code };
  return postForm(sandbox, TOKEN, { ...form, redirect_uri: REDIRECT, code_verifier: verifier, ...changes });
}

function refresh(token: string, changes: Record<string, string> = {}) {
  const form = { client_key: DEMO_KEY, client_secret: DEMO_SECRET, grant_type: 'refresh_token' };
  return postForm(sandbox, TOKEN, { ...form, refresh_token: token, ...changes });
}

async function errorType(changes: Record<string, string | undefined>) {
  const page = await fetchFrom(sandbox, authorizeUrl(changes));
  expect(page.headers.location).toBeUndefined();
  return /data-error-type="([^"]*)"/.exec(page.text)?.[1];
}

describe('the consent page', () => {
  it('shows the app, every account and every scope asked for', async () => {
    const page = await fetchFrom(sandbox, authorizeUrl());
    expect(page.status).toBe(200);
    expect(page.text).toContain('Ferry demo');
    expect(page.text).toContain('@miro.offline');
    expect(page.text).toContain('value="video.publish"');
  });
  it('is a dead end for an unknown client key', async () => {
    expect(await errorType({ client_key: 'sbawnobody' })).toBe('client_key');
  });
  it('is a dead end for client_id in place of client_key', async () => {
    expect(await errorType({ client_key: undefined, client_id: DEMO_KEY })).toBe('client_key');
  });
  it.each([
    'https://evil.example/',
    REDIRECT.slice(0, -1),
    `${REDIRECT}?a=1`,
    'http://127.0.0.1/callback/',
    'http://127.0.0.1:8080/other/',
    'http://127.0.0.1:99999/callback/',
  ])('is a dead end for the unregistered redirect %s', async (redirect_uri) => {
    expect(await errorType({ redirect_uri })).toBe('redirect_uri');
  });
  it('takes any port where the registered loopback redirect has a wildcard', async () => {
    const back = await decide(sandbox, authorizeUrl({ redirect_uri: 'http://127.0.0.1:53123/callback/' }));
    expect(back.origin).toBe('http://127.0.0.1:53123');
    expect(back.searchParams.get('code')).toBeTruthy();
  });
  it('is a dead end without a challenge', async () => {
    expect(await errorType({ code_challenge: undefined })).toBe('code_challenge');
  });
  it('is a dead end for a base64url challenge', async () => {
    const base64url = Buffer.from(newVerifier().challenge, 'hex').toString('base64url');
    expect(await errorType({ code_challenge: base64url })).toBe('code_challenge');
  });
  it('is a dead end for an upper-case hex challenge', async () => {
    expect(await errorType({ code_challenge: newVerifier().challenge.toUpperCase() })).toBe('code_challenge');
  });
  it('is a dead end for the plain challenge method', async () => {
    expect(await errorType({ code_challenge_method: 'plain' })).toBe('code_challenge');
  });
  it('is a dead end for an unknown scope', async () => {
    expect(await errorType({ scope: 'user.info.basic,video.delete' })).toBe('scope');
  });
  it('is a dead end for a scope the app was not approved for', async () => {
    sandbox.control.app(DEMO_KEY).scopes = ['user.info.basic'];
    expect(await errorType({ scope: 'user.info.basic,video.publish' })).toBe('scope');
  });
  it('is a dead end without state, and for another response type', async () => {
    expect(await errorType({ state: undefined })).toBe('state');
    expect(await errorType({ response_type: 'token' })).toBe('response_type');
  });
  it('sends a draft app back with unauthorized_client and error_type client_key', async () => {
    sandbox.control.app(DEMO_KEY).draft = true;
    const answer = await fetchFrom(sandbox, authorizeUrl());
    const back = new URL(answer.headers.location ?? '');
    expect(back.searchParams.get('error')).toBe('unauthorized_client');
    expect(back.searchParams.get('error_type')).toBe('client_key');
    expect(back.searchParams.get('state')).toBe('state-1');
  });
  it('sends a cancel back as access_denied without a type', async () => {
    const back = await decide(sandbox, authorizeUrl(), { decision: 'cancel' });
    expect(back.searchParams.get('error')).toBe('access_denied');
    expect(back.searchParams.has('error_type')).toBe(false);
    expect(back.searchParams.get('state')).toBe('state-1');
  });
  it('sends a user who is no target of the sandbox app back with non_sandbox_target', async () => {
    sandbox.control.app(DEMO_KEY).targetOpenIds = [sandbox.control.user('miro.offline').openId];
    const back = await decide(sandbox, authorizeUrl());
    expect(back.searchParams.get('error')).toBe('access_denied');
    expect(back.searchParams.get('error_type')).toBe('non_sandbox_target');
  });
  it('reports the scopes that were really granted', async () => {
    const back = await decide(sandbox, authorizeUrl(), { scopes: ['video.publish'] });
    expect(back.searchParams.get('scopes')).toBe('user.info.basic,video.publish');
  });
  it('gives codes holding * and ! percent-encoded', async () => {
    const back = await decide(sandbox, authorizeUrl());
    expect(back.search).toMatch(/code=[A-Za-z0-9]+%2A0%21/);
    expect(back.searchParams.get('code')).toMatch(/\*0!/);
  });
  it('is skipped for a remembered session with disable_auto_auth=0 and shown with 1', async () => {
    sandbox.control.remember('miro.offline');
    const silent = await fetchFrom(sandbox, authorizeUrl({ disable_auto_auth: '0' }));
    expect(silent.status).toBe(302);
    const asked = await fetchFrom(sandbox, authorizeUrl({ disable_auto_auth: '1' }));
    expect(asked.status).toBe(200);
  });
});

describe('redirect registration', () => {
  it.each([
    'http://app.example/',
    'https://app.example/?a=1',
    'https://app.example/#x',
    'http://127.0.0.1/callback/',
    'https://*.app.example/',
    `https://app.example/${'x'.repeat(500)}`,
  ])('refuses %s', (uri) => {
    expect(() => sandbox.control.addApp({ clientKey: 'k', redirectUris: [uri] })).toThrow(/register/);
  });
  it('refuses an eleventh', () => {
    const redirectUris = Array.from({ length: 11 }, (_, i) => `https://app.example/${i}`);
    expect(() => sandbox.control.addApp({ clientKey: 'k', redirectUris })).toThrow(/register/);
  });
});

describe('token', () => {
  it('answers flat, with a Bearer pair and its lifetimes', async () => {
    const answer = parsed(await exchange());
    expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 7200, refresh_expires_in: 15_552_000 });
    expect(answer.access_token).toMatch(/^act\./);
    expect(answer.refresh_token).toMatch(/^rft\./);
    expect(answer.open_id).toBe(sandbox.control.user('fern.and.clay').openId);
    expect(answer).not.toHaveProperty('data');
  });
  it('can have the older lifetimes', async () => {
    Object.assign(sandbox.control.rules.tokens, lastingTokens);
    expect(parsed(await exchange())).toMatchObject({ expires_in: 86_400, refresh_expires_in: 31_536_000 });
  });
  it('refuses a JSON body with invalid_client', async () => {
    const answer = await fetchFrom(sandbox, TOKEN, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ client_key: DEMO_KEY, client_secret: DEMO_SECRET }),
    });
    expect(parsed(answer)).toMatchObject({ error: 'invalid_client', log_id: expect.any(String) });
  });
  it('refuses credentials in a Basic header with invalid_client', async () => {
    const authorization = `Basic ${Buffer.from(`${DEMO_KEY}:${DEMO_SECRET}`).toString('base64')}`;
    const answer = await fetchFrom(sandbox, TOKEN, {
      headers: { 'content-type': 'application/x-www-form-urlencoded', authorization },
      body: 'grant_type=authorization_code&code=a',
    });
    expect(parsed(answer).error).toBe('invalid_client');
  });
  it('refuses a wrong secret with invalid_client', async () => {
    expect(parsed(await exchange({ client_secret: 'no' })).error).toBe('invalid_client');
  });
  it('refuses a missing secret, even with PKCE', async () => {
    expect(parsed(await exchange({ client_secret: '' })).error).toBe('invalid_request');
  });
  it('refuses another redirect_uri than that of the authorization', async () => {
    expect(parsed(await exchange({ redirect_uri: 'http://127.0.0.1:1/callback/' })).error).toBe(
      'invalid_request',
    );
  });
  it('refuses a wrong verifier, naming it', async () => {
    const answer = parsed(await exchange({ code_verifier: newVerifier().verifier }));
    expect(answer.error).toBe('invalid_request');
    expect(answer.error_description).toMatch(/code verifier or code challenge/i);
  });
  it('refuses a code a second time, with HTTP 200', async () => {
    const { code, verifier } = await newCode();
    const form = { client_key: DEMO_KEY, client_secret: DEMO_SECRET, grant_type: 'authorization_code', code };
    const whole = { ...form, redirect_uri: REDIRECT, code_verifier: verifier };
    expect(parsed(await postForm(sandbox, TOKEN, whole)).access_token).toBeTruthy();
    const again = await postForm(sandbox, TOKEN, whole);
    expect(again.status).toBe(200);
    expect(parsed(again).error).toBe('invalid_grant');
  });
  it('refuses a doubly encoded code', async () => {
    const { code, verifier } = await newCode();
    const form = { client_key: DEMO_KEY, client_secret: DEMO_SECRET, grant_type: 'authorization_code' };
    const twice = {
      ...form,
      code: code.replace('*', '%2A').replace('!', '%21'),
      redirect_uri: REDIRECT,
      code_verifier: verifier,
    };
    expect(parsed(await postForm(sandbox, TOKEN, twice)).error).toBe('invalid_grant');
  });
  it('refuses a code that is too old', async () => {
    const { code, verifier } = await newCode();
    sandbox.control.clock.advance(301_000);
    const form = { client_key: DEMO_KEY, client_secret: DEMO_SECRET, grant_type: 'authorization_code', code };
    const whole = { ...form, redirect_uri: REDIRECT, code_verifier: verifier };
    expect(parsed(await postForm(sandbox, TOKEN, whole)).error).toBe('invalid_grant');
  });
  it("refuses another app's code", async () => {
    const secret = sandbox.control.app(UNAUDITED_KEY).clientSecret;
    expect(parsed(await exchange({ client_key: UNAUDITED_KEY, client_secret: secret })).error).toBe(
      'invalid_grant',
    );
  });
  it('refuses an unknown grant type', async () => {
    expect(parsed(await exchange({ grant_type: 'password' })).error).toBe('unsupported_grant_type');
  });
});

describe('refresh', () => {
  it('gives a new pair and kills the old refresh token at once', async () => {
    const { refreshToken } = await connect(sandbox);
    const first = parsed(await refresh(refreshToken));
    expect(first.refresh_token).not.toBe(refreshToken);
    expect(parsed(await refresh(refreshToken)).error).toBe('invalid_grant');
    expect(parsed(await refresh(first.refresh_token)).access_token).toBeTruthy();
  });
  it('keeps the refresh token in the older mode', async () => {
    Object.assign(sandbox.control.rules.tokens, lastingTokens);
    const { refreshToken } = await connect(sandbox);
    expect(parsed(await refresh(refreshToken)).refresh_token).toBe(refreshToken);
    expect(parsed(await refresh(refreshToken)).refresh_token).toBe(refreshToken);
  });
  it('fails when the refresh token has expired', async () => {
    const { refreshToken } = await connect(sandbox);
    sandbox.control.clock.advance(15_552_001_000);
    expect(parsed(await refresh(refreshToken)).error).toBe('invalid_grant');
  });
  it('fails when the user removed the app', async () => {
    const { refreshToken, accessToken } = await connect(sandbox);
    sandbox.control.removeAccess('fern.and.clay');
    expect(parsed(await refresh(refreshToken)).error).toBe('invalid_grant');
    expect((await call(sandbox, '/v2/user/info/?fields=open_id', accessToken)).code).toBe(
      'access_token_invalid',
    );
  });
});

describe('revoke', () => {
  it('kills both tokens and answers with an empty body', async () => {
    const { accessToken, refreshToken } = await connect(sandbox);
    const form = { client_key: DEMO_KEY, client_secret: DEMO_SECRET, token: accessToken };
    const answer = await postForm(sandbox, REVOKE, form);
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(parsed(await refresh(refreshToken)).error).toBe('invalid_grant');
    expect((await call(sandbox, '/v2/user/info/?fields=open_id', accessToken)).status).toBe(401);
  });
  it('wants the secret', async () => {
    const { accessToken } = await connect(sandbox);
    const form = { client_key: DEMO_KEY, client_secret: 'no', token: accessToken };
    expect(parsed(await postForm(sandbox, REVOKE, form)).error).toBe('invalid_client');
  });
});

describe('the token service', () => {
  it('exchanges, refreshes and revokes without being given the secret', async () => {
    const service = 'https://token.ferry.example';
    const { code, verifier } = await newCode();
    const form = { client_key: DEMO_KEY, grant_type: 'authorization_code', code, redirect_uri: REDIRECT };
    const first = parsed(await postForm(sandbox, `${service}/token`, { ...form, code_verifier: verifier }));
    const again = { client_key: DEMO_KEY, grant_type: 'refresh_token', refresh_token: first.refresh_token };
    const second = parsed(await postForm(sandbox, `${service}/token`, again));
    expect(second.access_token).toBeTruthy();
    const ended = await postForm(sandbox, `${service}/revoke`, {
      client_key: DEMO_KEY,
      token: second.access_token,
    });
    expect(ended.status).toBe(200);
    expect((await call(sandbox, '/v2/user/info/?fields=open_id', second.access_token)).status).toBe(401);
  });
});
