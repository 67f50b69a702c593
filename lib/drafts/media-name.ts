import type { DraftMedia } from './draft';

/** What a person would call it: its file, its description on the page, or the end of its address. */
export function nameOf({ source, alt }: DraftMedia): string {
  if (source.from === 'stash') return source.name;
  if (alt?.trim()) return alt.trim();
  const [address = ''] = source.urls;
  const path = URL.parse(address)?.pathname ?? '';
  return decoded(path.split('/').findLast((part) => part !== '') ?? '') || address;
}

/** A file's name as words: what it was called, without how it is stored. */
export const wordsOfFile = (name: string): string =>
  name
    .replace(/\.\w{2,5}$/, '')
    .replace(/[_-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
