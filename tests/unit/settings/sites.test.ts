import { describe, expect, it } from 'vitest';
import { readSite, siteOf, switchedOff, turned } from '../../../lib/settings/sites';

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

describe('a site that is switched off', () => {
  it.each([
    ['https://shop.example/vase?x#y', 'shop.example'],
    ['https://www.shop.example/', 'shop.example'],
    ['http://m.shop.example:8080/', 'shop.example'],
    ['https://shop.example.evil.example/', undefined],
    ['https://myshop.example/', undefined],
    ['https://blog.example/?u=https://shop.example/', undefined],
    ['about:blank', undefined],
    [undefined, undefined],
  ])('%s belongs to %s', (address, site) =>
    expect(switchedOff(address, ['other.example', 'shop.example'])).toBe(site),
  );

  it('is no page of the browser or of an extension', () => {
    for (const address of [
      'chrome://settings/',
      'file:///a.html',
      'chrome-extension://abc.def/',
      'localhost',
    ])
      expect(siteOf(address)).toBeUndefined();
  });

  it('is switched off once, and on again for good', () => {
    const off = turned(turned(['a.example'], 'm.shop.example', false), 'm.shop.example', false);
    expect(off).toEqual(['a.example', 'm.shop.example']);
    expect(turned(off, 'm.shop.example', true)).toEqual(['a.example']);
    expect(turned(['shop.example'], 'm.shop.example', true)).toEqual([]);
    expect(turned(['m.shop.example'], 'shop.example', true)).toEqual(['m.shop.example']);
  });
});
