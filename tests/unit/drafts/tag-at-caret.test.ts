import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownTags } from '../../../lib/drafts/own-tags';
import { tagAtCaret, tagsFor, withTag } from '../../../lib/drafts/tag-at-caret';

/** `|` is where the caret stands. */
const at = (marked: string) => {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  return { text, tag: tagAtCaret(text, caret) };
};

describe('the tag at the caret', () => {
  it.each([
    ['Fresh #pot|', '#', 'pot'],
    ['#|', '#', ''],
    ['#pot|tery is done', '#', 'pot'],
    ['with @fern.cl|', '@', 'fern.cl'],
    ['窯から #陶|', '#', '陶'],
  ])('is seen in “%s”', (marked, mark, typed) => {
    expect(at(marked).tag).toMatchObject({ mark, typed });
  });

  it.each(['Fresh pot|', 'mail me@home|', 'a #pot |', '##|', '#pot.|', '|#pot'])(
    'is none in “%s”',
    (marked) => {
      expect(at(marked).tag).toBeUndefined();
    },
  );

  it.each([
    ['Fresh #pot|', 'pottery', 'Fresh #pottery |'],
    ['#pot|ter and tea', 'pottery', '#pottery |and tea'],
    ['#pot|\nMore', 'pottery', '#pottery|\nMore'],
    ['by @fe|', 'fern.clay', 'by @fern.clay |'],
  ])('“%s” becomes “%s” whole, with the caret behind it', (marked, chosen, wanted) => {
    const { text, tag } = at(marked);
    const made = tag && withTag(text, tag, chosen);
    expect(made && `${made.text.slice(0, made.caret)}|${made.text.slice(made.caret)}`).toBe(wanted);
  });

  it('leaves everything around it as it was, whatever that is', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('', ' ', '\n'), fc.string(), (before, gap, after) => {
        const text = `${before} #po${gap}${after}`;
        const caret = before.length + 4;
        const tag = tagAtCaret(text, caret);
        if (!tag) throw new Error('no tag');
        const made = withTag(text, tag, 'pottery');
        expect(made.text.startsWith(`${before} #pottery`)).toBe(true);
        expect(text.slice(tag.to)).toBe(made.text.slice(made.text.length - (text.length - tag.to)));
        expect(made.caret).toBeLessThanOrEqual(made.text.length);
      }),
    );
  });
});

describe('what is offered', () => {
  const sources = [
    ['Pottery', 'glaze'],
    ['potter', 'spotted', 'pottery', 'teapot'],
  ];

  it('begins with what was typed, then has it inside; each once, the nearest source first', () => {
    expect(tagsFor({ typed: 'pot' }, sources, [])).toEqual(['Pottery', 'potter', 'spotted', 'teapot']);
    expect(tagsFor({ typed: '' }, sources, [])).toEqual(['Pottery', 'glaze', 'potter', 'spotted', 'teapot']);
  });

  it('is not what stands in the text already, nor what is written out', () => {
    expect(tagsFor({ typed: 'potter' }, sources, ['POTTERY'])).toEqual([]);
    expect(tagsFor({ typed: 'p' }, sources, [])).toEqual(['Pottery', 'potter']);
  });

  it('comes from what the person wrote before, most used first', () => {
    expect(ownTags(['New #Glaze by @fern', 'Tea #tea #glaze', '#tea @mara.wood', '#TEA'])).toEqual({
      hashtags: ['tea', 'Glaze'],
      mentions: ['fern', 'mara.wood'],
    });
  });
});
