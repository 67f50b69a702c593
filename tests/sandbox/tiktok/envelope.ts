import { randomBytes } from 'node:crypto';
import { json, type Reply } from '../http.ts';

/** HTTP status of each documented code (tiktok-api.md §8). */
const STATUS: Readonly<Record<string, number>> = {
  ok: 200,
  access_token_invalid: 401,
  scope_not_authorized: 401,
  scope_permission_missed: 400,
  invalid_params: 400,
  invalid_file_upload: 400,
  invalid_publish_id: 400,
  token_not_authorized_for_specified_publish_id: 400,
  publish_not_cancellable: 400,
  app_version_check_failed: 400,
  spam_risk_too_many_posts: 403,
  spam_risk_user_banned_from_posting: 403,
  reached_active_user_cap: 403,
  spam_risk_too_many_pending_share: 403,
  spam_risk: 403,
  spam_risk_text: 403,
  unaudited_client_can_only_post_to_private_accounts: 403,
  url_ownership_unverified: 403,
  privacy_level_option_mismatch: 403,
  rate_limit_exceeded: 429,
  internal_error: 500,
};

const MESSAGE: Readonly<Record<string, string>> = {
  access_token_invalid: 'The access token is invalid or not found in the request.',
  scope_not_authorized: 'The user did not authorize the scope required for completing this request.',
  scope_permission_missed: 'Additional scopes are needed for the requested fields.',
  rate_limit_exceeded: 'The API rate limit was exceeded. Please try again later.',
  internal_error: 'Something is wrong. Please try again later.',
  unaudited_client_can_only_post_to_private_accounts:
    'Please review our integration guidelines at https://developers.tiktok.com/doc/content-sharing-guidelines/',
};

export type ErrorCode = string;

/** A refusal, thrown from wherever a rule is broken and answered by `api()`. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly status: number | undefined;
  constructor(code: ErrorCode, message?: string, status?: number) {
    super(message ?? MESSAGE[code] ?? code);
    this.code = code;
    this.status = status;
  }
}

export function newLogId(): string {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  return `${stamp}${randomBytes(9).toString('hex').toUpperCase()}`;
}

export function okEnvelope(data: unknown): Reply {
  return json({ data, error: { code: 'ok', message: '', log_id: newLogId() } });
}

export function errorEnvelope(code: ErrorCode, message?: string, status?: number): Reply {
  const error = { code, message: message ?? MESSAGE[code] ?? code, log_id: newLogId() };
  return json({ data: {}, error }, status ?? STATUS[code] ?? 400);
}

/** OAuth's errors have no envelope (tiktok-api.md §1.6). */
export function flatError(error: string, description?: string, status = 400): Reply {
  return json({ error, error_description: description ?? error, log_id: newLogId() }, status, {
    'cache-control': 'no-store',
  });
}

/** Turns a thrown refusal into TikTok's answer. */
export function api<T>(handle: (input: T) => Reply | Promise<Reply>): (input: T) => Promise<Reply> {
  return async (input) => {
    try {
      return await handle(input);
    } catch (cause) {
      if (cause instanceof Refusal) return errorEnvelope(cause.code, cause.message, cause.status);
      throw cause;
    }
  };
}
