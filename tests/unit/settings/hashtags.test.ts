import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSite, readTags, writeTags } from '../../../lib/settings/hashtags';

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

describe('readSite', () => {
  it.each([
    ['https://www.shop.example/a?b', 'shop.example'],
    [' shop.example/page ', 'shop.example'],
    ['SHOP.example', 'shop.example'],
    ['shop', undefined],
    ['', undefined],
    ['a b.c', undefined],
  ])('reads %j as %s', (typed, site) => expect(readSite(typed)).toBe(site));
});
