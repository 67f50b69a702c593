import type { ErrorCode } from '../errors/catalog';

/** These do not heal by waiting: somebody has to reconnect, or put the app's key and secret right. */
const lasting: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'invalid_grant',
  'access_denied',
  'invalid_client',
  'unauthorized_client',
  'not_configured',
]);

/** Whether a failed refresh leaves the account unusable, or only late. */
export const isLasting = (code: ErrorCode): boolean => lasting.has(code);

/** Troubles that go away when the app's key, secret or token service are changed, and not by reconnecting. */
const appsOwn: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'invalid_client',
  'unauthorized_client',
  'not_configured',
]);

export const isAppsOwn = (code: ErrorCode): boolean => appsOwn.has(code);
