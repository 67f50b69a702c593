import { AppError } from '../errors/app-error';
import type { ErrorCode } from '../errors/catalog';
import { readScopes } from './oauth';

export interface Callback {
  /** Decoded once; it is encoded once more by the form it goes into. */
  code: string;
  /** What the person granted, which may be less than was asked for. */
  scopes: string[];
}

/**
 * What TikTok sent the browser back with. Throws the AppError it stands for.
 * A success without our own `state` is someone else's sign-in: an attack, as far as we can tell.
 */
export function readCallback(address: string, expected: { redirectUri: string; state: string }): Callback {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || `${url.origin}${url.pathname}` !== expected.redirectUri) throw new AppError('state_mismatch');
  const given = (name: string) => url.searchParams.get(name) ?? '';

  const state = url.searchParams.get('state');
  if (state !== null && state !== expected.state) throw new AppError('state_mismatch');

  if (given('error') || given('error_type') || given('errCode')) throw refusal(given);
  if (state === null) throw new AppError('state_mismatch');

  const code = given('code');
  if (!code) throw new AppError('unexpected_response', { facts: { field: 'code' } });
  return { code, scopes: readScopes(given('scopes')) };
}

/** What TikTok's error pages name, and what it means for the person. */
const named: readonly (readonly [RegExp, ErrorCode])[] = [
  [/non_sandbox_target/, 'not_sandbox_target'],
  [/client_key/, 'app_not_live'],
  [/redirect_uri/, 'redirect_uri_unregistered'],
  [/code_challenge|code_verifier/, 'invalid_request'],
  [/scope/, 'scope_unavailable'],
];

const plain: Readonly<Record<string, ErrorCode>> = {
  access_denied: 'access_denied',
  unauthorized_client: 'app_not_live',
  invalid_client: 'app_not_live',
  invalid_scope: 'scope_unavailable',
  invalid_request: 'invalid_request',
  unsupported_response_type: 'unsupported_response_type',
  server_error: 'server_error',
  temporarily_unavailable: 'temporarily_unavailable',
};

function refusal(given: (name: string) => string): AppError {
  const error = given('error');
  const message = given('error_description').slice(0, 300);
  // The type is exact; the description is prose, and `access_denied` in prose may well mention scopes.
  const clues = error === 'access_denied' ? given('error_type') : `${given('error_type')} ${message}`;
  const code =
    named.find(([clue]) => clue.test(clues))?.[1] ??
    (given('errCode') === '10003' ? 'app_not_live' : undefined) ??
    (Object.hasOwn(plain, error) ? plain[error] : undefined);
  if (code) return new AppError(code, { facts: message ? { message } : {} });
  const facts = { code: (error || given('error_type') || given('errCode')).slice(0, 100), message };
  return new AppError('unknown_tiktok_error', { facts });
}
