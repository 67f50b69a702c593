import { type Content, type Draft, untouchedSettings, usualSlideshow } from '../../lib/drafts/draft';
import type { Post } from '../../lib/posts/post';
import type { AgainWith } from '../../lib/posts/remedy';

/**
 * A new draft with what an old post was sent with. Who may see it and what they may do is chosen anew:
 * TikTok wants that decided for each post, and never preselected.
 */
export function draftAgain(
  { accountId, content, pageUrl }: Post,
  id: string,
  now: number,
  change?: AgainWith,
): Draft {
  const { discloses, yourBrand, brandedContent, aiGenerated, autoMusic, coverIndex, coverMs } =
    content.settings;
  const again: Content = {
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
  };
  return {
    id,
    accountId,
    ...(pageUrl === undefined ? {} : { pageUrl }),
    content: prepared(again, change),
    textTouched: true,
    createdAt: now,
    changedAt: now,
  };
}

/** Made ready for what has to be different this time. Words and audience are for the person to change. */
function prepared(content: Content, change: AgainWith | undefined): Content {
  if (change === 'inbox') return { ...content, mode: 'inbox' };
  if (change === 'file') return withoutMedia(content);
  if (change === 'slideshow' && content.media.every(({ kind }) => kind === 'photo')) {
    const settings = { ...content.settings, autoMusic: false };
    return { ...content, kind: 'video', slideshow: content.slideshow ?? usualSlideshow, settings };
  }
  return content;
}

/** The media that would not go is gone; the words for it stay. */
function withoutMedia({ slideshow: _film, ...content }: Content): Content {
  const { coverMs: _frame, ...settings } = content.settings;
  return { ...content, media: [], settings: { ...settings, coverIndex: 0 } };
}
