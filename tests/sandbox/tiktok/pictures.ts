import type { User } from './users.ts';

export const PICTURE_HOST = 'p16-sign-va.tiktokcdn.com';

const HOUR = 3_600_000;

/** TikTok's picture addresses stop working after a while. */
export function signedPicture(path: string, expiresAt: number): string {
  return `https://${PICTURE_HOST}${path}?x-expires=${Math.floor(expiresAt / 1000)}&x-signature=sandbox`;
}

export function avatarUrl(user: User, now = Date.now()): string {
  return signedPicture(user.avatar, now + 2 * HOUR);
}

export function coverUrl(path: string, now: number): string {
  return signedPicture(path, now + 6 * HOUR);
}
