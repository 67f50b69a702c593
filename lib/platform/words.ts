import * as z from 'zod/mini';
import { createWords, type Words } from '../words';
import { browser } from './browser';

const Catalog = z.record(z.string(), z.object({ message: z.string() }));

/** Words in the browser's own language: no request, no wait. */
export function browserWords(): Words {
  // The browser knows more than our five languages; plural rules must be those of the catalog it picked.
  const locale = browser.i18n.getMessage('language_tag') || 'en';
  // A list asks for the same few words hundreds of times, and each asking leaves the script for the browser.
  const said = new Map<string, string | undefined>();
  const ask = (key: string) => {
    if (!said.has(key)) said.set(key, browser.i18n.getMessage(key as 'app_name') || undefined);
    return said.get(key);
  };
  return createWords(ask, locale);
}

/** Words in a language the person chose over the browser's. */
export async function loadWords(language: string): Promise<Words> {
  if (language === 'browser') return browserWords();
  const catalog = Catalog.safeParse(await readCatalog(language));
  if (!catalog.success) return browserWords();
  return createWords((key) => catalog.data[key]?.message, language);
}

/** A choice that came with an import may name a language this build does not speak: no reason for a blank page. */
async function readCatalog(language: string): Promise<unknown> {
  if (!/^[a-z]{2,3}$/.test(language)) return undefined;
  try {
    const file = await fetch(browser.runtime.getURL(`/_locales/${language}/messages.json` as '/'));
    return await file.json();
  } catch {
    return undefined;
  }
}
