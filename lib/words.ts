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

export function createWords(lookup: Lookup, locale: string): Words {
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
      return value === undefined ? whole : typeof value === 'number' ? numbers.format(value) : value;
    });
  };

  return {
    find,
    t: (key, values) => find(key, values) ?? key,
    locale,
    direction: rightToLeft.has(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr',
  };
}
