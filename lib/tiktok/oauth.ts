import * as z from 'zod/mini';
import { AppError, asAppError } from '../errors/app-error';
import { judgeFlat } from './envelope';
import { apiOrigin, type Http, type Reply } from './http';
import { hush } from './hush';

const authorizePage = 'https://www.tiktok.com/v2/auth/authorize/';

export interface AuthorizeRequest {
  clientKey: string;
  scopes: readonly string[];
  redirectUri: string;
  state: string;
  /** TikTok wants it in hex, not base64url. */
  challenge: string;
  /** Show the consent page even when TikTok would sign the same person in again unasked. */
  alwaysAsk: boolean;
}

export function authorizeUrl(request: AuthorizeRequest): string {
  const query = new URLSearchParams({
    client_key: request.clientKey,
    response_type: 'code',
    scope: request.scopes.join(','),
    redirect_uri: request.redirectUri,
    state: request.state,
    code_challenge: request.challenge,
    code_challenge_method: 'S256',
    disable_auto_auth: request.alwaysAsk ? '1' : '0',
  });
  return `${authorizePage}?${query}`;
}

/** The app's own proof: its secret, or a service that adds the secret on the way. */
export interface AppProof {
  clientKey: string;
  secret?: string | undefined;
  tokenService?: string | undefined;
}

export interface TokenGrant {
  openId: string;
  scopes: string[];
  accessToken: string;
  /** Absent when a refresh did not rotate it. */
  refreshToken: string | undefined;
  expiresInMs: number;
  refreshExpiresInMs: number | undefined;
  receivedAt: number;
}

export interface OAuth {
  exchange(
    app: AppProof,
    grant: { code: string; redirectUri: string; verifier: string },
  ): Promise<TokenGrant>;
  refresh(app: AppProof, refreshToken: string): Promise<TokenGrant>;
  revoke(app: AppProof, accessToken: string): Promise<void>;
  /** Asks for tokens with a code that cannot be right: which error comes back tells whether key and secret are. */
  probe(app: AppProof, redirectUri: string): Promise<{ accepted: boolean; skewMs: number | undefined }>;
}

export function createOAuth(http: Http): OAuth {
  const post = async <T>(
    app: AppProof,
    endpoint: 'token' | 'revoke',
    fields: Record<string, string>,
    read: (reply: Reply) => T,
  ): Promise<T> => {
    const secret = app.tokenService === undefined ? { client_secret: app.secret ?? '' } : {};
    const form = { client_key: app.clientKey, ...secret, ...fields };
    try {
      return read(await http.postForm(addressOf(app, endpoint), form));
    } catch (thrown) {
      throw hush(blameService(asAppError(thrown), app), secretsIn({ ...secret, ...fields }));
    }
  };

  const exchange = (code: string, redirectUri: string, verifier: string) => ({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  });

  return {
    exchange: (app, { code, redirectUri, verifier }) =>
      post(app, 'token', exchange(code, redirectUri, verifier), readTokens),
    refresh: (app, refreshToken) =>
      post(app, 'token', { grant_type: 'refresh_token', refresh_token: refreshToken }, readTokens),
    revoke: (app, accessToken) => post(app, 'revoke', { token: accessToken }, readRevoked),
    probe: (app, redirectUri) =>
      post(app, 'token', exchange('ferry-checks-the-key', redirectUri, '0'.repeat(64)), (reply) => ({
        accepted: readProbe(reply),
        skewMs: skewOf(reply),
      })),
  };
}

/** A token service has `token` and `revoke` under its own address, takes TikTok's form without the secret, and adds it. */
const addressOf = ({ tokenService }: AppProof, endpoint: string) =>
  tokenService === undefined
    ? `${apiOrigin}/v2/oauth/${endpoint}/`
    : `${tokenService.replace(/\/+$/, '')}/${endpoint}`;

const Seconds = z.pipe(
  z.union([z.number(), z.string().check(z.regex(/^\d{1,10}$/))]),
  z.pipe(z.transform(Number), z.number().check(z.positive(), z.maximum(10 * 366 * 86_400))),
);
const Token = z.string().check(z.minLength(1), z.maxLength(4_096));
const Tokens = z.object({
  open_id: z.string().check(z.minLength(1), z.maxLength(200)),
  scope: z.optional(z.nullable(z.string())),
  access_token: Token,
  expires_in: Seconds,
  refresh_token: z.optional(Token),
  refresh_expires_in: z.optional(Seconds),
});

export function readTokens(reply: Reply): TokenGrant {
  const answer = judgeFlat(reply, Tokens);
  return {
    openId: answer.open_id,
    scopes: readScopes(answer.scope),
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    expiresInMs: answer.expires_in * 1_000,
    refreshExpiresInMs:
      answer.refresh_expires_in === undefined ? undefined : answer.refresh_expires_in * 1_000,
    receivedAt: reply.receivedAt,
  };
}

export const readScopes = (list: string | null | undefined): string[] => [
  ...new Set((list ?? '').split(/[\s,]+/).filter(Boolean)),
];

/** Success is an empty body or `{}`; only an error says anything. */
export function readRevoked(reply: Reply): void {
  if (reply.text.trim() === '' && reply.status >= 200 && reply.status < 300) return;
  judgeFlat(reply, z.unknown());
}

/** Whether TikTok knew the app: it then found fault with the code. Throws when it said neither. */
function readProbe(reply: Reply): boolean {
  try {
    judgeFlat(reply, z.unknown());
    return true;
  } catch (thrown) {
    const { code } = asAppError(thrown);
    if (code === 'invalid_grant') return true;
    if (code === 'invalid_client') return false;
    throw thrown;
  }
}

/** How far this computer's clock is ahead of the server's; both are only as fine as a second. */
export const skewOf = ({ serverTime, receivedAt }: Reply): number | undefined =>
  serverTime === undefined ? undefined : receivedAt - serverTime;

const unreachable = new Set(['network', 'timeout', 'http_error', 'internal_error', 'unexpected_response']);

function blameService(error: AppError, { tokenService }: AppProof): AppError {
  if (tokenService === undefined || !unreachable.has(error.code)) return error;
  const facts = { ...error.facts, host: new URL(tokenService).host };
  return new AppError('token_service_unreachable', { facts, logId: error.logId, cause: error });
}

/** Of what goes into a form, what nobody else may ever read. */
const hidden = ['client_secret', 'code', 'code_verifier', 'refresh_token', 'token'];
const secretsIn = (form: Readonly<Record<string, string>>): string[] =>
  hidden.flatMap((name) => form[name] ?? []);
