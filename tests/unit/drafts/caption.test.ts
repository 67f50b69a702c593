import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  captionParts,
  fillTemplate,
  firstWords,
  suggestHashtags,
  templateFor,
  withHashtag,
} from '../../../lib/drafts/caption';
import { clip } from '../../../lib/drafts/text-limits';

const page = {
  title: 'Walnut  bowl',
  description: 'Turned by hand.',
  hashtags: ['woodturning', 'handmade'],
  author: 'Mara',
  handle: '@mara',
  url: 'https://shop.example/bowl',
};

describe('a caption from a template', () => {
  it('fills every field it knows and leaves other braces alone', () => {
    expect(fillTemplate('{title} {mood}\n{description}\n{tags} {author} {link}', page)).toBe(
      'Walnut bowl {mood}\nTurned by hand.\n#woodturning #handmade @mara https://shop.example/bowl',
    );
  });

  it('drops a line that came out empty, but not the person’s own blank lines', () => {
    expect(fillTemplate('{title}\n{description}\n\n{tags}', { hashtags: [], title: 'Bowl' })).toBe('Bowl');
    expect(fillTemplate('{title}\n\n{tags}', page)).toBe('Walnut bowl\n\n#woodturning #handmade');
  });

  it('gives photos a title within 90 and a description that does not repeat it', () => {
    const words = firstWords('{title}\n\n{tags}', { ...page, title: 'x'.repeat(120) }, 'photo');
    expect(words).toEqual({ title: 'x'.repeat(90), caption: '#woodturning #handmade' });
  });

  it('prefers the template of the site', () => {
    const settings = { captionTemplate: 'all', siteTemplates: { 'shop.example': 'shop' } };
    expect(templateFor('https://www.shop.example/bowl', settings)).toBe('shop');
    expect(templateFor('https://other.example/', settings)).toBe('all');
    expect(templateFor(undefined, settings)).toBe('all');
  });

  it('never cuts a character in half', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(30), (text, limit) => {
        const cut = clip(text, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(text.startsWith(cut)).toBe(true);
        expect(cut.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('marks in a caption', () => {
  it('finds hashtags in any script and mentions, but not an address', () => {
    const marked = captionParts('Neu! #Töpfern #陶芸 @mara.makes, mail a@b.de #').filter(
      ({ kind }) => kind !== 'text',
    );
    expect(marked.map(({ text }) => text)).toEqual(['#Töpfern', '#陶芸', '@mara.makes']);
  });

  it('loses and adds nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('#', '@', 'a', 'é', ' ', '\n', '.', '🚢', '1') }),
        (text) => {
          expect(
            captionParts(text)
              .map((part) => part.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });

  it('suggests each hashtag once and only what is not used yet', () => {
    expect(suggestHashtags('My #Bowl', ['bowl', 'Wood'], ['wood', 'craft', ''])).toEqual(['Wood', 'craft']);
  });

  it('adds a hashtag once', () => {
    expect(withHashtag('Bowl', 'wood')).toBe('Bowl #wood');
    expect(withHashtag('Bowl\n', 'wood')).toBe('Bowl\n#wood');
    expect(withHashtag('Bowl #Wood', 'wood')).toBe('Bowl #Wood');
  });
});
