import * as z from 'zod/mini';
import { AppError, asAppError, ErrorData, toErrorData } from '../errors/app-error';
import type { OAuth } from '../tiktok/oauth';
import type { Credentials } from './credentials';

/** What TikTok says of the app's key and secret right now, and of this computer's clock. */
export const SetupCheck = z.object({
  keys: z.enum(['missing', 'accepted', 'refused', 'unknown']),
  error: z.optional(ErrorData),
  /** Only when it matters. */
  clockOffMinutes: z.optional(z.number()),
});
export type SetupCheck = z.infer<typeof SetupCheck>;

const tolerated = 5 * 60_000;

/** Really asks TikTok, with a code that cannot be right: the error tells whether the app is known. */
export async function checkSetup(
  credentials: Credentials,
  oauth: Pick<OAuth, 'probe'>,
  redirectUri: string,
): Promise<SetupCheck> {
  const { isComplete } = await credentials.view();
  if (!isComplete) return { keys: 'missing' };
  try {
    const { accepted, skewMs = 0 } = await oauth.probe(await credentials.proof(), redirectUri);
    const off = Math.abs(skewMs) > tolerated ? { clockOffMinutes: Math.round(skewMs / 60_000) } : {};
    if (accepted) return { keys: 'accepted', ...off };
    return { keys: 'refused', error: toErrorData(new AppError('invalid_client')), ...off };
  } catch (thrown) {
    return { keys: 'unknown', error: toErrorData(asAppError(thrown)) };
  }
}
