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
  /** Leaves in the middle. */
  signal?: AbortSignal;
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
    ...(ask.signal ? { signal: ask.signal } : {}),
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

export const VIDEO_INIT = '/v2/post/publish/video/init/';
export const INBOX_INIT = '/v2/post/publish/inbox/video/init/';
export const CONTENT_INIT = '/v2/post/publish/content/init/';
export const STATUS = '/v2/post/publish/status/fetch/';
export const CANCEL = '/v2/post/publish/cancel/';

/** A source_info that sends a file in one chunk. */
export function oneChunk(size: number) {
  return { source: 'FILE_UPLOAD', video_size: size, chunk_size: size, total_chunk_count: 1 };
}

/** Sends bytes `first` to `last` of a file to an upload address. */
export function put(
  sandbox: Sandbox,
  url: string,
  bytes: Buffer,
  first = 0,
  last = bytes.length - 1,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return fetchFrom(sandbox, url, {
    method: 'PUT',
    headers: {
      'content-type': 'video/mp4',
      'content-range': `bytes ${first}-${last}/${bytes.length}`,
      ...headers,
    },
    body: bytes.subarray(first, last + 1),
  });
}

/** Waits until the bytes of a post have been looked into. */
export async function inspected(sandbox: Sandbox, publishId: string): Promise<void> {
  for (let i = 0; i < 200; i += 1) {
    const post = sandbox.control.publications.get(publishId);
    if (post?.verdict !== undefined) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Where a post stands, once it stands still: asks with the clock moved past processing. */
export async function outcome(sandbox: Sandbox, accessToken: string, publishId: string) {
  await inspected(sandbox, publishId);
  sandbox.control.clock.advance(120_000);
  return call(sandbox, STATUS, accessToken, { publish_id: publishId });
}
