import { describe, expect, it } from 'vitest';
import type { AppView, LastSignIn } from '../../../lib/accounts/credentials';
import { setupSteps } from '../../../lib/accounts/setup-steps';
import type { ErrorCode } from '../../../lib/errors/catalog';

const redirectUri = 'https://x.chromiumapp.org/';
const view = (lastSignIn?: Partial<LastSignIn>): AppView => ({
  clientKey: 'key',
  hasSecret: true,
  scopes: [],
  way: 'window',
  bakedIn: false,
  isComplete: true,
  revision: 1,
  ...(lastSignIn ? { lastSignIn: { clientKey: 'key', redirectUri, asked: [], ...lastSignIn } } : {}),
});
const failed = (code: ErrorCode) => ({ error: { code, facts: {} } });
const steps = (app: AppView, more = {}) =>
  setupSteps({ app, redirectUri, check: { keys: 'accepted' }, hasAccount: false, ...more });

describe('the steps of the set-up', () => {
  it('are all to do at first', () => {
    const app = { ...view(), isComplete: false };
    expect(steps(app, { check: { keys: 'missing' } })).toMatchObject({
      portal: 'todo',
      keys: 'todo',
      signIn: 'todo',
    });
  });

  it('wait while TikTok is asked', () => {
    expect(steps(view(), { check: undefined }).keys).toBe('checking');
  });

  it.each(['refused', 'unknown'] as const)('call keys that are %s wrong', (keys) => {
    expect(steps(view(), { check: { keys } }).keys).toBe('wrong');
  });

  it('are all done once someone has signed in with these settings', () => {
    expect(steps(view({ granted: [] }), { hasAccount: true })).toMatchObject({
      portal: 'done',
      keys: 'done',
      signIn: 'done',
    });
  });

  it.each([{ clientKey: 'another' }, { redirectUri: 'http://127.0.0.1:41951/callback/' }])(
    'believe nothing of a sign-in with other settings: %j',
    (other) => {
      expect(steps(view({ granted: [], ...other })).portal).toBe('todo');
      expect(steps(view({ ...failed('app_not_live'), ...other })).error).toBeUndefined();
    },
  );

  it.each([
    ['redirect_uri_unregistered', 'wrong', 'wrong'],
    ['not_sandbox_target', 'wrong', 'wrong'],
    ['scope_unavailable', 'wrong', 'wrong'],
    ['network', 'todo', 'wrong'],
    ['access_denied', 'todo', 'todo'],
    ['sign_in_closed', 'todo', 'todo'],
  ] as const)('after %s the portal step is %s and the sign-in %s', (code, portal, signIn) => {
    expect(steps(view(failed(code)))).toMatchObject({ portal, signIn, error: { code } });
  });

  it("take the person's word for what stood on TikTok's error page", () => {
    const told = failed('redirect_uri_unregistered').error;
    expect(steps(view(failed('sign_in_closed')), { told })).toMatchObject({ portal: 'wrong', error: told });
  });
});
