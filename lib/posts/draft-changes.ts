import { photoLimits } from '../media/limits';
import type { BatchEntry, Content, Draft, DraftMedia, Original, PostMode, PostSettings } from './draft';
import { onlyMe, type Slideshow, untouchedSettings, usualSlideshow } from './draft';
import { addsPosts, allMedia, isSeveral, withoutPost, withPostCaption, withPosts } from './draft-batch';

/** Everything a person can do to a draft. */
export type DraftChange =
  /** A press on something in the grid: a video replaces, photos gather. */
  | { do: 'toggle'; media: DraftMedia }
  /** Files: photos gather, a video replaces what the page suggested, several videos become several posts. */
  | { do: 'add'; media: readonly DraftMedia[]; captions?: readonly string[] }
  /** Whether the videos pressed from now on become posts of their own. */
  | { do: 'several'; on: boolean }
  | { do: 'write-post'; id: string; caption: string }
  | { do: 'remove'; id: string }
  /** A press on a video that cannot be taken: their own file of it is wanted. */
  | { do: 'want-original'; original: Original }
  /** The file Ferry takes for it, as long as nothing was chosen. */
  | { do: 'suggest-original'; media: DraftMedia }
  | { do: 'refuse-original' }
  | { do: 'move'; id: string; to: number }
  | { do: 'cover'; id: string }
  | { do: 'cover-frame'; ms: number }
  | { do: 'write'; caption?: string; title?: string }
  /** Words from the page or a template, which give way to the person's own. */
  | { do: 'suggest-words'; caption: string; title: string }
  /** Photos as one video, the way for those without a web space; or as photos again. */
  | { do: 'slideshow'; on: boolean }
  | { do: 'shape-slideshow'; slideshow: Slideshow }
  /** The part of the video that is posted; without one, all of it. */
  | { do: 'trim'; trim?: { start: number; end: number } | undefined }
  | { do: 'mode'; mode: PostMode }
  | { do: 'account'; accountId: string }
  | { do: 'privacy'; privacy: string }
  | { do: 'allow'; what: 'allowComment' | 'allowDuet' | 'allowStitch'; allowed: boolean }
  | { do: 'disclose'; on: boolean }
  | { do: 'brand'; what: 'yourBrand' | 'brandedContent'; on: boolean }
  | { do: 'mark'; what: 'aiGenerated' | 'autoMusic'; on: boolean }
  | { do: 'rights'; answer: 'mine' | 'permitted' };

/** The draft after the change. The same draft, the very object, when the change may not be or changes nothing. */
export function changeDraft(draft: Draft, change: DraftChange, now: number): Draft {
  const next = applied(draft, change);
  return next === draft ? draft : { ...next, changedAt: now };
}

function applied(draft: Draft, change: DraftChange): Draft {
  const { content } = draft;
  switch (change.do) {
    case 'toggle':
      return draft.batch
        ? toggledPost(draft, change.media)
        : withMedia(draft, toggled(content, change.media));
    case 'add':
      return added(draft, change);
    case 'several':
      return several(draft, change.on);
    case 'write-post':
      return withPostCaption(draft, change.id, change.caption);
    case 'remove': {
      const fewer = withoutPost(draft, change.id, withMedia);
      if (fewer) return fewer;
      return withMedia(
        draft,
        content.media.filter((media) => media.id !== change.id),
      );
    }
    case 'want-original':
      // It may yet not be there: among posts that go together there is no waiting for it.
      if (isSeveral(draft)) return draft;
      return withMedia({ ...single(draft), original: change.original }, []);
    case 'suggest-original':
      if (!draft.original || draft.original.settled || content.media.length > 0) return draft;
      return withMedia(draft, [change.media]);
    case 'refuse-original':
      if (!draft.original || isSeveral(draft)) return draft;
      return withMedia({ ...draft, original: { ...draft.original, settled: true } }, []);
    case 'move':
      return withMedia(draft, moved(content.media, change.id, change.to));
    case 'cover':
      return withSettings(draft, { coverIndex: indexOf(content.media, change.id) ?? 0 });
    case 'cover-frame':
      return withSettings(draft, { coverMs: Math.max(0, Math.round(change.ms)) });
    case 'write': {
      const { caption = content.caption, title = content.title } = change;
      return { ...draft, textTouched: true, content: { ...content, caption, title } };
    }
    case 'suggest-words':
      if (draft.textTouched) return draft;
      return { ...draft, content: { ...content, caption: change.caption, title: change.title } };
    case 'slideshow':
      return asSlideshow(draft, change.on);
    case 'shape-slideshow':
      if (!content.slideshow) return draft;
      return { ...draft, content: { ...content, slideshow: change.slideshow } };
    case 'trim':
      return withMedia(draft, content.media.map(cutTo(change.trim)));
    case 'mode':
      return { ...draft, content: { ...content, mode: change.mode } };
    case 'account':
      // Another creator has other options and other limits: what was chosen for one is not meant for the other.
      if (draft.accountId === change.accountId) return draft;
      return {
        ...draft,
        accountId: change.accountId,
        content: { ...content, settings: settingsAnew(content) },
      };
    case 'privacy':
      if (change.privacy === onlyMe && content.settings.brandedContent) return draft;
      return withSettings(draft, { privacy: change.privacy });
    case 'allow':
      if (change.what !== 'allowComment' && content.kind === 'photo') return draft;
      return withSettings(draft, { [change.what]: change.allowed });
    case 'disclose':
      return withSettings(
        draft,
        change.on ? { discloses: true } : { discloses: false, yourBrand: false, brandedContent: false },
      );
    case 'brand':
      if (!content.settings.discloses) return draft;
      if (change.what === 'brandedContent' && change.on && content.settings.privacy === onlyMe) return draft;
      return withSettings(draft, { [change.what]: change.on });
    case 'mark':
      return withSettings(draft, { [change.what]: change.on });
    case 'rights':
      return { ...draft, rights: change.answer };
  }
}

