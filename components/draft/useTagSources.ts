import { createContext, useCallback, useMemo } from 'react';
import { ownTags } from '../../lib/drafts/own-tags';
import type { PageFindings } from '../../lib/finder/finding';
import type { Settings } from '../../lib/settings/settings';
import { usePort } from '../hooks/port';
import { useAsked } from '../hooks/useAsked';

/** What may be offered while somebody writes, the nearest source first. Nothing of it is fetched from anywhere. */
export interface TagSources {
  hashtags: readonly (readonly string[])[];
  mentions: readonly (readonly string[])[];
}

const none: readonly never[] = [];
export const TagContext = createContext<TagSources>({ hashtags: none, mentions: none });

/** So many of the newest posts tell what somebody likes to write. */
const looksBack = 100;

/** The page's own tags, then the person's sets, then what they wrote before. */
export function useTagSources(
  page: PageFindings | undefined,
  sets: Settings['hashtagSets'] | undefined,
): TagSources {
  const { posts } = usePort();
  const past = useAsked(useCallback(() => posts.list({ limit: looksBack }), [posts])).value?.posts;
  return useMemo(() => {
    const { hashtags = none, description = '', handle, title = '' } = page?.material ?? {};
    const written = ownTags([title, description]);
    const own = ownTags((past ?? none).map(({ content }) => `${content.title} ${content.caption}`));
    return {
      hashtags: [hashtags, written.hashtags, (sets ?? none).flatMap(({ tags }) => tags), own.hashtags],
      mentions: [handle?.startsWith('@') ? [handle.slice(1)] : none, written.mentions, own.mentions],
    };
  }, [page, sets, past]);
}
