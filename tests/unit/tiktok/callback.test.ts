import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../lib/errors/app-error';
import { readCallback } from '../../../lib/tiktok/callback';
import { errorOf } from './replies';

const redirectUri = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';
const expected = { redirectUri, state: 'S' };
const back = (query: string) => `${redirectUri}?${query}`;

describe('readCallback', () => {
  it('reads the code, decoded exactly once, and what was granted', () => {
    expect(
      readCallback(back('code=a%2A1%21x%252A&scopes=user.info.basic,video.upload&state=S'), expected),
    ).toEqual({ code: 'a*1!x%2A', scopes: ['user.info.basic', 'video.upload'] });
  });

  it.each([
    ['error=access_denied&state=S', 'access_denied'],
    ['error=access_denied&error_description=The+user+denied+the+scope+request&state=S', 'access_denied'],
    ['error=access_denied&error_type=non_sandbox_target&state=S', 'not_sandbox_target'],
    ['error=unauthorized_client&error_type=client_key&state=S', 'app_not_live'],
    ['error=unauthorized_client&state=S', 'app_not_live'],
    ['errCode=10003&state=S', 'app_not_live'],
    ['error=invalid_request&error_type=redirect_uri&state=S', 'redirect_uri_unregistered'],
    [
      'error=invalid_request&error_description=redirect_uri+does+not+match&state=S',
      'redirect_uri_unregistered',
    ],
    ['error=invalid_scope&state=S', 'scope_unavailable'],
    ['error=invalid_request&error_type=scope&state=S', 'scope_unavailable'],
    ['error=invalid_request&error_type=code_challenge&state=S', 'invalid_request'],
    ['error=server_error&state=S', 'server_error'],
    ['error=temporarily_unavailable', 'temporarily_unavailable'],
    ['error=access_denied', 'access_denied'],
    ['state=S', 'unexpected_response'],
    ['code=&state=S', 'unexpected_response'],
    ['code=c', 'state_mismatch'],
    ['code=c&state=other', 'state_mismatch'],
    ['error=access_denied&state=other', 'state_mismatch'],
    ['code=c&state=', 'state_mismatch'],
  ])('%s means %s', (query, code) => {
    expect(errorOf(() => readCallback(back(query), expected)).code).toBe(code);
  });

  it('keeps what it does not know, so that a person can show it', () => {
    expect(
      errorOf(() => readCallback(back('error=toString&error_description=Hm&state=S'), expected)),
    ).toMatchObject({ code: 'unknown_tiktok_error', facts: { code: 'toString', message: 'Hm' } });
  });

  it.each([
    'https://evil.example/?code=c&state=S',
    `${redirectUri}deeper?code=c&state=S`,
    'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org.evil.example/?code=c&state=S',
    'not an address',
    '',
  ])('believes nothing that came to another address: %s', (address) => {
    expect(errorOf(() => readCallback(address, expected)).code).toBe('state_mismatch');
  });

  it('never hands out a code without our own state, whatever comes back', () => {
    const name = fc.oneof(fc.constantFrom('code', 'state', 'error', 'error_type', 'scopes'), fc.string());
    const pairs = fc.array(fc.tuple(name, fc.oneof(fc.constant('S'), fc.string())));
    fc.assert(
      fc.property(pairs, (query) => {
        const parameters = new URLSearchParams(query);
        try {
          const { code } = readCallback(back(`${parameters}`), expected);
          expect([parameters.get('state'), parameters.get('code')]).toEqual(['S', code]);
        } catch (thrown) {
          if (!(thrown instanceof AppError)) throw thrown;
        }
      }),
    );
  });
});
