import { AppError, asAppError, isAppError } from '../errors/app-error';
import type { Limited } from '../tiktok/limits';
import type { EngineParts } from './parts';

type CallParts = Pick<EngineParts, 'tokens' | 'pacing' | 'isOnline' | 'clock'>;

/** A token, and one of the calls TikTok allows a minute. Throws what is to be waited for. */
export async function reserve(
  { tokens, pacing, isOnline }: CallParts,
  accountId: string,
  endpoint: Limited,
): Promise<string> {
  if (!isOnline()) throw new AppError('offline');
  const token = await tokens.getAccessToken(accountId);
  const at = await pacing.take(accountId, endpoint);
  if (at !== undefined) throw new AppError('rate_limit_exceeded', { facts: { until: at } });
  return token;
}

/** Calls once, and keeps what TikTok says about the pace. */
export async function spend<T>(
  { pacing, clock }: CallParts,
  accountId: string,
  endpoint: Limited,
  call: () => Promise<T>,
): Promise<T> {
  // Keeping the books must not change what the call brought: an answer lost here could be a post made twice.
  const book = (entry: Promise<void>) => entry.catch((error: unknown) => console.error('pacing', error));
  const began = clock.now();
  try {
    const answer = await call();
    await book(pacing.ended(accountId, endpoint, began));
    return answer;
  } catch (thrown) {
    const error = asAppError(thrown);
    await book(pacing.ended(accountId, endpoint, began, error));
    throw error;
  }
}

/** For calls that change nothing at TikTok: a token that was refused is replaced, and the call made once more. */
export async function ask<T>(
  parts: CallParts,
  accountId: string,
  endpoint: Limited,
  call: (token: string) => Promise<T>,
): Promise<T> {
  const token = await reserve(parts, accountId, endpoint);
  try {
    return await spend(parts, accountId, endpoint, () => call(token));
  } catch (error) {
    if (!isAppError(error, 'access_token_invalid')) throw error;
    const fresh = await parts.tokens.tokenRejected(accountId, token);
    return spend(parts, accountId, endpoint, () => call(fresh));
  }
}