function toggled({ media }: Content, one: DraftMedia): DraftMedia[] {
  const there = media.some((own) => own.id === one.id);
  if (one.kind === 'video') return there ? [] : [one];
  if (there) return media.filter((own) => own.id !== one.id);
  return gathered(media, one);
}

/** Several videos become several posts; photos line up for one, and so have no place among those. */
function added(draft: Draft, { media, captions = [] }: Extract<DraftChange, { do: 'add' }>): Draft {
  const videos = media
    .map((one, at): BatchEntry => ({ media: one, caption: captions[at] ?? '' }))
    .filter((entry) => entry.media.kind === 'video');
  if (addsPosts(draft, videos, media.length)) return withPosts(draft, videos, withMedia);
  if (isSeveral(draft)) return draft;
  return withMedia(single(draft), media.reduce(gathered, draft.content.media));
}

/** Photos go together as one post: among videos that each become one, they have no place. */
function toggledPost(draft: Draft, media: DraftMedia): Draft {
  if (media.kind === 'photo') return draft;
  if (!allMedia(draft).some(({ id }) => id === media.id)) {
    const entry: BatchEntry = { media, caption: draft.batch?.caption ?? '' };
    return withPosts(draft, [entry], withMedia);
  }
  return withoutPost(draft, media.id, withMedia) ?? withMedia(draft, []);
}

const single = ({ batch: _more, ...draft }: Draft): Draft => draft;

/** The words that stand there are what each further post begins with. */
function several(draft: Draft, on: boolean): Draft {
  if (on === (draft.batch !== undefined)) return draft;
  if (!on) return single(draft);
  const { caption, media } = draft.content;
  const started = { ...draft, batch: { caption, more: [] } };
  return media[0]?.kind === 'video' && !draft.content.slideshow ? started : withMedia(started, []);
}

const cutTo =
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

function moved(media: readonly DraftMedia[], id: string, to: number): DraftMedia[] {
  const one = media.find((own) => own.id === id);
  const rest = media.filter((own) => own.id !== id);
  return one ? rest.toSpliced(Math.max(0, Math.min(to, rest.length)), 0, one) : rest;
}

/** The cover stays the picture it was, wherever that moved; settings that a kind does not have fall back. */
function withMedia(draft: Draft, media: DraftMedia[]): Draft {
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

function asSlideshow(draft: Draft, on: boolean): Draft {
  const { slideshow, ...content } = draft.content;
  if (content.media[0]?.kind !== 'photo' || on === (slideshow !== undefined)) return draft;
  const film = { ...content, kind: 'video' as const, slideshow: usualSlideshow };
  return withMedia({ ...draft, content: on ? film : { ...content, kind: 'photo' } }, content.media);
}

const withSettings = (draft: Draft, change: Partial<PostSettings>): Draft => ({
  ...draft,
  content: { ...draft.content, settings: { ...draft.content.settings, ...change } },
});

function settingsAnew({ settings }: Content): PostSettings {
  const { coverIndex, coverMs } = settings;
  return { ...untouchedSettings, coverIndex, ...(coverMs === undefined ? {} : { coverMs }) };
}

function indexOf(media: readonly DraftMedia[], id: string): number | undefined {
  const at = media.findIndex((own) => own.id === id);
  return at < 0 ? undefined : at;
}
