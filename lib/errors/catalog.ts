/** Who has to do something before it can work. */
export type Actor = 'you' | 'owner' | 'tiktok' | 'site' | 'ferry';

/**
 * What Ferry does by itself.
 * `now`: tries again with back-off. `wait`: waits for a clock or for the network. `never`: stops and tells.
 */
export type Retry = 'now' | 'wait' | 'never';

/** The button beside the sentence. */
export type Action =
  | 'reconnect'
  | 'open-settings'
  | 'choose-privacy'
  | 'choose-file'
  | 'use-inbox'
  | 'edit-caption'
  | 'grant-site'
  | 'open-tiktok'
  | 'set-up-bucket'
  | 'make-slideshow'
  | 'retry';

export interface Remedy {
  who: Actor;
  retry: Retry;
  action?: Action;
}

/**
 * Every way it can go wrong, once. The sentence of a code is the message `error_<code>`,
 * what to do next is `error_<code>_next` (public/_locales).
 */
const rows = {
  // TikTok's API: the envelope's error.code.
  access_token_invalid: { who: 'you', retry: 'never', action: 'reconnect' },
  scope_not_authorized: { who: 'you', retry: 'never', action: 'reconnect' },
  scope_permission_missed: { who: 'you', retry: 'never', action: 'reconnect' },
  invalid_params: { who: 'ferry', retry: 'never' },
  invalid_file_upload: { who: 'you', retry: 'never', action: 'choose-file' },
  invalid_publish_id: { who: 'ferry', retry: 'never', action: 'retry' },
  token_not_authorized_for_specified_publish_id: { who: 'you', retry: 'never' },
  publish_not_cancellable: { who: 'tiktok', retry: 'never', action: 'open-tiktok' },
  app_version_check_failed: { who: 'you', retry: 'never', action: 'retry' },
  spam_risk_too_many_posts: { who: 'tiktok', retry: 'wait', action: 'open-tiktok' },
  spam_risk_user_banned_from_posting: { who: 'tiktok', retry: 'never', action: 'open-tiktok' },
  reached_active_user_cap: { who: 'owner', retry: 'wait' },
  spam_risk_too_many_pending_share: { who: 'you', retry: 'wait', action: 'open-tiktok' },
  unaudited_client_can_only_post_to_private_accounts: { who: 'you', retry: 'never', action: 'use-inbox' },
  url_ownership_unverified: { who: 'owner', retry: 'never', action: 'open-settings' },
  privacy_level_option_mismatch: { who: 'you', retry: 'never', action: 'choose-privacy' },
  rate_limit_exceeded: { who: 'tiktok', retry: 'wait' },
  internal_error: { who: 'tiktok', retry: 'now', action: 'retry' },

  // A post's fail_reason.
  file_format_check_failed: { who: 'you', retry: 'never', action: 'choose-file' },
  duration_check_failed: { who: 'you', retry: 'never', action: 'choose-file' },
  frame_rate_check_failed: { who: 'you', retry: 'never', action: 'choose-file' },
  picture_size_check_failed: { who: 'you', retry: 'never', action: 'choose-file' },
  internal: { who: 'tiktok', retry: 'never', action: 'retry' },
  video_pull_failed: { who: 'site', retry: 'never', action: 'retry' },
  photo_pull_failed: { who: 'site', retry: 'never', action: 'retry' },
  publish_cancelled: { who: 'you', retry: 'never' },
  auth_removed: { who: 'you', retry: 'never', action: 'reconnect' },
  spam_risk_text: { who: 'you', retry: 'never', action: 'edit-caption' },
  spam_risk: { who: 'tiktok', retry: 'never', action: 'open-tiktok' },
  failed_without_reason: { who: 'tiktok', retry: 'never', action: 'retry' },

  // Signing in: OAuth errors arrive flat, sometimes with HTTP 200.
  access_denied: { who: 'you', retry: 'never', action: 'reconnect' },
  sign_in_closed: { who: 'you', retry: 'never', action: 'reconnect' },
  sign_in_page_failed: { who: 'owner', retry: 'never' },
  sign_in_interrupted: { who: 'you', retry: 'never', action: 'reconnect' },
  not_sandbox_target: { who: 'owner', retry: 'never' },
  app_not_live: { who: 'owner', retry: 'never', action: 'open-settings' },
  redirect_uri_unregistered: { who: 'owner', retry: 'never', action: 'open-settings' },
  scope_unavailable: { who: 'owner', retry: 'never', action: 'open-settings' },
  state_mismatch: { who: 'you', retry: 'never', action: 'reconnect' },
  invalid_client: { who: 'owner', retry: 'never', action: 'open-settings' },
  invalid_grant: { who: 'you', retry: 'never', action: 'reconnect' },
  invalid_request: { who: 'ferry', retry: 'never', action: 'reconnect' },
  invalid_scope: { who: 'owner', retry: 'never', action: 'open-settings' },
  unauthorized_client: { who: 'owner', retry: 'never', action: 'open-settings' },
  unsupported_grant_type: { who: 'ferry', retry: 'never' },
  unsupported_response_type: { who: 'ferry', retry: 'never' },
  server_error: { who: 'tiktok', retry: 'now', action: 'retry' },
  temporarily_unavailable: { who: 'tiktok', retry: 'now', action: 'retry' },
  token_service_unreachable: { who: 'owner', retry: 'now', action: 'open-settings' },
  tab_not_allowed: { who: 'you', retry: 'never', action: 'retry' },
  tiktok_not_allowed: { who: 'you', retry: 'never', action: 'retry' },
  clock_skew: { who: 'you', retry: 'never' },
  not_configured: { who: 'you', retry: 'never', action: 'open-settings' },
  no_account: { who: 'you', retry: 'never', action: 'reconnect' },

  // The line between us and TikTok.
  offline: { who: 'you', retry: 'wait' },
  network: { who: 'ferry', retry: 'now', action: 'retry' },
  timeout: { who: 'tiktok', retry: 'now', action: 'retry' },
  http_error: { who: 'tiktok', retry: 'now', action: 'retry' },
  unexpected_response: { who: 'tiktok', retry: 'now', action: 'retry' },
  unknown_tiktok_error: { who: 'tiktok', retry: 'never', action: 'retry' },

  // Carrying a post.
  video_too_long: { who: 'you', retry: 'never', action: 'choose-file' },
  video_too_big: { who: 'you', retry: 'never', action: 'choose-file' },
  outcome_unknown: { who: 'you', retry: 'never', action: 'open-tiktok' },
  posted_twice: { who: 'you', retry: 'never', action: 'open-tiktok' },
  too_late_to_cancel: { who: 'tiktok', retry: 'never', action: 'open-tiktok' },
  not_possible_now: { who: 'you', retry: 'never' },

  // Fetching what a page names.
  address_not_public: { who: 'site', retry: 'never', action: 'choose-file' },
  site_not_granted: { who: 'you', retry: 'never', action: 'grant-site' },
  site_redirects: { who: 'site', retry: 'never', action: 'grant-site' },
  page_only_media: { who: 'site', retry: 'never', action: 'choose-file' },

  // Sending bytes to TikTok.
  upload_lapsed: { who: 'tiktok', retry: 'now', action: 'retry' },
  upload_refused: { who: 'tiktok', retry: 'now', action: 'retry' },

  // Looking at a picture or a video.
  media_empty: { who: 'you', retry: 'never', action: 'choose-file' },
  media_damaged: { who: 'you', retry: 'never', action: 'choose-file' },
  media_unsupported: { who: 'you', retry: 'never', action: 'choose-file' },
  media_is_page: { who: 'site', retry: 'never', action: 'choose-file' },
  media_is_playlist: { who: 'ferry', retry: 'never', action: 'choose-file' },
  media_needs_whole_file: { who: 'site', retry: 'never' },
  media_unreachable: { who: 'site', retry: 'now', action: 'grant-site' },
  media_forbidden: { who: 'site', retry: 'never', action: 'grant-site' },
  media_gone: { who: 'site', retry: 'never', action: 'choose-file' },
  photo_unreadable: { who: 'you', retry: 'never', action: 'choose-file' },
  cannot_encode: { who: 'you', retry: 'never', action: 'choose-file' },
  work_keeps_dying: { who: 'you', retry: 'never', action: 'retry' },
  conversion_failed: { who: 'you', retry: 'never', action: 'choose-file' },
  video_not_convertible: { who: 'you', retry: 'never', action: 'choose-file' },
  video_without_picture: { who: 'you', retry: 'never', action: 'choose-file' },

  // Joining a stream.
  stream_live: { who: 'site', retry: 'never', action: 'choose-file' },
  stream_protected: { who: 'site', retry: 'never', action: 'choose-file' },
  stream_with_breaks: { who: 'ferry', retry: 'never', action: 'choose-file' },
  stream_broken: { who: 'site', retry: 'never', action: 'choose-file' },

  // The person's own web space, where TikTok fetches photos from.
  photos_need_bucket: { who: 'you', retry: 'never', action: 'set-up-bucket' },
  bucket_keys_missing: { who: 'you', retry: 'never', action: 'set-up-bucket' },
  bucket_field_wrong: { who: 'you', retry: 'never', action: 'set-up-bucket' },
  prefix_wrong: { who: 'you', retry: 'never' },
  bucket_unreachable: { who: 'you', retry: 'now', action: 'set-up-bucket' },
  bucket_denied: { who: 'you', retry: 'never', action: 'set-up-bucket' },
  bucket_key_unknown: { who: 'you', retry: 'never', action: 'set-up-bucket' },
  bucket_secret_wrong: { who: 'you', retry: 'never', action: 'set-up-bucket' },
  bucket_clock: { who: 'you', retry: 'never' },
  bucket_region: { who: 'you', retry: 'never', action: 'set-up-bucket' },
  bucket_missing: { who: 'you', retry: 'never', action: 'set-up-bucket' },
  bucket_busy: { who: 'site', retry: 'now', action: 'retry' },
  bucket_refused: { who: 'you', retry: 'never', action: 'set-up-bucket' },
  public_redirects: { who: 'you', retry: 'never', action: 'set-up-bucket' },
  public_denied: { who: 'you', retry: 'never', action: 'set-up-bucket' },
  public_missing: { who: 'you', retry: 'now', action: 'set-up-bucket' },
  public_broken: { who: 'you', retry: 'now', action: 'set-up-bucket' },
  public_type: { who: 'you', retry: 'never', action: 'set-up-bucket' },
  public_unreachable: { who: 'you', retry: 'now', action: 'set-up-bucket' },

  sync_full: { who: 'you', retry: 'never' },

  // A file with Ferry's own data.
  import_foreign: { who: 'you', retry: 'never', action: 'choose-file' },
  import_damaged: { who: 'you', retry: 'never', action: 'choose-file' },
  import_newer: { who: 'you', retry: 'never' },
  import_too_large: { who: 'you', retry: 'never', action: 'choose-file' },

  // TikTok's Business API.
  business_host_not_allowed: { who: 'you', retry: 'never' },
  business_no_token: { who: 'you', retry: 'never' },
  business_token_rejected: { who: 'you', retry: 'never' },
  business_not_allowed: { who: 'you', retry: 'never' },
  business_refused: { who: 'you', retry: 'never' },

  // Ferry itself.
  storage_full: { who: 'you', retry: 'never', action: 'retry' },
  file_gone: { who: 'you', retry: 'never', action: 'choose-file' },
  unexpected: { who: 'ferry', retry: 'never', action: 'retry' },
} as const satisfies Record<string, Remedy>;

export type ErrorCode = keyof typeof rows;

export const catalog: Readonly<Record<ErrorCode, Remedy>> = rows;

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(rows, code);
}
