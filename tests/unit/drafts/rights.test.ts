import { describe, expect, it } from 'vitest';
import { ownershipOf } from '../../../lib/drafts/rights';

describe('whose media it is', () => {
  it('is the person’s own when they confirmed the handle before, however it is written', () => {
    expect(ownershipOf({ pageUrl: 'https://x.example/p', handle: '@Mara' }, ['mara'])).toEqual({
      whose: 'own',
      owner: '@Mara',
      mark: '@mara@x.example',
    });
  });

  it('goes by the site where it has no handles', () => {
    expect(ownershipOf({ pageUrl: 'https://www.shop.example/p' }, ['shop.example'])?.whose).toBe('own');
    expect(ownershipOf({ pageUrl: 'https://shop.example/p' }, [])).toEqual({
      whose: 'unknown',
      owner: 'shop.example',
      mark: 'shop.example',
    });
  });

  it('a known site does not make someone else’s handle on it the person’s own', () => {
    const page = { pageUrl: 'https://social.example/p', handle: '@stranger' };
    expect(ownershipOf(page, ['social.example', '@mara'])?.whose).toBe('unknown');
  });

  it('a name that was confirmed on one site says nothing about the same name on another', () => {
    const there = ownershipOf({ pageUrl: 'https://a.example/p', handle: '@mara' }, []);
    const marks = [there?.mark ?? ''];
    expect(ownershipOf({ pageUrl: 'https://a.example/q', handle: '@mara' }, marks)?.whose).toBe('own');
    expect(ownershipOf({ pageUrl: 'https://b.example/q', handle: '@mara' }, marks)?.whose).toBe('unknown');
  });

  it('believes the site that the viewer owns the page', () => {
    expect(
      ownershipOf({ pageUrl: 'https://x.example', handle: '@new', ownedByViewer: true }, [])?.whose,
    ).toBe('own');
  });

  it('asks nothing about local files', () => {
    expect(ownershipOf({}, [])).toBeUndefined();
  });
});
