import type { Caller } from '../bearer.ts';
import { Refusal } from '../envelope.ts';
import type { Limiter } from '../limits.ts';
import type { Puller } from '../pull.ts';
import type { Uploads } from '../upload.ts';
import type { World } from '../world.ts';
import { pendingShares, postingBar } from './caps.ts';
import type { Publications } from './publications.ts';

export interface PublishParts {
  world: World;
  limiter: Limiter;
  publications: Publications;
  uploads: Uploads;
  puller: Puller;
}

/** What holds for every init, whatever is posted. */
export function checkCaps(
  caller: Caller,
  mode: 'direct' | 'inbox',
  { world, publications }: PublishParts,
): void {
  if (mode === 'direct') {
    const bar = postingBar(caller, world, publications);
    if (bar) throw new Refusal(bar);
    return;
  }
  if (caller.user.bannedFromPosting) throw new Refusal('spam_risk_user_banned_from_posting');
  if (pendingShares(caller, world, publications) >= world.rules.pendingShares) {
    throw new Refusal('spam_risk_too_many_pending_share');
  }
}
