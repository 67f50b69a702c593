import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOwn, ownMark, ownOf, readOwn } from '../../../lib/drafts/own';

describe('what is the person’s own', () => {
  it.each([
    ['', 'shop.example', 'shop.example'],
    ['@Mara', undefined, '@mara'],
    ['mara.wood', 'instagram.com', '@mara.wood@instagram.com'],
    ['@mara@social.example', 'social.example', '@mara@social.example@social.example'],
  ])('is kept as one mark: “%s” on “%s”', (name, site, mark) => {
    expect(readOwn(name, site)).toBe(mark);
  });

  it.each([
    ['', undefined],
    ['two words', 'shop.example'],
  ])('is nothing in “%s” on “%s”', (name, site) => {
    expect(readOwn(name, site)).toBeUndefined();
  });

  it('comes apart as it was put together', () => {
    const site = fc.option(fc.constantFrom('shop.example', 'social.example'), { nil: undefined });
    const name = fc.option(fc.stringMatching(/^[a-z0-9._]{1,20}$/), { nil: undefined });
    fc.assert(
      fc.property(name, site, (given, at) => {
        const mark = ownMark({ name: given, site: at });
        if (mark === undefined) return;
        const own = ownOf(mark);
        expect(own.name?.replace(/^@/, '')).toBe(given);
        expect(own.site).toBe(at);
        expect(isOwn([mark], { name: given, site: at })).toBe(true);
      }),
    );
  });

  it('counts for a name on its site and on no other; a name without a site everywhere', () => {
    expect(isOwn(['@mara@a.example'], { name: '@Mara', site: 'a.example' })).toBe(true);
    expect(isOwn(['@mara@a.example'], { name: '@mara', site: 'b.example' })).toBe(false);
    expect(isOwn(['@mara'], { name: '@mara', site: 'b.example' })).toBe(true);
    expect(isOwn(['a.example'], { name: '@stranger', site: 'a.example' })).toBe(false);
  });
});
