import { randomBytes } from 'node:crypto';
import type { SandboxClock } from '../clock.ts';
import { type App, CHROME_REDIRECT, defaultApps, FIREFOX_REDIRECT } from './apps.ts';
import { type Business, defaultBusiness } from './business/advertisers.ts';
import { refuseRegistrations } from './redirect-uris.ts';
import { defaultRules, type Rules } from './rules.ts';
import { defaultUsers, type User } from './users.ts';

/** What one user allowed one app. */
export interface Grant {
  clientKey: string;
  openId: string;
  scopes: string[];
  removed: boolean;
}

export interface AuthorizationCode {
  clientKey: string;
  openId: string;
  scopes: string[];
  redirectUri: string;
  challenge: string;
  expiresAt: number;
}

export interface Token {
  kind: 'access' | 'refresh';
  value: string;
  grant: Grant;
  scopes: string[];
  expiresAt: number;
  dead: boolean;
}

/** All that TikTok remembers, except publications. */
export interface World {
  readonly clock: SandboxClock;
  rules: Rules;
  readonly apps: Map<string, App>;
  readonly users: Map<string, User>;
  readonly grants: Grant[];
  readonly codes: Map<string, AuthorizationCode>;
  readonly tokens: Map<string, Token>;
  /** The user whose TikTok session this browser holds. */
  session: string | null;
  /** The Business API's side. */
  business: Business;
  addApp(app: App): void;
  reset(): void;
}

export function createWorld(clock: SandboxClock): World {
  const world: World = {
    clock,
    rules: defaultRules(),
    apps: new Map(),
    users: new Map(),
    grants: [],
    codes: new Map(),
    tokens: new Map(),
    session: null,
    business: defaultBusiness([]),
    addApp(app) {
      const why = refuseRegistrations(app.redirectUris);
      if (why) throw new Error(`TikTok's portal would not register ${why}`);
      if ((app.targetOpenIds?.length ?? 0) > 10) throw new Error('A sandbox app has at most 10 target users');
      world.apps.set(app.clientKey, app);
    },
    reset() {
      world.rules = defaultRules();
      world.apps.clear();
      world.users.clear();
      world.grants.length = 0;
      world.codes.clear();
      world.tokens.clear();
      world.session = null;
      world.business = defaultBusiness([CHROME_REDIRECT, FIREFOX_REDIRECT]);
      for (const app of defaultApps()) world.addApp(app);
      for (const user of defaultUsers()) world.users.set(user.openId, user);
    },
  };
  world.reset();
  return world;
}

/** Text such as TikTok's codes and tokens are made of. */
export function secretText(length: number): string {
  return randomBytes(length).toString('base64url').replace(/[-_]/g, '').slice(0, length);
}
