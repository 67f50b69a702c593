import { photoLimits } from '../media/limits';
import { isChosen, withoutPost, withPosts } from './batch';
import type { BatchEntry, Content, Draft, DraftMedia } from './draft';
import { usualSlideshow } from './draft';

export function toggled({ media }: Content, one: DraftMedia): DraftMedia[] {
  const there = media.some((own) => own.id === one.id);
  if (one.kind === 'video') return there ? [] : [one];
  if (there) return media.filter((own) => own.id !== one.id);
  return gathered(media, one);
}

/** Photos line up for one post. Whatever cannot be one becomes several: nothing of it is left out. */
export function added(draft: Draft, media: readonly DraftMedia[], captions: readonly string[] = []): Draft {
  const { content, original } = draft;
  const kinds = new Set(media.map(({ kind }) => kind));
  const videos = media.filter(({ kind }) => kind === 'video');
  // Where a video's own file is asked for, another file is another answer.
  const [first] = original || !isChosen(draft) ? [] : content.media;
  const clashes = first !== undefined && (first.kind === 'video' || kinds.has('video'));
  if (draft.batch || videos.length > 1 || kinds.size > 1 || clashes) {
    const posts = media.map(
      (one, at): BatchEntry => ({ media: one, caption: captions[at] || draft.batch?.caption || '' }),
    );
    return withPosts(draft, posts);
  }
  return withMedia(draft, media.reduce(gathered, content.media));
}

export function toggledPost(draft: Draft, media: DraftMedia): Draft {
  const { caption = '', title = '' } = draft.batch ?? {};
  return withoutPost(draft, media.id) ?? withPosts(draft, [{ media, caption, title }]);
}

export const cutTo =
  (trim: DraftMedia['trim']) =>
  ({ trim: _old, ...media }: DraftMedia): DraftMedia =>
    trim && media.kind === 'video' ? { ...media, trim } : media;

/** Photos line up as long as there is room; a video stands alone. */
function gathered(media: readonly DraftMedia[], one: DraftMedia): DraftMedia[] {
  if (one.kind === 'video') return [one];
  const photos = media.filter((own) => own.kind === 'photo');
  const full = photos.length >= photoLimits.maxCount || photos.some((own) => own.id === one.id);
  return full ? photos : [...photos, one];
}

/** The cover stays the picture it was, wherever that moved; settings that a kind does not have fall back. */
export function withMedia(draft: Draft, media: DraftMedia[]): Draft {
  const { content } = draft;
  const isFilm = content.slideshow !== undefined && media[0]?.kind === 'photo';
  const kind = isFilm ? 'video' : (media[0]?.kind ?? content.kind);
  const { slideshow, ...words } = content;
  const { coverMs: _frame, ...settings } = content.settings;
  const cover = content.media[settings.coverIndex];
  const coverIndex = (media[0]?.kind === 'photo' && cover && indexOf(media, cover.id)) || 0;
  const sameVideo = kind === 'video' && media[0]?.id === content.media[0]?.id;
  return {
    ...draft,
    content: {
      ...words,
      ...(isFilm ? { slideshow } : {}),
      kind,
      media,
      settings: {
        ...settings,
        coverIndex,
        ...(sameVideo && _frame !== undefined ? { coverMs: _frame } : {}),
        ...(kind === 'photo' ? { allowDuet: false, allowStitch: false } : { autoMusic: false }),
      },
    },
  };
}

export function asSlideshow(draft: Draft, on: boolean): Draft {
  const { slideshow, ...content } = draft.content;
  if (content.media[0]?.kind !== 'photo' || on === (slideshow !== undefined)) return draft;
  const film = { ...content, kind: 'video' as const, slideshow: usualSlideshow };
  return withMedia({ ...draft, content: on ? film : { ...content, kind: 'photo' } }, content.media);
}

export function indexOf(media: readonly DraftMedia[], id: string): number | undefined {
  const at = media.findIndex((own) => own.id === id);
  return at < 0 ? undefined : at;
}
