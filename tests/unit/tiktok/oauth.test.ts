import { describe, expect, it } from 'vitest';
import { AppError, toErrorData } from '../../../lib/errors/app-error';
import type { Http, Reply } from '../../../lib/tiktok/http';
import { authorizeUrl, createOAuth, readRevoked, readTokens } from '../../../lib/tiktok/oauth';
import { errorOf, json, reply } from './replies';

const app = { clientKey: 'key', secret: 'S3CRET' };
const tokens = {
  open_id: 'o',
  scope: 'user.info.basic,video.upload',
  access_token: 'act.1',
  expires_in: 7200,
  refresh_token: 'rft.1',
  refresh_expires_in: 15_552_000,
  token_type: 'Bearer',
};

function build(answer: Reply | AppError) {
  const sent: { address: string; fields: Readonly<Record<string, string>> }[] = [];
  const refuse = () => Promise.reject(new Error('only forms are sent here'));
  const http: Http = {
    get: refuse,
    post: refuse,
    async postForm(address, fields) {
      sent.push({ address, fields });
      if (answer instanceof AppError) throw answer;
      return answer;
    },
  };
  return { oauth: createOAuth(http), sent };
}

describe('authorizeUrl', () => {
  const request = {
    clientKey: 'key',
    scopes: ['user.info.basic', 'video.publish'],
    redirectUri: 'https://x.chromiumapp.org/',
    state: 's',
    challenge: 'ab12',
    alwaysAsk: false,
  };

  it('asks as TikTok wants to be asked', () => {
    const url = new URL(authorizeUrl(request));
    expect(url.origin + url.pathname).toBe('https://www.tiktok.com/v2/auth/authorize/');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_key: 'key',
      response_type: 'code',
      scope: 'user.info.basic,video.publish',
      redirect_uri: 'https://x.chromiumapp.org/',
      state: 's',
      code_challenge: 'ab12',
      code_challenge_method: 'S256',
      disable_auto_auth: '0',
    });
  });

  it('insists on the consent page when another account is added', () => {
    const url = new URL(authorizeUrl({ ...request, alwaysAsk: true }));
    expect(url.searchParams.get('disable_auto_auth')).toBe('1');
  });
});

describe('exchange', () => {
  const grant = { code: 'c*1!', redirectUri: 'https://x.chromiumapp.org/', verifier: 'v' };

  it('sends key and secret in the body and reads the flat answer', async () => {
    const { oauth, sent } = build(json(tokens, { receivedAt: 9 }));
    expect(await oauth.exchange(app, grant)).toEqual({
      openId: 'o',
      scopes: ['user.info.basic', 'video.upload'],
      accessToken: 'act.1',
      refreshToken: 'rft.1',
      expiresInMs: 7_200_000,
      refreshExpiresInMs: 15_552_000_000,
      receivedAt: 9,
    });
    expect(sent).toEqual([
      {
        address: 'https://open.tiktokapis.com/v2/oauth/token/',
        fields: {
          client_key: 'key',
          client_secret: 'S3CRET',
          grant_type: 'authorization_code',
          code: 'c*1!',
          redirect_uri: 'https://x.chromiumapp.org/',
          code_verifier: 'v',
        },
      },
    ]);
  });

  it.each(['https://tokens.example/tiktok', 'https://tokens.example/tiktok/'])(
    'goes to the token service %s instead, without a secret',
    async (tokenService) => {
      const { oauth, sent } = build(json(tokens));
      await oauth.exchange({ clientKey: 'key', tokenService }, grant);
      expect(sent[0]?.address).toBe('https://tokens.example/tiktok/token');
      expect(sent[0]?.fields).not.toHaveProperty('client_secret');
    },
  );

  it.each([
    ['is not there', new AppError('network')],
    ['does not answer', new AppError('timeout')],
    ['answers with a page', reply('<html>')],
    ['is broken', reply('', { status: 502 })],
    ['has moved', reply('gone', { status: 404 })],
  ])('says so when the token service %s', async (_how, answer) => {
    const { oauth } = build(answer);
    const asked = oauth.exchange({ clientKey: 'key', tokenService: 'https://tokens.example/' }, grant);
    await expect(asked).rejects.toMatchObject({
      code: 'token_service_unreachable',
      facts: { host: 'tokens.example' },
    });
  });

  it('passes on what TikTok said through the token service', async () => {
    const { oauth } = build(json({ error: 'invalid_grant', error_description: 'x' }));
    await expect(
      oauth.exchange({ clientKey: 'key', tokenService: 'https://tokens.example/' }, grant),
    ).rejects.toMatchObject({ code: 'invalid_grant' });
  });

  it('keeps a secret out of the error when the server quotes it', async () => {
    const { oauth } = build(json({ error: 'invalid_client', error_description: 'S3CRET is wrong' }));
    const thrown = await oauth.exchange(app, grant).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code: 'invalid_client', facts: { message: '' } });
  });
});

