import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTags, writeTags } from '../../../lib/settings/hashtags';

describe('readTags', () => {
  it('reads tags however they are typed', () => {
    expect(readTags('#pottery, Clay  #pottery;wheel-throwing #été')).toEqual([
      'pottery',
      'Clay',
      'wheelthrowing',
      'été',
    ]);
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const tags = readTags(typed);
        expect(readTags(writeTags(tags))).toEqual(tags);
      }),
    );
  });
});
