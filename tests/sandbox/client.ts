import { createHash, randomBytes } from 'node:crypto';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import type { Sandbox } from './index.ts';

export interface Answer {
  status: number;
  headers: Record<string, string>;
  bytes: Buffer;
  text: string;
}

export interface Ask {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** Reaches the sandbox as a browser with mapped hosts does. Redirects are handed back, not followed. */
export function fetchFrom(
  sandbox: Pick<Sandbox, 'port' | 'cert'>,
  url: string,
  ask: Ask = {},
): Promise<Answer> {
  const { hostname, pathname, search } = new URL(url);
  const headers: Record<string, string | number> = { ...ask.headers, host: hostname };
  if (ask.body !== undefined && !('content-length' in headers) && !('transfer-encoding' in headers)) {
    headers['content-length'] = Buffer.byteLength(ask.body);
  }
  const options: RequestOptions = {
    host: '127.0.0.1',
    port: sandbox.port,
    servername: hostname,
    ca: sandbox.cert,
    method: ask.method ?? (ask.body === undefined ? 'GET' : 'POST'),
    path: `${pathname}${search}`,
    headers,
    agent: false,
  };
  return new Promise((resolve, reject) => {
    const outgoing = httpsRequest(options, (incoming) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const bytes = Buffer.concat(parts);
        const flat = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as const);
        resolve({
          status: incoming.statusCode ?? 0,
          headers: Object.fromEntries(flat),
          bytes,
          text: bytes.toString(),
        });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(ask.body);
  });
}

export const DEMO_KEY = 'sbawferrydemo0001';
export const DEMO_SECRET = 'ferry-demo-secret-0001';
export const UNAUDITED_KEY = 'sbawferryunaudited';
export const REDIRECT = 'https://lneageakocimfdjclnaahnbcieblhmkf.chromiumapp.org/';
export const ALL_SCOPES =
  'user.info.basic,user.info.profile,user.info.stats,video.list,video.publish,video.upload';

export function newVerifier(): { verifier: string; challenge: string } {
  const verifier = randomBytes(40).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('hex') };
}

/** The address of the consent page, right in every point but those changed; undefined leaves one out. */
export function authorizeUrl(changes: Record<string, string | undefined> = {}): string {
  const values = {
    client_key: DEMO_KEY,
    scope: ALL_SCOPES,
    redirect_uri: REDIRECT,
    state: 'state-1',
    response_type: 'code',
    disable_auto_auth: '1',
    code_challenge: newVerifier().challenge,
    code_challenge_method: 'S256',
    ...changes,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined) query.set(name, value);
  return `https://www.tiktok.com/v2/auth/authorize/?${query}`;
}

export interface Decision {
  username?: string;
  scopes?: string[];
  decision?: 'authorize' | 'cancel';
}

/** Presses a button of the consent page; where it leads. */
export async function decide(sandbox: Sandbox, url: string, how: Decision = {}): Promise<URL> {
  const form = new URLSearchParams({
    ask: new URL(url).search,
    user: sandbox.control.user(how.username ?? 'fern.and.clay').openId,
    decision: how.decision ?? 'authorize',
  });
  for (const scope of how.scopes ?? ALL_SCOPES.split(',')) form.append('scope', scope);
  const answer = await fetchFrom(sandbox, 'https://www.tiktok.com/v2/auth/authorize/decide/', {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  });
  return new URL(answer.headers.location ?? 'https://no-redirect.invalid/');
}

export function postForm(sandbox: Sandbox, url: string, form: Record<string, string>): Promise<Answer> {
  return fetchFrom(sandbox, url, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });
}

export interface Connected {
  openId: string;
  accessToken: string;
  refreshToken: string;
}

/** Goes through consent and token exchange. */
export async function connect(
  sandbox: Sandbox,
  how: Decision & { clientKey?: string } = {},
): Promise<Connected> {
  const { verifier, challenge } = newVerifier();
  const app = sandbox.control.app(how.clientKey ?? DEMO_KEY);
  const url = authorizeUrl({ client_key: app.clientKey, code_challenge: challenge });
  const back = await decide(sandbox, url, how);
  const answer = await postForm(sandbox, 'https://open.tiktokapis.com/v2/oauth/token/', {
    client_key: app.clientKey,
    client_secret: app.clientSecret,
    grant_type: 'authorization_code',
    code: back.searchParams.get('code') ?? '',
    redirect_uri: REDIRECT,
    code_verifier: verifier,
  });
  const tokens = JSON.parse(answer.text);
  return { openId: tokens.open_id, accessToken: tokens.access_token, refreshToken: tokens.refresh_token };
}

export interface ApiAnswer extends Answer {
  code: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  data: any;
}

/** A call of TikTok's API with a user's token. */
export async function call(
  sandbox: Sandbox,
  path: string,
  accessToken: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<ApiAnswer> {
  const answer = await fetchFrom(sandbox, `https://open.tiktokapis.com${path}`, {
    headers: {
      authorization: `Bearer ${accessToken}`,
      'content-type': 'application/json; charset=UTF-8',
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const parsed = JSON.parse(answer.text);
  return { ...answer, code: parsed.error?.code, data: parsed.data };
}
