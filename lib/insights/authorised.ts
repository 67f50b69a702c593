import { isAppError } from '../errors/app-error';

/** The account floor's way to a token, as it is handed in. */
export interface TokenSource {
  getAccessToken(accountId: string): Promise<string>;
  /** TikTok refused this one: the one to use instead. */
  tokenRejected(accountId: string, rejected: string): Promise<string>;
}

/** Makes the call with the account's token, and once more with a new one where TikTok refuses the first. */
export async function authorised<T>(
  tokens: TokenSource,
  accountId: string,
  call: (token: string) => Promise<T>,
): Promise<T> {
  const token = await tokens.getAccessToken(accountId);
  try {
    return await call(token);
  } catch (error) {
    if (!isAppError(error, 'access_token_invalid')) throw error;
    return call(await tokens.tokenRejected(accountId, token));
  }
}
