import type { Content } from '../drafts/draft';
import { AppError } from '../errors/app-error';
import { clockText } from '../media/preflight-line';
import type { Creator } from '../tiktok/creator';
import type { PhotoPost, VideoInfo } from '../tiktok/publish';

/** Throws when TikTok would refuse this post of this creator, or the person would get something they did not choose. */
export function assertAllowed({ kind, mode, settings, media, slideshow }: Content, creator: Creator): void {
  if (mode === 'inbox') return;
  if (!settings.privacy || !creator.privacyOptions.includes(settings.privacy)) {
    throw new AppError('privacy_level_option_mismatch', { facts: { privacy: settings.privacy ?? '' } });
  }
  const seconds = kind === 'video' ? secondsOf({ media, slideshow }) : undefined;
  const limit = creator.maxVideoSeconds;
  if (seconds !== undefined && seconds > limit + 0.5) {
    throw new AppError('video_too_long', { facts: { length: clockText(seconds), limit: clockText(limit) } });
  }
}

/** How long what is posted will be, as far as it is known before it is fetched. */
function secondsOf({ media, slideshow }: Pick<Content, 'media' | 'slideshow'>): number | undefined {
  if (slideshow) return media.length * slideshow.secondsEach;
  const [first] = media;
  return first?.trim ? first.trim.end - first.trim.start : first?.duration;
}

export function videoInfo({ caption, mode, settings }: Content): VideoInfo | undefined {
  if (mode === 'inbox') return undefined;
  return {
    title: caption,
    ...shared(settings),
    disableDuet: !settings.allowDuet,
    disableStitch: !settings.allowStitch,
    ...(settings.coverMs === undefined ? {} : { coverMs: settings.coverMs }),
  };
}

export function photoPost({ title, caption, mode, settings }: Content, urls: readonly string[]): PhotoPost {
  return {
    title,
    description: caption,
    urls,
    coverIndex: Math.min(settings.coverIndex, urls.length - 1),
    ...(mode === 'inbox' ? {} : { direct: { ...shared(settings), autoMusic: settings.autoMusic } }),
  };
}

const shared = (settings: Content['settings']) => ({
  privacyLevel: settings.privacy ?? '',
  disableComment: !settings.allowComment,
  brandContent: settings.discloses && settings.brandedContent,
  brandOrganic: settings.discloses && settings.yourBrand,
  aiGenerated: settings.aiGenerated,
});

/** What the creator has switched off is off, whatever was chosen when it was still on. */
export function withinLimits(content: Content, creator: Creator): Content {
  const { settings } = content;
  return {
    ...content,
    settings: {
      ...settings,
      allowComment: settings.allowComment && !creator.commentDisabled,
      allowDuet: settings.allowDuet && !creator.duetDisabled,
      allowStitch: settings.allowStitch && !creator.stitchDisabled,
    },
  };
}
