import type en from '../public/_locales/en/messages.json';

type Key = keyof typeof en;
type PluralOf<K> = K extends `${infer Stem}_other` ? Stem : never;
/** Every sentence there is; one that counts is named without its `_one`, `_other` ending. */
export type WordKey = Key | PluralOf<Key>;

export type WordValues = Readonly<Record<string, string | number>>;

export interface Words {
  /** The sentence, its `{name}`s filled. With `count` among the values, the plural form the language wants. */
  t(key: WordKey, values?: WordValues): string;
  /** For a key made at run time, such as an error's: undefined where there is no such sentence. */
  find(key: string, values?: WordValues): string | undefined;
  /** A BCP 47 tag for Intl. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
}

/** Where raw messages come from: the browser's i18n, or a catalog that was read. */
export type Lookup = (key: string) => string | undefined;

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur']);

/** Opens a stretch that has the direction of its own first letter, and closes it: whatever is inside, it mixes with nothing. */
const isolated = (text: string) => `\u2068${text}\u2069`;

export function createWords(lookup: Lookup, locale: string): Words {
  const direction = rightToLeft.has(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr';
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);

  const find = (key: string, values: WordValues = {}): string | undefined => {
    const { count } = values;
    const raw =
      typeof count === 'number'
        ? (lookup(`${key}_${plurals.select(count)}`) ?? lookup(`${key}_other`) ?? lookup(key))
        : lookup(key);
    return raw?.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      const said = typeof value === 'number' ? numbers.format(value) : value;
      // A name, an address or a number among Arabic words would otherwise be torn apart or read in the wrong order.
      return direction === 'rtl' ? isolated(said) : said;
    });
  };

  return {
    find,
    t: (key, values) => find(key, values) ?? key,
    locale,
    direction,
  };
}
