/** Put in the place of whatever was taken out. */
export const removed = '[removed]';

/** What looks like a secret wherever it stands: TikTok's tokens, bearer headers, signed addresses, cloud keys, JWTs. */
const shapes: readonly RegExp[] = [
  /\b(?:act|rft|clt)\.[\w!*.%~-]{8,}/g,
  /\bBearer\s+[\w.~+/=!*-]{8,}/gi,
  /\beyJ[\w-]{8,}\.[\w-]{4,}\.[\w-]*/g,
  /\b(?:AKIA|ASIA)[A-Z0-9]{12,}\b/g,
  /(\b(?:access_token|refresh_token|client_secret|code_verifier|upload_token|api_?key|passw(?:or)?d)=)[^&\s"'#]+/gi,
  // These are ordinary words too, so only where they stand in an address.
  /([?&;](?:code|key|token|secret|auth|sig|signature|session(?:id)?|x-amz-[\w-]+|x-goog-[\w-]+)=)[^&\s"'#]+/gi,
];

export type Scrub = (text: string) => string;

/** Takes these values out of any text, as they are and as they stand in addresses, and all that looks like one. */
export function createScrub(secrets: Iterable<string>): Scrub {
  const values = [...new Set([...secrets].flatMap((secret) => [secret, encoded(secret)]))]
    .filter((value) => value.length >= 4)
    // The longest first: a secret may contain another.
    .sort((a, b) => b.length - a.length);
  return (text) => {
    const known = values.reduce((left, value) => left.replaceAll(value, removed), text);
    return shapes.reduce(
      (left, shape) =>
        left.replace(shape, (_, name: unknown) => (typeof name === 'string' ? name : '') + removed),
      known,
    );
  };
}

/** Every text in a value, keys included, scrubbed. */
export function scrubDeep<T>(value: T, scrub: Scrub): T;
export function scrubDeep(value: unknown, scrub: Scrub): unknown {
  if (typeof value === 'string') return scrub(value);
  if (Array.isArray(value)) return value.map((part: unknown) => scrubDeep(part, scrub));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [scrub(key), scrubDeep(part, scrub)]));
}

const named = /token|secret|passw|credential|private|(?:^|access|api)_?key/i;
/** Named like secrets, and none. */
const open = new Set(['clientKey', 'tokenService', 'accessExpiresAt', 'hasSecret']);

/** The secret values among what the secrets store holds, whatever shape its owners gave it. */
export function secretsIn(value: unknown, name = 'secret'): string[] {
  if (typeof value === 'string') return isSecret(name, value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((part: unknown) => secretsIn(part, name));
  return Object.entries(value).flatMap(([key, part]) => secretsIn(part, key));
}

function isSecret(name: string, value: string): boolean {
  if (open.has(name) || value.length < 4) return false;
  if (named.test(name)) return true;
  // Long, mixed and no address: more likely a key under a harmless name than a word.
  return value.length >= 20 && /\d/.test(value) && /[a-z]/i.test(value) && !/[\s:/]/.test(value);
}

function encoded(secret: string): string {
  try {
    return encodeURIComponent(secret);
  } catch {
    // Half a surrogate pair cannot stand in an address.
    return secret;
  }
}
