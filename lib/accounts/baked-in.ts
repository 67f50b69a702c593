import type { BakedIn } from './credentials';
import { isServiceAddress } from './credentials';

/** What a build is given to bring along. Half of it, or an address nobody may send a token to, ends the build. */
export function bakedInFrom(clientKey = '', tokenService = ''): BakedIn | undefined {
  if (!clientKey && !tokenService) return undefined;
  if (!clientKey || !tokenService)
    throw new Error('WXT_FERRY_CLIENT_KEY and WXT_FERRY_TOKEN_SERVICE belong together: set both or neither.');
  if (!isServiceAddress(tokenService))
    throw new Error('WXT_FERRY_TOKEN_SERVICE must be an https:// address without a query or a password.');
  return { clientKey, tokenService };
}
