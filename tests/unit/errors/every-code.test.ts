import { describe, expect, it } from 'vitest';
import { catalog, isErrorCode } from '../../../lib/errors/catalog';
import messages from '../../../public/_locales/en/messages.json';

/** TikTok's documented codes, typed from its documentation: what the catalog has to know, whatever else it knows. */
const documented = {
  'the API’s envelope': [
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
  'a post’s fail_reason': [
    'file_format_check_failed',
    'duration_check_failed',
    'frame_rate_check_failed',
    'picture_size_check_failed',
    'internal',
    'video_pull_failed',
    'photo_pull_failed',
    'publish_cancelled',
    'auth_removed',
    'spam_risk_too_many_posts',
    'spam_risk_user_banned_from_posting',
    'spam_risk_text',
    'spam_risk',
  ],
  'signing in': [
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
  'the line and this device': [
    'offline',
    'network',
    'timeout',
    'http_error',
    'unexpected_response',
    'storage_full',
    'unexpected',
  ],
};

const wordOf = (key: string): string | undefined =>
  (messages as Record<string, { message: string }>)[key]?.message;

describe.each(Object.entries(documented))('%s', (_name, codes) => {
  it.each(codes)('%s has a row, a sentence and a next step', (code) => {
    expect(isErrorCode(code)).toBe(true);
    expect(wordOf(`error_${code}`)).toMatch(/\S/);
    expect(wordOf(`error_${code}_next`)).toMatch(/\S/);
  });
});

describe('every row of the catalog', () => {
  const rows = Object.entries(catalog);

  it.each(rows)('%s says what happened and what to do, in words', (code) => {
    expect(wordOf(`error_${code}`)).toMatch(/\s/);
    expect(wordOf(`error_${code}_next`)).toMatch(/\s/);
    if (code.includes('_')) expect(wordOf(`error_${code}`)).not.toContain(code);
  });

  it.each(rows.filter(([, { action }]) => action))('%s has a button with a name', (_code, { action }) => {
    expect(wordOf(`error_action_${action?.replaceAll('-', '_')}`)).toMatch(/\S/);
  });

  it.each(rows)('%s says who has to act', (_code, { who }) => {
    expect(wordOf(`error_who_${who}`)).toMatch(/\S/);
  });
});

it('explains fully what an app TikTok has not audited may do', () => {
  const words = `${wordOf('error_unaudited_client_can_only_post_to_private_accounts')} ${wordOf('error_unaudited_client_can_only_post_to_private_accounts_next')}`;
  expect(words).toMatch(/private/);
  expect(words).toMatch(/Only me/);
  expect(words).toMatch(/inbox/);
});
