export type RandomBytes = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Letters that may stand in an address as they are; 64 of them to choose from, so no byte is favoured. */
export const randomText = (random: RandomBytes, length: number): string =>
  Array.from(random(new Uint8Array(length)), (byte) => alphabet.charAt(byte % 64)).join('');

/** 43 is the least the standard allows, 128 the most. */
export const createVerifier = (random: RandomBytes): string => randomText(random, 64);

/** TikTok's own deviation from RFC 7636: the digest in lower-case hex, not in base64url. */
export async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