describe('a server that quotes what it was sent', () => {
  const secret = 'aVeryLongClientSecret0123456789';
  const long = { clientKey: 'key', secret };
  const grant = { code: 'c*1!45678', redirectUri: 'https://x.chromiumapp.org/', verifier: 'v'.repeat(64) };
  const spelled = async (answer: object) => {
    const { oauth } = build(json(answer));
    const thrown = await oauth.exchange(long, grant).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(AppError);
    return JSON.stringify(
      thrown instanceof AppError && { ...toErrorData(thrown), cause: String(thrown.cause) },
    );
  };

  it.each([
    ['in its description', { error: 'invalid_client', error_description: `no: ${secret}` }],
    ['in its code', { error: `bad_${secret}` }],
    ['in its trace', { error: 'invalid_client', log_id: secret }],
    ['cut short', { error: 'invalid_client', error_description: `${'x'.repeat(290)}${secret}` }],
    ['as a form holds it', { error: 'invalid_grant', error_description: 'code=c*1%2145678' }],
    ['with a token of TikTok’s', { error: 'odd', error_description: `${'x'.repeat(293)} act.secretpart` }],
  ])('%s is not repeated', async (_where, answer) => {
    expect(await spelled(answer)).not.toMatch(/aVeryLong|c\*1|act\.s|act\./);
  });

  it('is quoted when it quotes nothing secret', async () => {
    const error_description = 'the refresh_token or authorization_code is invalid';
    expect(await spelled({ error: 'invalid_grant', error_description })).toContain(error_description);
  });
});

describe('readTokens', () => {
  it('takes seconds as text, and an answer without a new refresh token', () => {
    const { refresh_token: _, refresh_expires_in: __, ...rest } = tokens;
    const read = readTokens(json({ ...rest, expires_in: '120' }));
    expect([read.expiresInMs, read.refreshToken, read.refreshExpiresInMs]).toEqual([
      120_000,
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['no open_id', { open_id: undefined }],
    ['an empty access token', { access_token: '' }],
    ['no lifetime', { expires_in: null }],
    ['a lifetime of nothing', { expires_in: 0 }],
    ['a negative lifetime', { expires_in: -5 }],
    ['a lifetime past all reason', { expires_in: 1e12 }],
    ['a refresh token that is a number', { refresh_token: 7 }],
  ])('refuses an answer with %s', (_what, change) => {
    expect(errorOf(() => readTokens(json({ ...tokens, ...change }))).code).toBe('unexpected_response');
  });
});

describe('probe', () => {
  it.each([
    ['invalid_grant', true],
    ['invalid_client', false],
  ])('reads %s as accepted=%s', async (error, accepted) => {
    const { oauth } = build(json({ error }, { receivedAt: 90_000, serverTime: 60_000 }));
    expect(await oauth.probe(app, 'https://x/')).toEqual({ accepted, skewMs: 30_000 });
  });

  it('says neither when TikTok says neither', async () => {
    const { oauth } = build(json({ error: 'server_error' }, { status: 500 }));
    await expect(oauth.probe(app, 'https://x/')).rejects.toMatchObject({ code: 'server_error' });
  });
});

describe('readRevoked', () => {
  it.each(['', '{}', ' \n'])('is content with %j', (text) => {
    expect(readRevoked(reply(text))).toBeUndefined();
  });

  it('is not content with an error', () => {
    expect(errorOf(() => readRevoked(json({ error: 'invalid_client' }))).code).toBe('invalid_client');
    expect(errorOf(() => readRevoked(reply('', { status: 500 }))).code).toBe('internal_error');
  });
});
