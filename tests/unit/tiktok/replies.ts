import { AppError } from '../../../lib/errors/app-error';
import type { Reply } from '../../../lib/tiktok/http';

export const reply = (text: string, more: Partial<Reply> = {}): Reply => ({
  status: 200,
  text,
  truncated: false,
  receivedAt: 0,
  ...more,
});

export const json = (body: unknown, more: Partial<Reply> = {}): Reply => reply(JSON.stringify(body), more);

/** The AppError that was thrown; anything else fails the test. */
export function errorOf(work: () => unknown): AppError {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
    throw thrown;
  }
  throw new Error('nothing was thrown');
}
