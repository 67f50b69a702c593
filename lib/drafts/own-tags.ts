import { captionParts } from './caption';

export interface OwnTags {
  hashtags: string[];
  mentions: string[];
}

/** What somebody uses in what they write, most often first; of equals, what they used last. */
export function ownTags(texts: readonly string[]): OwnTags {
  const counted = { hashtag: new Map<string, Count>(), mention: new Map<string, Count>() };
  for (const text of texts) {
    for (const { kind, text: written } of captionParts(text)) {
      if (kind === 'text') continue;
      const tag = written.slice(1);
      const key = tag.toLowerCase();
      const standing = counted[kind].get(key);
      counted[kind].set(key, { tag: standing?.tag ?? tag, times: (standing?.times ?? 0) + 1 });
    }
  }
  return { hashtags: sorted(counted.hashtag), mentions: sorted(counted.mention) };
}

interface Count {
  /** As it was written last: the newest text comes first. */
  tag: string;
  times: number;
}

const sorted = (counts: Map<string, Count>): string[] =>
  [...counts.values()].sort((a, b) => b.times - a.times).map(({ tag }) => tag);
