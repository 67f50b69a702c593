const most = 30;

/** Hashtags as a person types them, one after another: without #, each once, nothing TikTok would break them at. */
export function readTags(typed: string): string[] {
  const found = new Map<string, string>();
  for (const word of typed.split(/[\s,;#]+/)) {
    const tag = word.replace(/[^\p{L}\p{M}\p{N}_]/gu, '').slice(0, 100);
    const name = tag.toLocaleLowerCase();
    if (tag && !found.has(name)) found.set(name, tag);
  }
  return [...found.values()].slice(0, most);
}

export const writeTags = (tags: readonly string[]): string => tags.map((tag) => `#${tag}`).join(' ');
