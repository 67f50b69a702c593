import { describe, expect, it } from 'vitest';
import { createWords } from '../../lib/words';
import arabic from '../../public/_locales/ar/messages.json';
import english from '../../public/_locales/en/messages.json';

type Catalog = Record<string, { message: string }>;
const wordsOf = (catalog: Catalog, locale: string) => createWords((key) => catalog[key]?.message, locale);
const inEnglish = wordsOf(english, 'en');
const inArabic = wordsOf(arabic, 'ar');

describe('the words of a language', () => {
  it('are filled as they stand where everything runs one way', () => {
    expect(inEnglish.t('account_connected', { name: '@fern' })).toBe('@fern is connected.');
  });

  it('keep names, addresses and numbers together where they run the other way', () => {
    const said = inArabic.t('account_connected', { name: '@fern.and.clay' });
    expect(said).toContain('\u2068@fern.and.clay\u2069');
    expect(inArabic.t('insight_cap_use', { used: 2, limit: 15 })).toMatch(/\u2068.\u2069.*\u2068..\u2069/);
  });

  it('count in all the six ways of Arabic', () => {
    const said = [0, 1, 2, 3, 11, 100].map((count) => inArabic.t('insight_choose_videos', { count }));
    const shapes = said.map((text) => text.replace(/\u2068.*?\u2069/g, '#'));
    expect(shapes).toEqual(
      ['zero', 'one', 'two', 'few', 'many', 'other'].map((form) =>
        (arabic as Catalog)[`insight_choose_videos_${form}`]?.message.replace('{count}', '#'),
      ),
    );
  });

  it('fall back to the form that every language has', () => {
    const lookup = (key: string) => ({ videos_other: '{count} videos' })[key];
    expect(createWords(lookup, 'ar').find('videos', { count: 2 })).toBe('\u20682\u2069 videos');
  });
});
