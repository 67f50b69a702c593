import * as z from 'zod/mini';
import { AppError, type ErrorFacts } from '../errors/app-error';
import type { ErrorCode } from '../errors/catalog';
import type { Reply } from './http';
import { withoutTokens } from './hush';
import { quoteLongIntegers } from './long-integers';

/** What TikTok may say is wrong. Only these: a server must not be able to name an error of our own. */
const spoken = {
  api: [
    'access_token_invalid',
    'scope_not_authorized',
    'scope_permission_missed',
    'invalid_params',
    'invalid_file_upload',
    'invalid_publish_id',
    'token_not_authorized_for_specified_publish_id',
    'publish_not_cancellable',
    'app_version_check_failed',
    'spam_risk_too_many_posts',
    'spam_risk_user_banned_from_posting',
    'reached_active_user_cap',
    'spam_risk_too_many_pending_share',
    'unaudited_client_can_only_post_to_private_accounts',
    'url_ownership_unverified',
    'privacy_level_option_mismatch',
    'rate_limit_exceeded',
    'internal_error',
  ],
  oauth: [
    'access_denied',
    'invalid_client',
    'invalid_grant',
    'invalid_request',
    'invalid_scope',
    'unauthorized_client',
    'unsupported_grant_type',
    'unsupported_response_type',
    'server_error',
    'temporarily_unavailable',
  ],
} as const satisfies Record<string, readonly ErrorCode[]>;

const codes: ReadonlySet<string> = new Set<string>([...spoken.api, ...spoken.oauth]);
type SpokenCode = (typeof spoken)['api' | 'oauth'][number];
const isSpoken = (code: string): code is SpokenCode => codes.has(code);

const Envelope = z.object({
  data: z.optional(z.unknown()),
  error: z.object({
    code: z.string(),
    message: z.optional(z.unknown()),
    log_id: z.optional(z.unknown()),
    // TikTok's tables spell it so, its servers do not; both are read.
    logid: z.optional(z.unknown()),
  }),
});

const Flat = z.object({
  error: z.optional(z.nullable(z.string())),
  error_description: z.optional(z.unknown()),
  log_id: z.optional(z.unknown()),
});

/** The `data` of an API answer, or the AppError it stands for. Never throws anything else. */
export function judge<T>(reply: Reply, data: z.ZodMiniType<T>): T {
  const body = parse(reply);
  const envelope = Envelope.safeParse(body);
  if (!envelope.success) throw failed(reply, body);
  const { error } = envelope.data;
  const logId = text(error.log_id) ?? text(error.logid) ?? reply.logId;
  if (error.code !== 'ok') throw refused(reply, error.code, text(error.message), logId);
  if (!isFine(reply)) throw byStatus(reply, logId);
  return accept(data, envelope.data.data, logId);
}

/** TikTok's trace of a call that went well: worth keeping with what the call did. */
export function logIdOf(reply: Reply): string | undefined {
  const envelope = Envelope.safeParse(parse(reply));
  if (!envelope.success) return reply.logId;
  const { log_id, logid } = envelope.data.error;
  return text(log_id) ?? text(logid) ?? reply.logId;
}

/** OAuth answers have no envelope, and carry their errors flat, sometimes with HTTP 200. */
export function judgeFlat<T>(reply: Reply, answer: z.ZodMiniType<T>): T {
  const body = parse(reply);
  const flat = Flat.safeParse(body);
  if (!flat.success || flat.data.error || !isFine(reply)) {
    const error = failed(reply, body);
    // No access token was shown, so none can have been invalid.
    throw error.code === 'access_token_invalid' ? new AppError('http_error', error) : error;
  }
  return accept(answer, body, text(flat.data.log_id) ?? reply.logId);
}

/** Whatever error a body holds, in either of TikTok's two shapes; else what the status says. */
function failed(reply: Reply, body: unknown): AppError {
  const envelope = Envelope.safeParse(body);
  if (envelope.success && envelope.data.error.code !== 'ok') {
    const { code, message, log_id, logid } = envelope.data.error;
    return refused(reply, code, text(message), text(log_id) ?? text(logid) ?? reply.logId);
  }
  const flat = Flat.safeParse(body);
  const logId = (flat.success ? text(flat.data.log_id) : undefined) ?? reply.logId;
  if (flat.success && flat.data.error) {
    return refused(reply, flat.data.error, text(flat.data.error_description), logId);
  }
  return byStatus(reply, logId);
}

/** An answer that repeats what it was sent must not bring a token into an error, which is shown, logged and kept. */
const tokenless = (message: string) => message.replace(/(?<![a-z])(?:act|rft)\.\S+/g, '…');

function refused(reply: Reply, code: string, message: string | undefined, logId: string | undefined) {
  const facts: ErrorFacts = { ...waits(reply), ...(message ? { message: tokenless(message) } : {}) };
  // Documented in the singular, seen in the plural.
  const known = code === 'invalid_param' ? 'invalid_params' : code;
  if (isSpoken(known)) return new AppError(known, { facts, logId });
  return new AppError('unknown_tiktok_error', { facts: { message: '', ...facts, code: short(code) }, logId });
}

/** For answers without a readable error: the status is all there is to go by. */
function byStatus(reply: Reply, logId: string | undefined): AppError {
  const facts = { ...waits(reply), status: reply.status };
  if (reply.status === 429) return new AppError('rate_limit_exceeded', { facts, logId });
  if (reply.status === 401) return new AppError('access_token_invalid', { facts, logId });
  if (reply.status >= 500) return new AppError('internal_error', { facts, logId });
  return new AppError(isFine(reply) ? 'unexpected_response' : 'http_error', { facts, logId });
}

function accept<T>(schema: z.ZodMiniType<T>, value: unknown, logId: string | undefined): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const wrong = read.error.issues[0]?.path.join('.') ?? '';
  throw new AppError('unexpected_response', { facts: { field: short(wrong) }, logId });
}

function parse({ text, truncated }: Reply): unknown {
  if (truncated) return undefined;
  try {
    return JSON.parse(quoteLongIntegers(text));
  } catch {
    // Not JSON at all: a captive portal's page, a proxy's apology. The caller says so with the status.
    return undefined;
  }
}

const isFine = ({ status }: Reply) => status >= 200 && status < 300;
const waits = ({ retryAfterMs }: Reply): ErrorFacts => (retryAfterMs === undefined ? {} : { retryAfterMs });
/** Tokens go first: one that is cut in half would no longer look like one. */
const short = (value: string) => withoutTokens(value).slice(0, 300);
const text = (value: unknown) => (typeof value === 'string' && value ? short(value) : undefined);
