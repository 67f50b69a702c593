import type { SandboxRequest } from '../http.ts';
import type { App } from './apps.ts';
import { Refusal } from './envelope.ts';
import type { User } from './users.ts';
import type { Token, World } from './world.ts';

/** Who is calling, through which app. */
export interface Caller {
  user: User;
  app: App;
  token: Token;
}

export function callerOf(request: SandboxRequest, world: World): Caller {
  const value = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  const token = value ? world.tokens.get(value) : undefined;
  if (token?.kind !== 'access' || token.dead || token.grant.removed) {
    throw new Refusal('access_token_invalid');
  }
  if (token.expiresAt <= world.clock.now()) throw new Refusal('access_token_invalid');
  const user = world.users.get(token.grant.openId);
  const app = world.apps.get(token.grant.clientKey);
  if (!user || !app) throw new Refusal('access_token_invalid');
  return { user, app, token };
}

/** One of the scopes is enough. */
export function requireScope(caller: Caller, ...scopes: string[]): void {
  if (!scopes.some((scope) => caller.token.scopes.includes(scope))) throw new Refusal('scope_not_authorized');
}

/** TikTok counts per token; here per app and user, so that a refresh gives no second helping. */
export function limitKey(caller: Caller, endpoint: string): string {
  return `${caller.app.clientKey} ${caller.user.openId} ${endpoint}`;
}
