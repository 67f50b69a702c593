import type { ErrorData } from '../errors/app-error';
import type { ErrorCode } from '../errors/catalog';
import type { AppView, LastSignIn } from './credentials';
import type { SetupCheck } from './setup-check';

export type StepState = 'todo' | 'checking' | 'done' | 'wrong';

export interface SetupFacts {
  app: AppView;
  /** The redirect address of the way that is chosen now. */
  redirectUri: string;
  /** Undefined while TikTok is being asked. */
  check: SetupCheck | undefined;
  hasAccount: boolean;
  /** What the person read on TikTok's error page, which no program can see. */
  told?: ErrorData | undefined;
}

export interface SetupSteps {
  portal: StepState;
  keys: StepState;
  signIn: StepState;
  /** How the last sign-in with these very settings failed. */
  error: ErrorData | undefined;
}

/** Ends of a sign-in that are put right on TikTok's developer site, not by trying again. */
const portalErrors: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'redirect_uri_unregistered',
  'scope_unavailable',
  'invalid_scope',
  'app_not_live',
  'unauthorized_client',
  'not_sandbox_target',
]);

/** Nothing is wrong when somebody closes a window or says no. */
const changedMind: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['sign_in_closed', 'access_denied']);

/** Which steps of the guide are done: judged by what TikTok answered, never by what the person says. */
export function setupSteps({ app, redirectUri, check, hasAccount, told }: SetupFacts): SetupSteps {
  const last = isOfNow(app.lastSignIn, app.clientKey, redirectUri) ? app.lastSignIn : undefined;
  const error = told ?? last?.error;
  return {
    portal: last?.granted ? 'done' : error && portalErrors.has(error.code) ? 'wrong' : 'todo',
    keys: keysState(app, check),
    signIn: hasAccount ? 'done' : error && !changedMind.has(error.code) ? 'wrong' : 'todo',
    error,
  };
}

/** A sign-in with another key, or back to another address, says nothing about these. */
const isOfNow = (last: LastSignIn | undefined, clientKey: string, redirectUri: string) =>
  last?.clientKey === clientKey && last.redirectUri === redirectUri;

function keysState(app: AppView, check: SetupCheck | undefined): StepState {
  if (!app.isComplete) return 'todo';
  if (!check) return 'checking';
  return check.keys === 'accepted' ? 'done' : check.keys === 'missing' ? 'todo' : 'wrong';
}
