import { type Draft, untouchedSettings } from '../../lib/posts/draft';
import type { Post } from '../../lib/posts/post';

/**
 * A new draft with what an old post was sent with. Who may see it and what they may do is chosen anew:
 * TikTok wants that decided for each post, and never preselected.
 */
export function draftAgain({ accountId, content, pageUrl }: Post, id: string, now: number): Draft {
  const { discloses, yourBrand, brandedContent, aiGenerated, autoMusic, coverIndex, coverMs } =
    content.settings;
  return {
    id,
    accountId,
    ...(pageUrl === undefined ? {} : { pageUrl }),
    content: {
      ...content,
      settings: {
        ...untouchedSettings,
        discloses,
        yourBrand,
        brandedContent,
        aiGenerated,
        autoMusic,
        coverIndex,
        ...(coverMs === undefined ? {} : { coverMs }),
      },
    },
    textTouched: true,
    createdAt: now,
    changedAt: now,
  };
}
