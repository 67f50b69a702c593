import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { challengeOf, createVerifier, randomText } from '../../../lib/accounts/pkce';

const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);

describe('PKCE', () => {
  it.each([
    // The verifier of RFC 7636, appendix B, and the digest it lists there byte by byte.
    [
      'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
      '13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3',
    ],
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ])('the challenge of %j is its digest in lower-case hex', async (verifier, challenge) => {
    expect(await challengeOf(verifier)).toBe(challenge);
  });

  it('agrees with another implementation on any verifier', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (verifier) => {
        expect(await challengeOf(verifier)).toBe(createHash('sha256').update(verifier).digest('hex'));
      }),
    );
  });

  it('makes verifiers the standard allows, a new one each time', () => {
    const made = Array.from({ length: 200 }, () => createVerifier(random));
    expect(new Set(made).size).toBe(200);
    for (const verifier of made) expect(verifier).toMatch(/^[A-Za-z0-9\-._~]{43,128}$/);
  });

  it('favours no letter', () => {
    const every = (bytes: Uint8Array<ArrayBuffer>) => bytes.map((_, index) => index);
    const letters = [...randomText(every, 256)];
    const counts = Map.groupBy(letters, (letter) => letter);
    expect(new Set([...counts.values()].map(({ length }) => length))).toEqual(new Set([4]));
  });
});
