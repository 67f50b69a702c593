import { describe, expect, it } from 'vitest';
import { bakedInFrom } from '../../../lib/accounts/baked-in';

describe('what a build brings along', () => {
  it('is nothing when nothing was given', () => {
    expect([bakedInFrom(), bakedInFrom('', '')]).toEqual([undefined, undefined]);
  });

  it('is a client key with its token service', () => {
    expect(bakedInFrom('aw1', 'https://tokens.example/ferry')).toEqual({
      clientKey: 'aw1',
      tokenService: 'https://tokens.example/ferry',
    });
  });

  it.each([
    ['a key alone', 'aw1', ''],
    ['a service alone', '', 'https://tokens.example'],
    ['a service that is not https', 'aw1', 'http://tokens.example'],
    ['a service with a password', 'aw1', 'https://me:secret@tokens.example'],
    ['a service with a query', 'aw1', 'https://tokens.example/?secret=1'],
    ['a service that is no address', 'aw1', 'tokens.example'],
  ])('ends the build when it is %s', (_what, key, service) => {
    expect(() => bakedInFrom(key, service)).toThrow(/WXT_FERRY_/);
  });
});
