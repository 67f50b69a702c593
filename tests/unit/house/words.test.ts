import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../lib/errors/catalog';

const root = resolve(import.meta.dirname, '../../..');
const locales = join(root, 'public/_locales');

type Messages = Record<string, { message: string }>;
const read = (language: string): Messages =>
  JSON.parse(readFileSync(join(locales, language, 'messages.json'), 'utf8'));

const english = read('en');
const others = readdirSync(locales).filter((language) => language !== 'en');

const placeholders = (message: string) => [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

/** Plural forms differ by language: Arabic has six, Japanese one. What must be there is each stem's `_other`. */
const plural = /_(zero|one|two|few|many|other)$/;
const stem = (key: string) =>
  plural.test(key) && `${key.replace(plural, '')}_other` in english ? key.replace(plural, '') : key;
const stems = (messages: Messages) => [...new Set(Object.keys(messages).map(stem))].sort();

function source(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(root, path)).isDirectory()) return source(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}
const files = ['entrypoints', 'components', 'lib'].flatMap(source).concat('manifest.config.ts');
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

/** Keys handed on, examples of addresses and hashtags, and what TikTok's English portal calls its own field. */
const isSameEverywhere = (text: string) =>
  /^[a-z]+(_[a-z0-9]+)+$|^https:|^[a-z.]+\.example$|^#/.test(text) || text === 'Redirect URI';

describe('the words', () => {
  it('are there in the five languages', () => {
    expect(readdirSync(locales).sort()).toEqual(['ar', 'de', 'en', 'es', 'ja']);
  });

  it('stand one to a line and sorted, so that a change reads as what it is', () => {
    const lines = readFileSync(join(locales, 'en', 'messages.json'), 'utf8')
      .trim()
      .split('\n')
      .slice(1, -1);
    const keys = lines.map((line) => line.match(/^ {2}"(\w+)": \{ "message": ".*" \},?$/)?.[1]);
    expect(keys).toEqual(Object.keys(english));
    expect(keys).toEqual([...keys].sort());
  });

  it.each(Object.keys(catalog))('tell what %s means and what to do next', (code) => {
    expect(english[`error_${code}`]?.message).toBeTruthy();
    expect(english[`error_${code}_next`]?.message).toBeTruthy();
  });

  it.each(others)('are all there in %s', (language) => {
    expect(stems(read(language))).toEqual(stems(english));
  });

  it.each(['en', ...others])('count as people who speak %s count', (language) => {
    const messages = read(language);
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    // What English says in two ways is counted; `_other` alone ends a key that has nothing to do with numbers.
    const counted = Object.keys(english).flatMap((key) =>
      key.endsWith('_one') && stem(key) !== key ? stem(key) : [],
    );
    const missing = counted.flatMap((key) =>
      pluralCategories.flatMap((form) => (messages[`${key}_${form}`] ? [] : `${key}_${form}`)),
    );
    expect(counted.length).toBeGreaterThan(30);
    expect(missing).toEqual([]);
  });

  it.each(others)('have the same blanks to fill in %s', (language) => {
    const wrong = Object.entries(read(language)).filter(([key, { message }]) => {
      const original = english[key] ?? english[`${stem(key)}_other`];
      // A singular may say the number in words.
      const optional = plural.test(key) ? ['count'] : [];
      const [wanted, found] = [original?.message ?? '', message].map((text) =>
        placeholders(text).filter((name) => !optional.includes(name ?? '')),
      );
      return wanted?.join() !== found?.join();
    });
    expect(wrong).toEqual([]);
  });

  it('are all said somewhere', () => {
    const all = files.map(textOf).join('\n');
    const made = [...all.matchAll(/`(\w+_)\$\{/g)].map(([, prefix]) => prefix ?? '');
    const unsaid = stems(english).filter(
      (key) =>
        !key.startsWith('error_') &&
        !new RegExp(`(?:\\b|__MSG_)${key}(?:\\b|__)`).test(all) &&
        !made.some((prefix) => key.startsWith(prefix)),
    );
    expect(unsaid.filter((key) => key !== 'language_tag')).toEqual([]);
  });

  it('are never written into a component', () => {
    const hard = files
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) =>
        [
          // Text between tags.
          ...textOf(file).matchAll(/<[A-Za-z][^<>]*>\s*([A-Z][a-z]+[^<>{}=;]*)\s*</g),
          // Text in an attribute that people read or hear.
          ...textOf(file).matchAll(/\b(?:aria-label|placeholder|title|alt|label)="([^"]*[A-Za-z]{2}[^"]*)"/g),
        ]
          .map(([, text]) => text ?? '')
          .filter((text) => !isSameEverywhere(text))
          .map((text) => `${file}: ${text}`),
      );
    expect(hard).toEqual([]);
  });
});
